import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendFileStem } from '@core/file-names/mend-file-stem';
import { findNameProblem } from '@core/file-names/output-name';

describe('[FM88] a name that a pattern made', () => {
  it('is one that every system takes', () => {
    const odd = fc.constantFrom(
      'con',
      'nul',
      'COM1',
      '.',
      ' ',
      '/',
      '\\',
      ':',
      '字',
      '\u0000',
      'a',
    );
    const stems = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(stems, fc.constantFrom('.srt', '.words.json'), (stem, ending) => {
        const name = `${mendFileStem(stem, ending, 'text')}${ending}`;
        expect(findNameProblem(name, 'win32')).toBeUndefined();
        expect(findNameProblem(name, 'linux')).toBeUndefined();
        expect(name).not.toMatch(/[/\\]/u);
        expect(name.startsWith('.')).toBe(false);
      }),
    );
  });

  it('stays where nothing is wrong with it', () => {
    expect(mendFileStem('Talk 1.2 (final) — 终稿', '.srt', 'text')).toBe('Talk 1.2 (final) — 终稿');
  });
});
