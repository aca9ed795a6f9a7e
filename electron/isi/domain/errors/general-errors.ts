import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 40000000,
    name: 'CLIENT_ERROR',
    message: '默认的客户端错误码，对应了多个错误消息。',
    cause: [
      'The service could not make sense of the request. This number stands for several client mistakes.',
      '用户使用了不合理的参数或者调用逻辑。',
    ],
    remedy: [
      'Look at the text of the service beside the number; check the parameters of the job and try once more.',
      '请参考官网文档示例代码进行对比测试验证。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40000002,
    name: 'MESSAGE_INVALID',
    message: "Gateway:MESSAGE_INVALID:Can't process message in state'FAILED'!",
    cause: [
      'The service received a message it cannot use at this point.',
      '无效或者错误的报文消息。',
    ],
    remedy: [
      'Sending the same again fails again. Check the address of the service and anything that changes requests on the way.',
      '请参考官网文档示例代码进行对比测试验证。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40000003,
    name: 'PARAMETER_INVALID',
    message: 'PARAMETER_INVALID; Failed to decode url params',
    cause: [
      'One of the parameters is wrong or not encoded properly.',
      '用户传递的参数有误，一般常见于RESTful接口调用。',
    ],
    remedy: [
      'Check the parameters of the job, above all those you typed yourself.',
      '请参考官网文档示例代码进行对比测试验证。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40000009,
    name: 'INVALID_WAV_HEADER',
    message: 'Invalid wav header!',
    tellTale: 'Invalid wav header',
    cause: ['The header at the start of the WAV file is wrong.', '错误的消息头。'],
    remedy: [
      'Repair or convert the recording; a WAV file whose header does not fit is refused.',
      '如果您发送的是WAV语音文件，且设置`format`为`wav`，请注意检查该语音文件的WAV头是否正确，否则可能会被服务端拒绝。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40000009,
    name: 'TOO_LARGE_WAV_HEADER',
    key: '40000009-too-large',
    message: 'Too large wav header!',
    tellTale: 'Too large wav header',
    cause: [
      'The header of the WAV file is larger than the service takes, or states a wrong length.',
      '传输的语音WAV头不合法。',
    ],
    remedy: [
      'Convert the recording to another format, or write the WAV file anew so that its header states the real length.',
      '建议使用PCM、OPUS等格式发送音频流，如果是WAV，建议关注语音文件的WAV头信息是否为正确的数据长度大小。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40010001,
    name: 'NAMESPACE_NOT_FOUND',
    message: 'Gateway:NAMESPACE_NOT_FOUND:RESTful url path illegal',
    cause: [
      'The service does not know the address or the interface that was called.',
      '不支持的接口或参数。',
    ],
    remedy: [
      'Check the address of the service in the settings, its path included.',
      '请检查调用时传递的参数内容是否和官网文档要求的一致，并结合错误信息对比排查，设置为正确的参数。 比如您是否通过curl命令执行RESTful接口请求， 拼接的URL是否合法。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40010003,
    name: 'DIRECTIVE_INVALID',
    message: 'Gateway:DIRECTIVE_INVALID:[xxx]',
    cause: [
      'The service refuses a parameter or instruction of the request.',
      '客户端侧通用错误码。',
    ],
    remedy: [
      'Read the text of the service beside the number: it names the parameter to change.',
      '表示客户端传递了不正确的参数或指令，在不同的接口上有对应的详细报错信息，请参考对应文档进行正确设置。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40010004,
    name: 'CLIENT_DISCONNECT',
    message: 'Gateway:CLIENT_DISCONNECT:Client disconnected before task finished!',
    cause: [
      'The connection was closed from this side before the service had finished.',
      '在请求处理完成前客户端主动结束。',
    ],
    remedy: [
      'If you did not cancel it yourself, check the network and try once more.',
      '无，或者请在服务端响应完成后再关闭链接。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
  {
    code: 40010005,
    name: 'TASK_STATE_ERROR',
    message: 'Gateway:TASK_STATE_ERROR:Got stop directive while task is stopping!',
    cause: [
      'An instruction arrived that the service does not take in the present state of the task.',
      '客户端发送了当前不支持的消息指令。',
    ],
    remedy: ['Start the job anew.', '请参考官网文档示例代码进行对比测试验证。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 41010101,
    name: 'UNSUPPORTED_SAMPLE_RATE',
    cause: ['The sample rate of the recording is not supported.', '不支持的采样率格式。'],
    remedy: [
      'Ask for the rate of the model: 16000 Hz, or 8000 Hz for a telephone model. In Settings, enter the model of the Appkey, and leave sample_rate as it is.',
      '当前实时语音识别只支持8000 Hz和16000 Hz两种采样率格式的音频。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41040201,
    name: 'GET_CLIENT_DATA_TIMEOUT',
    message: 'Realtime:GET_CLIENT_DATA_TIMEOUT:Client data does not send continuously!',
    cause: [
      'The service waited too long for the next piece of sound.',
      '获取客户端发送的数据超时失败。',
    ],
    remedy: [
      'Check the speed of the network; the upload has to flow without long pauses.',
      '客户端在调用实时语音识别时请保持实时速率发送，发送完成后及时关闭链接。',
    ],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 50000000,
    name: 'GRPC_ERROR',
    message: 'GRPC_ERROR:Grpc error!',
    cause: [
      'The service had a passing disturbance, of load or of its network.',
      '受机器负载、网络等因素导致的异常，通常为偶发出现。',
    ],
    remedy: ['Trying again usually helps.', '一般重试调用即可恢复。'],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 50000001,
    name: 'GRPC_ERROR',
    message: 'GRPC_ERROR:Grpc error!',
    cause: [
      'The service had a passing disturbance, of load or of its network.',
      '受机器负载、网络等因素导致的异常，通常为偶发出现。',
    ],
    remedy: ['Trying again usually helps.', '一般重试调用即可恢复。'],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 52010001,
    name: 'GRPC_ERROR',
    message: 'GRPC_ERROR:Grpc error!',
    cause: [
      'The service had a passing disturbance, of load or of its network.',
      '受机器负载、网络等因素导致的异常，通常为偶发出现。',
    ],
    remedy: ['Trying again usually helps.', '一般重试调用即可恢复。'],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
];

/** The vendor's general table: codes of the gateway that any of its speech services may give (seed, 服务状态码). */
export const generalErrors = defineVendorErrors(
  'general',
  ['flash', 'file', 'one-sentence', 'realtime'],
  rows,
);
