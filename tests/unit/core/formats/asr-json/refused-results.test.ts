import { describeError } from '@contract/describe-error';
import { resultReasons } from '@core/errors/explain-result';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { readResult } from './read-result';

describe('[FM72] JSON without a transcript is refused as what it is', () => {
  it.each([
    ['unfinished', { request_id: 'a' }],
    ['failed', { err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.' }],
    ['unfinished', { TranscriptionJob: { TranscriptionJobStatus: 'IN_PROGRESS' } }],
    ['failed', { TranscriptionJob: { TranscriptionJobStatus: 'FAILED', FailureReason: 'No.' } }],
    ['elsewhere', { TranscriptionJob: { TranscriptionJobStatus: 'COMPLETED' } }],
    ['unfinished', { name: '1', metadata: { progressPercent: 40 } }],
    ['failed', { error: { code: 403, message: 'No.', status: 'PERMISSION_DENIED' } }],
    ['unfinished', { self: 'https://…', status: 'Running', links: {} }],
    ['failed', { self: 'https://…', status: 'Failed', links: {}, properties: {} }],
    ['untimed', { text: 'Hello there.' }],
    ['untimed', [{ key: 'a', text: '你好' }]],
    ['unfinished', { StatusCode: 21_050_002, StatusText: 'QUEUEING', TaskId: 't', RequestId: 'r' }],
    ['unfinished', { request_id: 'a', output: { task_id: 't', task_status: 'PENDING' } }],
    ['elsewhere', { request_id: 'a', output: { task_id: 't', task_status: 'SUCCEEDED' } }],
    ['failed', { request_id: 'a', code: 'InvalidApiKey', message: 'Invalid API-key provided.' }],
    [
      'failed',
      { task_id: 't', status: 40_000_001, message: 'Meta:ACCESS_DENIED:The token is invalid' },
    ],
    ['unknown', { name: 'zimu', dependencies: {} }],
    ['unknown', [{ a: 1 }]],
  ])('%s: %j', (result, value) => {
    let thrown: unknown;
    try {
      readResult(value);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StudioError);
    const { code, data } = thrown as StudioError;
    expect({ code, result: data['result'] }).toEqual({ code: 'text/unreadable', result });
    for (const locale of ['en', 'zh-CN'] as const) {
      const { happened, next } = describeError(locale, { code, data: { ...data, path: 'a.json' } });
      expect(`${happened} ${next}`).not.toMatch(/[{}]/u);
    }
  });

  it('each reason has a text', () => {
    for (const result of resultReasons) {
      const data = { result, engine: 'X', status: '', path: 'a.json' };
      expect(describeError('en', { code: 'text/unreadable', data }).happened).toContain('a.json');
    }
  });
});
