import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 41050002,
    name: 'FILE_DOWNLOAD_FAILED',
    cause: ['The service could not download the recording.', '文件下载失败。'],
    remedy: [
      'Check that the link is right and can be opened from the Internet.',
      '检查录音文件路径是否正确，以及是否可以通过外网访问和下载。',
    ],
    retry: 'resign-link',
    errorCode: 'engine/failed',
  },
  {
    code: 41050003,
    name: 'FILE_CHECK_FAILED',
    cause: ['The format of the file is not accepted.', '文件格式错误。'],
    remedy: [
      'Convert the recording to WAV or MP3 with one or two channels.',
      '检查录音文件是否是单轨/双轨的WAV格式或MP3格式。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050004,
    name: 'FILE_TOO_LARGE',
    cause: ['The file is too large.', '文件过大。'],
    remedy: [
      'Split the recording or encode it smaller: sound may have up to 512 MB.',
      '检查录音文件大小是否超过512 MB，超过则需您对录音文件分段。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050005,
    name: 'FILE_NORMALIZE_FAILED',
    cause: ['The service could not bring the recording into its own form.', '文件归一化失败。'],
    remedy: [
      'Check that the recording plays; if it is damaged, convert it or export it anew.',
      '检查录音文件是否有损坏，是否可以正常播放。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050006,
    name: 'FILE_PARSE_FAILED',
    cause: ['The service could not read the recording.', '文件解析失败。'],
    remedy: [
      'Check that the recording plays; if it is damaged, convert it or export it anew.',
      '检查录音文件是否有损坏，是否可以正常播放。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050007,
    name: 'MKV_PARSE_FAILED',
    cause: ['The service could not read the MKV file.', 'MKV解析失败。'],
    remedy: [
      'Check that the recording plays; if it is damaged, convert it or export it anew.',
      '检查录音文件是否损坏，是否可以正常播放。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050008,
    name: 'UNSUPPORTED_SAMPLE_RATE',
    cause: ['The sample rate of the recording is not that of the model.', '采样率不匹配。'],
    remedy: [
      'In Settings, enter the model of the Appkey as the console has it: recordings are then converted to its rate. Leave enable_sample_rate_adaptive switched on.',
      '检查实际语音的采样率和控制台上Appkey绑定的ASR模型采样率是否一致，或者将本篇文档中自动降采样的参数enable_sample_rate_adaptive设置为true。',
    ],
    retry: 'change-parameter',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 41050023,
    name: 'CONTENT_LENGTH_CHECK_FAILED',
    cause: [
      'The server that holds the recording states another length than the file has.',
      'content-length 检查失败。',
    ],
    remedy: [
      'Check that the file is complete and the server states its real Content-Length, then submit it again.',
      '检查下载文件时，HTTP response中的content-length与文件实际大小是否一致。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 41050024,
    name: 'FILE_404_NOT_FOUND',
    cause: ['There is no file behind the link.', '需要下载的文件不存在。'],
    remedy: ['Upload the recording again, then submit it again.', '检查需要下载的文件是否存在。'],
    retry: 'upload-again',
    errorCode: 'engine/failed',
  },
  {
    code: 41050025,
    name: 'FILE_403_FORBIDDEN',
    cause: ['The service may not download the recording.', '没有权限下载需要的文件。'],
    remedy: [
      'Sign the link again with a longer life, or check who may read the file.',
      '检查是否有权限下载录音文件。',
    ],
    retry: 'resign-link',
    errorCode: 'engine/failed',
  },
  {
    code: 41050026,
    name: 'FILE_SERVER_ERROR',
    cause: ['The server that holds the recording does not work.', '请求的文件所在的服务不可用。'],
    remedy: [
      'Wait until it does, then submit the recording again.',
      '检查请求的文件所在的服务是否可用。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 41050103,
    name: 'AUDIO_DURATION_TOO_LONG',
    cause: ['The recording is longer than 12 hours.', '请求的文件时长超过12小时。'],
    remedy: [
      'Cut it into parts and submit them one by one.',
      '建议将音频进行切分，分多次提交识别任务，切分命令参考 (https://help.aliyun.com/zh/isi/support/faq-about-input-formats-for-speech-recognition#33739064beavy)。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 40270003,
    name: 'DECODER_ERROR',
    cause: ['The service cannot tell what sound the file holds.', '检测音频文件信息失败。'],
    remedy: [
      'Check that the link leads to a recording in a supported format.',
      '确认文件下载链接中文件为支持的音频格式。',
    ],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
];

/** Failures of file transcription that lie with the recording or its link (protocol §3.4). */
export const fileAudioErrors = defineVendorErrors('file', ['file', 'file-lite'], rows);
