import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { createProgressDisplay } from '../../../electron/cli/progress-display';
import { tell, type Terminal } from '../../../electron/cli/terminal';
import type { JobProgress } from '../../../electron/services/jobs/transcribe-recording';

function makeTerminal(isTTY: boolean): { terminal: Terminal; written: () => string } {
  let text = '';
  const stderr = { write: (piece: string) => (text += piece), isTTY, columns: 60 };
  const terminal: Terminal = {
    stdout: { write: () => undefined },
    stderr,
    env: {},
    workingDirectory: '/',
    locale: 'en',
    signal: new AbortController().signal,
  };
  return { terminal, written: () => text };
}

const progress = (fraction: number): JobProgress => ({
  kind: 'progress',
  stage: 'transcribing',
  fraction,
  sentences: [],
  notices: [],
});

describe('the progress bar', () => {
  it('shows the share of all recordings together', () => {
    const { terminal, written } = makeTerminal(true);
    const display = createProgressDisplay(terminal, { json: false, count: 2 });
    display.begin('a');
    display.report('a', progress(0.5));
    expect(written()).toContain(' 25 %  transcribing');
  });

  it('fits the width of the terminal, so that it can be taken away', () => {
    const { terminal, written } = makeTerminal(true);
    const display = createProgressDisplay(terminal, { json: false, count: 1 });
    display.report('a', progress(0.5));
    expect(written().length).toBeLessThan(60);
  });

  it('is taken away before a line and at the end', () => {
    const { terminal, written } = makeTerminal(true);
    const display = createProgressDisplay(terminal, { json: false, count: 1 });
    display.report('a', progress(0.5));
    tell(display.terminal, 'a line');
    expect(written().endsWith('\r\u001b[2Ka line\n')).toBe(true);
    display.end();
    expect(written()).toMatch(/a line\n$/);
  });

  it('is not there where nobody watches', () => {
    const { terminal, written } = makeTerminal(false);
    const display = createProgressDisplay(terminal, { json: false, count: 1 });
    display.begin('a');
    display.report('a', progress(0.5));
    display.end();
    expect(written()).toBe('');
  });
});

describe('progress for programs', () => {
  it('is one JSON object a line, each with the recording it is about', () => {
    const { terminal, written } = makeTerminal(true);
    const display = createProgressDisplay(terminal, { json: true, count: 2 });
    display.begin('a');
    display.report('a', progress(0.123456));
    display.done('a', 'a.srt');
    display.failed('b', new StudioError('media/empty', 'empty', { data: { path: 'b' } }));
    const events = written()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.map(({ type, path }) => [type, path])).toEqual([
      ['begin', 'a'],
      ['progress', 'a'],
      ['done', 'a'],
      ['error', 'b'],
    ]);
    expect(events[1]).toMatchObject({ stage: 'transcribing', fraction: 0.1235 });
    expect(events[3]).toMatchObject({ code: 'media/empty', data: { path: 'b' } });
  });
});
