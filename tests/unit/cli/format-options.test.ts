import { findFormat } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../../electron/cli/command-specs';
import {
  formatOptionSpecs,
  readFormatOptions,
  readResultFormatOptions,
} from '../../../electron/cli/format-options';
import { parseArguments } from '../../../electron/cli/parse-arguments';
import type { Terminal } from '../../../electron/cli/terminal';

const stream = { write: () => undefined };
const terminal: Terminal = {
  ...{ stdout: stream, stderr: stream, workingDirectory: '/', locale: 'en', env: {} },
  signal: new AbortController().signal,
};
const convert = commandSpecs.find(({ name }) => name === 'convert')!;
const read = (format: string, ...words: string[]): object => {
  const parsed = parseArguments(convert, ['a', 'b', ...words], terminal);
  expect(parsed.files).toEqual(['a', 'b']);
  return readFormatOptions(parsed, findFormat(format)!, terminal);
};

describe('[FM7] options of formats on a command line', () => {
  it('are called by their format where no other one has them', () => {
    const names = formatOptionSpecs.map(({ name }) => name);
    for (const name of [
      'ttml-profile',
      'ttml-times',
      'fcpxml-version',
      'fcpxml-kind',
      'stl-rate',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of ['profile', 'fps', 'first-number', 'no-speakers', 'columns', 'times']) {
      expect(names).toContain(name);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  it('are taken by the name they had before', () => {
    expect(read('stl', '--rate', '24')).toEqual(read('stl', '--stl-rate', '24'));
    expect(read('stl', '--rate', '24')).toEqual({ rate: '24' });
    expect(read('fcpxml', '--kind=captions')).toEqual({ kind: 'captions' });
    expect(read('srt', '--plain-tags')).toEqual({ plainTags: true });
    expect(read('ttml', '--profile', 'netflix', '--ttml-profile', 'dfxp')).toEqual({
      profile: 'netflix',
      ttmlProfile: 'dfxp',
    });
    expect(() => read('stl', '--rate', '23')).toThrow('--stl-rate');
  });

  it('[FM81] are refused before the work begins where no result could have them', () => {
    const ask = (format: string, ...words: string[]): object =>
      readResultFormatOptions(
        parseArguments(convert, ['a', ...words], terminal),
        findFormat(format)!,
        terminal,
      );
    const start = ['--programme-start', '01:00:00:29'] as const;
    expect(() => ask('edl', ...start)).toThrow('--programme-start: There is no frame 01:00:00:29');
    expect(() => ask('srt', ...start, '--fps', '24')).toThrow('at 24 frames');
    expect(ask('edl', ...start, '--fps', '29.97')).toEqual({
      programmeStart: '01:00:00:29',
      fps: '29.97',
    });
    expect(ask('scc', ...start)).toEqual({ programmeStart: '01:00:00:29' });
  });
});
