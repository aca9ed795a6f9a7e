import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 21050000,
    name: 'SUCCESS',
    cause: ['It worked.', '成功。'],
    remedy: ['Nothing needs to be done.', '无。'],
    retry: 'no',
    outcome: 'success',
    errorCode: 'engine/failed',
  },
  {
    code: 21050001,
    name: 'RUNNING',
    cause: ['The recording is being transcribed.', '录音文件识别任务运行中。'],
    remedy: ['The studio asks again by itself.', '请稍后再发送GET方式的识别结果查询请求。'],
    retry: 'poll',
    outcome: 'running',
    errorCode: 'engine/failed',
  },
  {
    code: 21050002,
    name: 'QUEUEING',
    cause: ['The task is waiting for its turn.', '录音文件识别任务排队中。'],
    remedy: ['The studio asks again by itself.', '请稍后再发送GET方式的识别结果查询请求。'],
    retry: 'poll',
    outcome: 'running',
    errorCode: 'engine/failed',
  },
  {
    code: 21050003,
    name: 'SUCCESS_WITH_NO_VALID_FRAGMENT',
    cause: [
      'The service found no speech in the recording.',
      '识别结果查询接口调用成功，但是VAD模块未检测到有效语音。',
    ],
    remedy: [
      'If it holds only silence, an empty result is right. Otherwise check that the right track was sent.',
      '此种情况下可检查： 录音文件是否包含有效语音，如果都是无效语音，例如纯静音。上述情况下没有识别结果是正常现象。',
    ],
    retry: 'no',
    outcome: 'empty',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 21050003,
    name: 'ASR_RESPONSE_HAVE_NO_WORDS',
    key: '21050003-no-words',
    otherCodes: ['41050029'],
    otherNames: ['ASR_RESPONSE_HAVE_HO_WORDS'],
    cause: [
      'The service finished, but no words were left.',
      '识别结果查询接口调用成功，但是最终识别结果为空。',
    ],
    remedy: [
      'Check that there is speech; if it is only "er" and "um", switch off enable_disfluency, which removes them. Otherwise an empty result is right.',
      '此种情况下可检查： 录音文件是否包含有效语音，或有效语音是否都是语气词且开启了顺滑参数enable_disfluency，导致语气词被过滤。 上述情况下没有识别结果是正常现象。',
    ],
    retry: 'no',
    outcome: 'empty',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 51050000,
    name: 'INTERNAL_ERROR',
    cause: [
      'The service had a passing disturbance, of load or of its network.',
      '受机器负载、网络等因素导致的异常，通常为偶发出现。',
    ],
    remedy: [
      'Trying again usually helps; if not, ask the support of Alibaba Cloud.',
      '一般重试调用即可恢复，如无法恢复，请联系技术支持人员。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 41050029,
    name: 'ASR_RESPONSE_HAVE_HO_WORDS',
    scopes: ['file'],
    cause: ['No words were recognised in the recording.', '未识别出有效文字。'],
    remedy: ['Check what is in the recording; of silence the result is empty.', '检查音频内容。'],
    retry: 'no',
    outcome: 'empty',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 51050001,
    name: 'VAD_FAILED',
    scopes: ['file'],
    cause: ['The service failed while looking for speech.', 'VAD失败。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 51050002,
    name: 'RECOGNIZE_FAILED',
    scopes: ['file'],
    cause: ['The service failed while recognising.', '内部alisr识别失败。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 51050003,
    name: 'RECOGNIZE_INTERRUPT',
    scopes: ['file'],
    cause: ['The recognition was interrupted inside the service.', '内部alisr识别中断。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 51050004,
    name: 'OFFER_INTERRUPT',
    scopes: ['file'],
    cause: ['The queue inside the service was interrupted.', '内部写入队列中断。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 51050005,
    name: 'FILE_TRANS_TIMEOUT',
    scopes: ['file'],
    cause: ['The service ran out of its own time for this recording.', '内部整体超时失败。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 51050006,
    name: 'FRAGMENT_FAILED',
    scopes: ['file'],
    cause: ['The service failed while cutting the recording.', '内部分断失败。'],
    remedy: [
      'Once in a while it can be ignored; if it comes again, open a ticket with Alibaba Cloud.',
      '如果偶现可以忽略，重复出现请提交工单。',
    ],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
];

/** States of a file transcription, and failures inside the service (protocol §3.4). */
export const fileStateErrors = defineVendorErrors('file', ['file', 'file-lite'], rows);
