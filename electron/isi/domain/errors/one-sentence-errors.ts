import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 40000000,
    name: 'CLIENT_ERROR',
    message: 'Gateway:CLIENT_ERROR:Empty audio data!',
    tellTale: 'Empty audio data',
    cause: ['The request held no sound.', '没有音频数据。'],
    remedy: [
      'Check that the recording is not empty, then send it again.',
      '建议参考公共云示例代码，请求时发送音频数据。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40000004,
    name: 'IDLE_TIMEOUT',
    message: 'Gateway:IDLE_TIMEOUT:Websocket session is idle for too long time',
    cause: [
      'Nothing was sent for more than 10 seconds after the connection was made.',
      '请求建立链接后，长时间没有发送任何数据，超过10s后服务端会返回此错误信息。',
    ],
    remedy: [
      'Check the network and try again.',
      '请在建立链接后和服务端保持交互，比如持续发送语音流，您可以在采集音频的同时进行发送， 发送结束后及时关闭链接。',
    ],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 40010002,
    name: 'DIRECTIVE_NOT_SUPPORTED',
    message:
      "Gateway:DIRECTIVE_NOT_SUPPORTED:Directive'SpeechRecognizer.EnhanceRecognition'isnotsupported!",
    cause: [
      'The service does not support an instruction that was sent.',
      '发送了服务端不支持的消息指令。',
    ],
    remedy: [
      'Check the address of the service: it may belong to another interface.',
      '请参考官网文档示例代码进行对比测试验证。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 40010003,
    name: 'DIRECTIVE_INVALID',
    message: "Gateway:DIRECTIVE_INVALID:Too many items for ‘vocabulary'!(173)",
    tellTale: 'Too many items',
    cause: ['The list of hot words has too many entries.', '热词数量设置过多。'],
    remedy: ['Shorten the hot words to what the interface allows.', '请参考API进行正确设置。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 41010104,
    name: 'TOO_LONG_SPEECH',
    cause: [
      'The recording is longer than this interface takes, which is 60 seconds.',
      '发送的语音时长超过限制，仅在一句话识别接口上出现。',
    ],
    remedy: [
      'Use the flash or the file engine for longer recordings.',
      '一句话语音识别支持60s以内的音频，如果超过60s，建议调用实时语音识别接口。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41010105,
    name: 'SILENT_SPEECH',
    cause: [
      'The recording holds silence or noise only; there is no speech in it.',
      '纯静音数据或噪音数据，导致无法检测出任何有效语音。',
    ],
    remedy: ['Nothing needs to be done: the result is empty.', '无。'],
    retry: 'no',
    outcome: 'empty',
    errorCode: 'engine/audio-refused',
  },
];

/** Codes of the table of one-sentence recognition; the gateway may give some of them to flash too. */
export const oneSentenceErrors = defineVendorErrors('one-sentence', ['one-sentence'], rows);
