import { readVendorReply } from '@isi/replies/import-reply';
import { describe, expect, test } from 'vitest';

const sentence = { BeginTime: 0, EndTime: 900, ChannelId: 0, Text: '你好。' };
const file = {
  TaskId: 't',
  RequestId: 'r',
  StatusCode: 21050000,
  StatusText: 'SUCCESS',
  BizDuration: 1_000,
  SolveTime: 1,
  Result: { Sentences: [sentence] },
};
const flash = {
  task_id: 't',
  status: 20000000,
  message: 'SUCCESS',
  flash_result: {
    duration: 1_000,
    sentences: [{ begin_time: 0, end_time: 900, channel_id: 0, text: '你好。' }],
  },
};

function read(reply: unknown): string {
  return readVendorReply(JSON.stringify(reply))
    .segments.flatMap(({ words }) => words)
    .map(({ before, text, after }) => before + text + after)
    .join('');
}

describe('[IS20] the fields around a result', () => {
  const odd = [null, undefined, 'text', 7, {}, [1], true];

  test.for(['TaskId', 'RequestId', 'StatusCode', 'StatusText', 'BizDuration', 'SolveTime'])(
    '%s may be anything',
    (field) => {
      for (const value of odd) {
        // Seven is a number of no state: that of a failure, for all we know.
        if (field === 'StatusCode' && value === 7) continue;
        expect(read({ ...file, [field]: value })).toBe('你好。');
      }
    },
  );

  test.for(['task_id', 'status', 'message'])('%s may be anything', (field) => {
    for (const value of odd) {
      if (field === 'status' && value === 7) continue;
      expect(read({ ...flash, [field]: value })).toBe('你好。');
    }
  });

  test('a number written as text counts as the number', () => {
    expect(read({ ...file, StatusCode: '21050000', StatusText: null })).toBe('你好。');
    expect(read({ ...flash, status: '20000000', message: null })).toBe('你好。');
  });

  test('a failure is one, by its number or by its text', () => {
    const failed = { ...file, Result: undefined, BizDuration: undefined };
    expect(() => read({ ...failed, StatusCode: 41050002 })).toThrow(/41050002/);
    expect(() => read({ ...failed, StatusCode: null, StatusText: 'FILE_DOWNLOAD_FAILED' })).toThrow(
      /FILE_DOWNLOAD_FAILED/,
    );
    expect(() => read({ ...failed, StatusCode: null, StatusText: 'RUNNING' })).toThrow(/not done/);
    const refused = { ...flash, flash_result: null };
    expect(() => read({ ...refused, status: '40000001' })).toThrow(/40000001/);
  });
});
