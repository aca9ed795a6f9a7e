import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 20000000,
    name: 'SUCCESS',
    cause: ['It worked.', '成功。'],
    remedy: ['Nothing needs to be done.', '无需处理。'],
    retry: 'no',
    outcome: 'success',
    errorCode: 'engine/failed',
  },
  {
    code: 40000004,
    name: 'IDLE_TIMEOUT',
    message: 'Gateway:IDLE_TIMEOUT:Websocket session is idle for too long time!',
    cause: [
      'The service had no result within 50 seconds of the upload.',
      '提交任务后，超过50s没有返回任务结果，服务端会返回此错误信息。',
    ],
    remedy: [
      'Send it again, at most twice; if that does not help, use the file engine.',
      '如果任务返回此错误码，可以重试提交此任务。建议一个任务返回此错误码最多重试2次。',
    ],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 40000005,
    name: 'TOO_MANY_REQUESTS',
    message: 'Gateway:TOO_MANY_REQUESTS:Too many requests!',
    cause: ['Too many recordings were sent at once.', '请求数量过多。'],
    remedy: [
      'Run fewer jobs at once: connections and requests per second are limited.',
      '检查是否超过了并发连接数或者每秒钟请求数。',
    ],
    retry: 'backoff',
    errorCode: 'engine/throttled',
  },
  {
    code: 40270001,
    name: 'UNSUPPORTED_AUDIO_FORMAT',
    cause: ['The format of the recording is not supported.', '不支持的音频格式。'],
    remedy: [
      'Convert it to one of the formats of the list: WAV, MP3, AAC, OPUS or MP4.',
      '请求音频格式不在支持列表。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40270002,
    name: 'NO_VALID_AUDIO_ERROR',
    scopes: ['flash', 'realtime'],
    cause: ['No speech was recognised in the recording.', '无效的音频。'],
    remedy: [
      'If it holds only silence or noise, an empty result is right. Otherwise check the sound and the model.',
      '从音频中没有识别出有效文本。',
    ],
    retry: 'no',
    outcome: 'empty',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40270003,
    name: 'DECODER_ERROR',
    scopes: ['flash', 'realtime'],
    cause: ['The recording could not be decoded as the format that was stated.', '音频解码错误。'],
    remedy: [
      'Check that the format fits the file, or convert the recording.',
      '按请求格式对音频解码时遇到错误。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40270004,
    name: 'NO_VALID_AUDIO_STREAM',
    cause: [
      'The recording has several channels, and no usable sound was found in them.',
      '无有效音频流。',
    ],
    remedy: ['Check the channels, or mix them down to one.', '多声道的音频中未抽取到有效音频流。'],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40270006,
    name: 'FILE_DOWNLOAD_FAILED',
    cause: [
      'The service could not download the recording from the link (audio_address).',
      '文件下载失败。',
    ],
    remedy: ['Check that the link still works.', '检查文件链接是否有效。'],
    retry: 'resign-link',
    errorCode: 'engine/failed',
  },
];

/** Codes of flash recognition that the general table has not, or has in another sense (protocol §2.4). */
export const flashErrors = defineVendorErrors('flash', ['flash'], rows);
