import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 'running',
    cause: ['The task is not finished yet.', '任务尚未完成。'],
    remedy: ['The studio asks again by itself.', '字幕工作室会自动继续查询。'],
    retry: 'poll',
    outcome: 'running',
    errorCode: 'engine/failed',
  },
  {
    code: 'client',
    cause: [
      'The service refused the request with a code that is not in its documents.',
      '服务以文档中没有的错误码拒绝了请求。',
    ],
    remedy: [
      'Read the text of the service beside the code; sending the same again will not help.',
      '请查看错误码旁的服务端信息；重复发送相同请求没有用。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'server',
    cause: [
      'The service failed with a code that is not in its documents.',
      '服务出错，错误码不在其文档中。',
    ],
    remedy: ['Trying again may help.', '重试可能会恢复。'],
    retry: 'backoff',
    errorCode: 'engine/failed',
  },
  {
    code: 'server-task',
    cause: [
      'The service failed on this task with a code that is not in its documents.',
      '服务处理该任务时出错，错误码不在其文档中。',
    ],
    remedy: ['Submitting the recording again may help.', '重新提交该录音可能会恢复。'],
    retry: 'resubmit',
    errorCode: 'engine/failed',
  },
  {
    code: 'unauthorised',
    cause: ['The service does not accept the credentials.', '服务不认可这组凭证。'],
    remedy: [
      'Check AccessKey, token and Appkey in the settings.',
      '请在设置中检查 AccessKey、Token 和 Appkey。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'forbidden',
    cause: ['The account may not do this.', '该账号无权执行此操作。'],
    remedy: [
      'Check permissions, payment and the project of the Appkey in the console.',
      '请在控制台检查权限、付费状态和 Appkey 所属项目。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: 'not-found',
    cause: [
      'There is no such service at the address that was called.',
      '所访问的地址上没有该服务。',
    ],
    remedy: ['Check the address of the service in the settings.', '请检查设置中的服务地址。'],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 'too-large',
    cause: ['The recording is larger than the service takes.', '录音超过服务允许的大小。'],
    remedy: ['Encode it smaller, or use the file engine.', '请压缩录音，或使用录音文件识别引擎。'],
    retry: 'no',
    errorCode: 'engine/audio-refused',
  },
  {
    code: 'throttled',
    cause: ['The service takes no more requests at the moment.', '服务当前不再接受更多请求。'],
    remedy: [
      'Run fewer jobs at once; the studio waits and tries again.',
      '请减少同时运行的任务；字幕工作室会等待后重试。',
    ],
    retry: 'backoff',
    errorCode: 'engine/throttled',
  },
  {
    code: 'storage-forbidden',
    cause: ['The account may not use this bucket.', '该账号无权使用此存储空间。'],
    remedy: [
      'Check the AccessKey and its rights to the bucket.',
      '请检查 AccessKey 及其对该存储空间的权限。',
    ],
    retry: 'no',
    errorCode: 'storage/forbidden',
  },
  {
    code: 'storage',
    cause: [
      'The storage refused the request with a code that the studio does not know.',
      '存储服务以未知的错误码拒绝了请求。',
    ],
    remedy: [
      'Read its text beside the code; check bucket and region in the settings.',
      '请查看错误码旁的信息，并检查设置中的存储空间和地域。',
    ],
    retry: 'no',
    errorCode: 'storage/failed',
  },
  {
    code: 'storage-server',
    cause: ['The storage had a passing disturbance.', '存储服务暂时出现故障。'],
    remedy: ['Trying again usually helps.', '一般重试即可恢复。'],
    retry: 'backoff',
    errorCode: 'storage/failed',
  },
  {
    code: 'unknown',
    cause: [
      'The service answered with something that is not in its documents.',
      '服务返回了文档中没有的内容。',
    ],
    remedy: [
      'Check the address of the service and the proxy, then try once more.',
      '请检查服务地址和代理，然后再试一次。',
    ],
    retry: 'manual',
    errorCode: 'engine/failed',
  },
];

/** What is said of a code that no table has: by its first digits or its HTTP status (§3.4). */
export const familyErrors = defineVendorErrors(
  'family',
  ['flash', 'file', 'sdk', 'pop', 'oss'],
  rows,
);
