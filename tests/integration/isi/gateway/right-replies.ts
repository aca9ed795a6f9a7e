export const callNames = ['token', 'flash', 'submit', 'poll', 'upload'] as const;
export type CallName = (typeof callNames)[number];

/** What a service replies, and how it refuses. */
export interface RightReply {
  readonly body: string;
  /** Of the service's own replies. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A refusal for good, and the code by which it is known. */
  readonly refusal: { readonly body: string; readonly code: string };
  /** A refusal that passes. */
  readonly busy: string;
}

export const spokenText = '今天的会议现在开始。';
export const tokenFields = {
  NlsRequestId: 'aa29e63c6dd54b9ea2d2e4e2a3e1d5a9',
  RequestId: 'DBB0BE94-E2E6-4D0B-8A3C-7C1F1A0B9C11',
  ErrCode: 0,
  ErrMsg: '',
  Token: { ExpireTime: 4_102_444_800, Id: 'speech-token', UserId: '1000' },
};
export const flashFields = {
  task_id: 'f7a3',
  status: 20_000_000,
  message: 'SUCCESS',
  flash_result: {
    duration: 3_000,
    sentences: [{ text: spokenText, begin_time: 100, end_time: 2_500, channel_id: 0 }],
  },
};
export const submitFields = {
  TaskId: 'task-1',
  RequestId: 'A1',
  StatusCode: 21_050_000,
  StatusText: 'SUCCESS',
};
export const pollFields = {
  ...submitFields,
  BizDuration: 3_000,
  SolveTime: 1_700_000_000_000,
  RequestTime: 1_700_000_000_000,
  Result: {
    Sentences: [
      { Text: spokenText, BeginTime: 100, EndTime: 2_500, ChannelId: 0, SpeechRate: 200 },
    ],
  },
};
export const refusalFields = {
  RequestId: 'A2',
  HostId: 'filetrans.cn-shanghai.aliyuncs.com',
  Code: 'InvalidAccessKeyId.NotFound',
  Message: 'Specified access key is not found.',
  Recommend: 'https://api.aliyun.com/troubleshoot',
};
const pop = {
  refusal: { body: JSON.stringify(refusalFields), code: refusalFields.Code },
  busy: JSON.stringify({ ...refusalFields, Code: 'Throttling.User', Message: 'flow control' }),
};
const xml = (code: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message><RequestId>A3</RequestId></Error>`;

export const rightReplies: Readonly<Record<CallName, RightReply>> = {
  token: { ...pop, body: JSON.stringify(tokenFields) },
  flash: {
    body: JSON.stringify(flashFields),
    refusal: {
      body: '{"task_id":"f7","result":"","status":40000010,"message":"FREE_TRIAL_EXPIRED"}',
      code: '40000010',
    },
    busy: '{"task_id":"f7","result":"","status":40000005,"message":"TOO_MANY_REQUESTS"}',
  },
  submit: { ...pop, body: JSON.stringify(submitFields) },
  poll: { ...pop, body: JSON.stringify(pollFields) },
  upload: {
    body: '',
    headers: { etag: '"e7"', 'x-oss-request-id': 'A3' },
    refusal: { body: xml('AccessDenied'), code: 'AccessDenied' },
    busy: xml('SlowDown'),
  },
};
