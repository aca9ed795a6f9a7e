import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 240060,
    name: 'CREATE_DA_REQUEST_ERROR',
    cause: ['The dialogue assistant could not be made.', '创建对话助手实例失败'],
    remedy: ['It can be ignored.', '可忽略。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240061,
    name: 'START_DA_REQUEST_ERROR',
    cause: ['The request to the dialogue assistant could not be started.', '发起对话助手请求失败'],
    remedy: ['It can be ignored.', '可忽略。'],
    retry: 'no',
    errorCode: 'engine/failed',
  },
  {
    code: 240062,
    name: 'DEFAULT_NLS_ERROR',
    cause: [
      'The service reported an error of its own; its text comes with this number.',
      '服务端发生错误。 说明 该错误同时包含服务端返回错误内容。',
    ],
    remedy: [
      "Look up the service's own number: it says what to do.",
      '请参考服务端错误码 (https://help.aliyun.com/zh/isi/support/error-codes)进一步定位。',
    ],
    retry: 'by-server-code',
    errorCode: 'engine/failed',
  },
  {
    code: 240063,
    name: 'SSL_ERROR',
    cause: ['The secure connection could not be set up.', '创建SSL实例错误。'],
    remedy: [
      'Once in a while it can be ignored; if it stays, check the clock and the proxy.',
      '偶现请忽略。',
    ],
    retry: 'backoff',
    errorCode: 'network/tls',
  },
  {
    code: 240064,
    name: 'SSL_CONNECT_FAILED',
    cause: ['The secure connection failed.', 'SSL连接失败。'],
    remedy: [
      'Check the address of the service, the network and the proxy.',
      '连接异常，请检查服务URL或者本地网络连接是否正常。',
    ],
    retry: 'backoff',
    errorCode: 'network/tls',
  },
  {
    code: 240065,
    name: 'HTTP_CONNECT_FAILED',
    cause: ['The connection to the service failed.', 'HTTP连接失败。'],
    remedy: [
      'The HTTP status in the log gives the reason.',
      '服务连接错误，可通过日志文件查看HTTP返回值确认原因。',
    ],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240066,
    name: 'DNS_FAILED',
    cause: ['The name of the service could not be looked up.', 'DNS解析失败。'],
    remedy: ['Check the network and its DNS.', '请检查本地网络是否正常、DNS服务是否正常。'],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240067,
    name: 'CONNECT_FAILED',
    cause: ['No connection to the service could be made.', 'Socket连接失败。'],
    remedy: ['Check the network.', '检查网络连接。'],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240068,
    name: 'SERVER_NOT_ACCESS',
    cause: ['The service does not let this request in.', '服务端无法访问。'],
    remedy: [
      'Check whether the token has expired and whether the address is right.',
      '请检查Token是否过期或者URL是否正确。',
    ],
    retry: 'refetch-token',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 240069,
    name: 'SOCKET_CLOSED',
    cause: ['The connection was closed.', 'Socket已关闭。'],
    remedy: ['Once in a while it can be ignored; if it stays, check the network.', '偶现请忽略。'],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240070,
    name: 'AUTH_FAILED',
    cause: ['The credentials were not accepted.', '鉴权失败。'],
    remedy: [
      'Check AccessKey, Appkey and the quota of the account.',
      '请检查是否提供正确的ak_secret，ak_id，app_key，sdk_code和device_id等信息，以及确认是否开通足够配额。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 240071,
    name: 'HTTPDNS_FAILED',
    cause: [
      'The IP address given for the service cannot be reached.',
      '使用客户端传入的IP连接失败。',
    ],
    remedy: [
      'Check that address, or take it out so that the name is looked up as usual.',
      '如果使用直接传入IP进行访问，请确认IP是否可访问。',
    ],
    retry: 'manual',
    errorCode: 'network/unreachable',
  },
  {
    code: 240072,
    name: 'HTTP_SEND_FAILED',
    cause: ['The recording could not be sent.', '文件转写HTTP发送失败。'],
    remedy: ['Check the network.', '确认网络连接是否正常。'],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240073,
    name: 'HTTP_RECEIVE_FAILED',
    cause: ['The answer could not be received.', '文件转写HTTP接收失败。'],
    remedy: [
      'Check the network. The work may have been charged already.',
      '确认网络连接是否正常。',
    ],
    retry: 'backoff',
    errorCode: 'network/unreachable',
  },
  {
    code: 240074,
    name: 'HTTP_RESPONSE_ERROR',
    cause: ['The answer of the service cannot be understood.', '文件转写接收内容解析失败'],
    remedy: [
      'Check the address of the service and the proxy, then try once more.',
      '服务端返回内容错误。',
    ],
    retry: 'manual',
    errorCode: 'engine/reply-unreadable',
  },
  {
    code: 240075,
    name: 'HTTP_SERVER_ERROR',
    cause: ['File transcription reported an error of its own.', '文件转写服务错误。'],
    remedy: [
      "Look up the service's own number: it says what to do.",
      '请参考服务端错误码 (https://help.aliyun.com/zh/isi/support/error-codes)进一步定位。',
    ],
    retry: 'by-server-code',
    errorCode: 'engine/failed',
  },
];

/** Codes of the SDK for phones about its connection, which the studio's own FileTranscriber gives too. */
export const sdkNetworkErrors = defineVendorErrors('sdk', ['sdk'], rows);
