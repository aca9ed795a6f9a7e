import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 41050001,
    name: 'USER_BIZDURATION_QUOTA_EXCEED',
    cause: [
      'The free trial takes 2 hours of recordings a day, and these are used up.',
      '单日时间超限（免费用户每日可识别不超过2小时时长的录音文件）。',
    ],
    remedy: [
      'Wait a day, or upgrade the account to the paid edition.',
      '建议从免费版升级到商用版。如业务量较大，请联系商务洽谈，邮件地址：nls_support@service.aliyun.com。',
    ],
    retry: 'next-day',
    errorCode: 'engine/throttled',
  },
  {
    code: 41050010,
    name: 'FILE_TRANS_TASK_EXPIRED',
    cause: [
      'The service no longer knows this task: results are kept for 72 hours.',
      '录音文件识别任务过期。',
    ],
    remedy: [
      'Start the job anew; the recording has to be sent again.',
      'TaskId不存在，或者已过期。',
    ],
    retry: 'start-anew',
    errorCode: 'engine/failed',
  },
  {
    code: 41050011,
    name: 'REQUEST_INVALID_FILE_URL_VALUE',
    cause: ['The link to the recording is not valid (file_link).', '请求file_link参数非法。'],
    remedy: [
      'Use an http or https address with a domain name and without blanks.',
      '确认file_link参数格式是否正确。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 41050012,
    name: 'REQUEST_INVALID_CALLBACK_VALUE',
    cause: [
      'The address for the callback is not valid (callback_url).',
      '请求callback_url参数非法。',
    ],
    remedy: [
      'Give a full http or https address, or switch the callback off.',
      '确认callback_url参数格式是否正确，是否为空。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 41050013,
    name: 'REQUEST_PARAMETER_INVALID',
    cause: ['The description of the task is not valid JSON.', '请求参数无效。'],
    remedy: [
      'Check the parameters of the job, above all those you typed yourself.',
      '确认请求task值为有效的JSON格式字符串。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
  {
    code: 41050014,
    name: 'REQUEST_EMPTY_APPKEY_VALUE',
    cause: ['No Appkey was given.', '请求参数appkey值为空。'],
    remedy: ['Enter the Appkey of your project in the settings.', '确认是否设置了appkey参数值。'],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 41050015,
    name: 'REQUEST_APPKEY_UNREGISTERED',
    cause: ['The service does not know this Appkey.', '请求参数appkey未注册。'],
    remedy: [
      'Check the Appkey, and that it belongs to the account of the AccessKey.',
      '确认请求参数appkey值是否设置正确，或者是否与阿里云账号的AccessKey ID同一个账号。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 41050021,
    name: 'RAM_CHECK_FAILED',
    cause: ['The RAM user may not use the speech service.', 'RAM检查失败。'],
    remedy: [
      'Let the owner of the account grant this user the right to it.',
      '检查您的RAM用户是否已经授权调用语音服务的API，具体操作，请参见RAM用户权限配置 (https://help.aliyun.com/zh/isi/getting-started/start-here)。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: 41050009,
    name: 'UNSUPPORTED_ASR_GROUP',
    scopes: ['file'],
    cause: ['The Appkey leads to no model that can transcribe files.', 'ASR分组不支持。'],
    remedy: [
      'Check the Appkey, and that it belongs to the account of the AccessKey.',
      '确认请求参数appkey值是否设置正确，或者是否与阿里云账号的AccessKey ID同一个账号。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: undefined,
    name: 'REQUEST_INVALID_TASK_ID',
    scopes: ['file'],
    cause: ['This is not the form of a task id.', '任务 ID 的格式不正确。'],
    remedy: [
      'Use the id that the service gave when the task was submitted.',
      '请使用提交任务时服务返回的任务 ID。',
    ],
    retry: 'no',
    errorCode: 'engine/refused',
  },
];

/** Refusals of a request for file transcription: its task, its Appkey, its account (protocol §3.4). */
export const fileRequestErrors = defineVendorErrors('file', ['file', 'file-lite'], rows);
