import { type ErrorData, StudioError } from '@core/errors/studio-error';
import type { ErrorCode } from '@core/errors/error-codes';
import { createChargedTwiceRemark, isAnswerLost, markCharged } from '@isi/charged-twice';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

const failure = (code: ErrorCode, data: ErrorData): StudioError =>
  new StudioError(code, 'it failed', { data });

describe('work whose answer was lost', () => {
  it.each([
    ['network/timed-out', { host: 'h', phase: 'reply' }, true],
    ['network/timed-out', { host: 'h', phase: 'body' }, true],
    ['network/timed-out', { host: 'h', phase: 'connect' }, false],
    ['network/timed-out', { host: 'h', phase: 'send' }, false],
    ['network/unreachable', { host: 'h', reason: 'ECONNRESET' }, true],
    ['network/unreachable', { host: 'h', reason: 'connection closed' }, true],
    ['network/unreachable', { host: 'h', reason: 'ECONNREFUSED' }, false],
    ['network/unreachable', { host: 'h', reason: 'ENOTFOUND' }, false],
    ['network/unreachable', { host: 'h', reason: 'EAI_AGAIN' }, false],
    ['network/proxy', { host: 'h', reason: 'login' }, false],
    ['network/tls', { host: 'h', reason: 'CERT_HAS_EXPIRED' }, false],
    ['engine/reply-unreadable', { host: 'h', httpStatus: 200 }, true],
    ['engine/reply-unreadable', { host: 'h' }, true],
    ['engine/reply-unreadable', { host: 'h', httpStatus: 429 }, false],
    ['engine/reply-unreadable', { host: 'h', httpStatus: 503 }, false],
    ['engine/failed', { httpStatus: 502 }, true],
    ['engine/failed', { httpStatus: 504 }, true],
    ['engine/throttled', { httpStatus: 429 }, false],
    ['engine/refused', { vendorCode: '41050015', httpStatus: 200 }, false],
  ] as const)('[IS23] %s %j: %s', (code, data, expected) => {
    expect(isAnswerLost(failure(code, data))).toBe(expected);
  });

  it('[IS23] is said of the failure, and before it is handed in once more', () => {
    const marked = markCharged(failure('network/unreachable', { host: 'h', reason: 'ECONNRESET' }));
    expect(describeError('en', marked).next).toMatch(/^The service may have taken the recording/);
    expect(describeError('zh-CN', marked, 'window').next).toMatch(/^服务可能已经受理并计费/);
    const remark = createChargedTwiceRemark(marked)!;
    expect(describeError('en', remark).happened).toContain('(ECONNRESET)');
    expect(describeError('en', remark).next).toContain('charged twice');
    expect(describeError('zh-CN', remark).next).toContain('重复计费');
    expect(createChargedTwiceRemark(failure('network/unreachable', {}))).toBe(undefined);
  });
});
