import { lineFields } from '@core/formats/timed-text';
import { srt } from '@core/formats/srt';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../electron/cli/read-limits';
import type { Terminal } from '../../../electron/cli/terminal';
import { type NumberField, parseLimit } from '../../../renderer/src/features/export/make-export';

const stream = { write: () => undefined };
const terminal: Terminal = {
  stdout: stream,
  stderr: stream,
  workingDirectory: '/',
  locale: 'en',
  env: {},
  signal: new AbortController().signal,
};

function takenByCommandLine(option: string, value: number): boolean {
  const parsed = { files: [], values: { [option]: String(value) }, lists: {}, flags: new Set('') };
  try {
    readLimits(parsed, terminal);
    return true;
  } catch {
    return false;
  }
}

describe('how much a line may hold', () => {
  it('reads both limits, and only those that were asked for', () => {
    const values = { 'max-line': '20', 'max-lines': '1' };
    const parsed = { files: [], values, lists: {}, flags: new Set<string>() };
    expect(readLimits(parsed, terminal)).toEqual({ maxLineCharacters: 20, maxLines: 1 });
    expect(readLimits({ ...parsed, values: {} }, terminal)).toEqual({});
  });

  it.each([
    ['max-line', 'maxLineCharacters', 4, 500],
    ['max-lines', 'maxLines', 1, 10],
  ])('of --%s is the same on the command line and in the window', (option, name, least, most) => {
    const field = lineFields.find((candidate) => candidate.name === name) as NumberField;
    expect(srt.options).toContainEqual({ ...field, usual: expect.any(Function) as unknown });
    for (const value of [least - 1, least, most, most + 1]) {
      const isTaken = value >= least && value <= most;
      expect(takenByCommandLine(option, value), String(value)).toBe(isTaken);
      expect(parseLimit(field, String(value)) !== undefined, String(value)).toBe(isTaken);
    }
  });
});
