import { StudioError } from '@core/errors/studio-error';
import { describe, expect, test } from 'vitest';
import { createRetryTeller, type RetryTeller } from '../../../electron/cli/tell-retries';
import type { Terminal } from '../../../electron/cli/terminal';

const failed = new StudioError('network/unreachable', 'gone', {
  data: { host: 'filetrans', reason: 'ECONNRESET' },
});
const unanswered = new StudioError('engine/task-unanswered', 'no answer', {
  data: { taskId: 'task-7', minutes: 2, why: 'filetrans: HTTP 429' },
});

function open(debug: boolean): { readonly teller: RetryTeller; readonly said: string[] } {
  const said: string[] = [];
  const terminal: Pick<Terminal, 'locale' | 'stderr'> = {
    locale: 'en',
    stderr: { write: (text: string) => said.push(text) },
  };
  return { teller: createRetryTeller(terminal as Terminal, { debug }), said };
}

describe('failures that are tried again', () => {
  test('are not told, but that a task has long been without an answer: once, until it has one', () => {
    const { teller, said } = open(false);
    for (const error of [failed, unanswered, unanswered, failed]) teller.retrying(error);
    expect(said.join('')).toContain('no reply about task task-7 could be had');
    expect(said.join('').match(/task-7/g)).toHaveLength(1);
    expect(said.join('')).not.toContain('cannot be reached');
    teller.wentOn();
    teller.retrying(unanswered);
    expect(said.join('').match(/task-7/g)).toHaveLength(2);
  });

  test('are all told where a person asked for the details', () => {
    const { teller, said } = open(true);
    for (const error of [failed, unanswered, unanswered]) teller.retrying(error);
    expect(said.join('').match(/cannot be reached/g)).toHaveLength(1);
    expect(said.join('').match(/task-7/g)).toHaveLength(2);
  });
});
