import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 'InvalidAccessKeyId.NotFound',
    message: 'Specified access key is not found.',
    cause: ['There is no AccessKey with this id.', '不存在这个 AccessKey ID。'],
    remedy: [
      'Check the AccessKey ID for typing mistakes, and whether the key was deleted in the console.',
      '请检查 AccessKey ID 是否填写正确，以及是否已在控制台删除。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'InvalidAccessKeyId.Inactive',
    message: 'Specified access key is disabled.',
    cause: ['The AccessKey is disabled.', '该 AccessKey 已被禁用。'],
    remedy: [
      'Enable it in the console, or use another one.',
      '请在控制台启用该 AccessKey，或换用其他 AccessKey。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'SignatureDoesNotMatch',
    message:
      'Specified signature is not matched with our calculation. server string to sign is:<string>',
    cause: [
      'The signature is wrong; nearly always the AccessKey secret is.',
      '签名不正确，通常是 AccessKey Secret 有误。',
    ],
    remedy: [
      'Enter the AccessKey secret again, without blanks at its ends.',
      '请重新填写 AccessKey Secret，注意首尾不要有空格。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'SignatureNonceUsed',
    message: 'Specified signature nonce was used already.',
    cause: ['The same signed request arrived twice.', '同一个签名请求到达了两次。'],
    remedy: ['The studio signs it anew by itself.', '字幕工作室会自动重新签名并重试。'],
    retry: 'sign-anew',
    errorCode: 'engine/failed',
  },
  {
    code: 'InvalidTimeStamp.Format',
    message: 'Specified time stamp or date value is not well formatted.',
    cause: ['The time in the request is not well formed.', '请求中的时间格式不正确。'],
    remedy: [
      'Check the clock of this computer; if it is right, report this as a bug.',
      '请检查本机的时钟；如果时钟正确，请反馈此问题。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'InvalidTimeStamp.Expired',
    message: 'Specified time stamp or date value is expired.',
    cause: [
      'The clock of this computer is more than 15 minutes off.',
      '本机的时钟偏差超过 15 分钟。',
    ],
    remedy: ['Set the clock, then try again.', '请校准时钟后重试。'],
    retry: 'fix-clock',
    errorCode: 'engine/clock-skewed',
  },
  {
    code: 'InvalidSignatureMethod',
    message: 'Specified signature method is not valid.',
    cause: [
      'The service does not accept the way the request was signed.',
      '服务不接受请求的签名方式。',
    ],
    remedy: [
      'Check the address of the service and the proxy; if both are right, report this as a bug.',
      '请检查服务地址和代理；如果都正确，请反馈此问题。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'InvalidParameter.Format',
    message: 'Specified parameter format is not valid.',
    cause: [
      'The service does not accept the form of reply that was asked for.',
      '服务不接受所要求的返回格式。',
    ],
    remedy: [
      'Check the address of the service and the proxy; if both are right, report this as a bug.',
      '请检查服务地址和代理；如果都正确，请反馈此问题。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'Missing{ParameterName}',
    message: '{ParameterName} is mandatory for this action.',
    cause: [
      'A required parameter is missing; the code names it.',
      '缺少必需的参数，错误码中给出了参数名。',
    ],
    remedy: ['Fill in that parameter, then try again.', '请补上该参数后重试。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'InvalidAction.NotFound',
    otherCodes: ['InvalidApi.NotFound'],
    message: 'Specified api is not found, please check your url and method.',
    cause: ['This address does not offer what was asked of it.', '该地址不提供所请求的接口。'],
    remedy: [
      'Check the address of the service: it may belong to another one.',
      '请检查服务地址，可能填成了其他服务的地址。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'InvalidVersion',
    message: 'Specified parameter Version is not valid.',
    cause: ['This address does not know the version of the interface.', '该地址不支持此接口版本。'],
    remedy: [
      'Check the address of the service: it may belong to another one.',
      '请检查服务地址，可能填成了其他服务的地址。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'Throttling.User',
    message: 'Request was denied due to user flow control.',
    cause: [
      'The account sends more requests per second than it may.',
      '该账号每秒的请求数超过了限制。',
    ],
    remedy: [
      'Run fewer jobs at once; the studio waits and asks again by itself.',
      '请减少同时运行的任务；字幕工作室会等待后自动重试。',
    ],
    retry: 'backoff',
    errorCode: 'engine/throttled',
  },
  {
    code: 'ServiceUnavailable',
    message: 'The request has failed due to a temporary failure of the server.',
    cause: ['The service is not available for the moment.', '服务暂时不可用。'],
    remedy: ['Try again a little later.', '请稍后重试。'],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 'InternalError',
    message: 'The request processing has failed due to some unknown error.',
    cause: ['The service failed and gives no reason.', '服务出错，未说明原因。'],
    remedy: [
      'Try again a little later; if it stays, ask the support of Alibaba Cloud.',
      '请稍后重试；如仍出错，请联系阿里云技术支持。',
    ],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
];

/** Codes of the API gateway, which takes the signed requests: tokens and file transcription (protocol §1.4). */
export const popErrors = defineVendorErrors('pop', ['pop'], rows);
