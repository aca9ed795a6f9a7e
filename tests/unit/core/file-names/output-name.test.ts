import { countBytes, cutToBytes } from '@core/file-names/file-name-bytes';
import {
  findNameProblem,
  formatOutputName,
  formatPartialName,
  toNameKey,
} from '@core/file-names/output-name';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const stems = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('字', '幕', 'é', 'a', '👩‍👩‍👧'), { minLength: 1, maxLength: 255 })
    .map((all) => all.join('')),
);

describe('[FN1] the name of a result', () => {
  it('is that of the recording where it fits', () => {
    expect(formatOutputName('talk', '.srt')).toBe('talk.srt');
    expect(formatOutputName('a'.repeat(230), '.json')).toBe(`${'a'.repeat(230)}.json`);
  });

  it('is shortened by whole characters where it does not', () => {
    expect(formatOutputName('a'.repeat(251), '.json')).toBe(`${'a'.repeat(238)}.json`);
    expect(formatOutputName('字'.repeat(83), '.srt')).toBe(`${'字'.repeat(79)}.srt`);
  });

  it('fits with its unfinished result, whatever the recording is called', () => {
    fc.assert(
      fc.property(stems, fc.constantFrom('.srt', '.json', '.mp3.2.vtt'), (stem, ending) => {
        const name = formatOutputName(stem, ending);
        expect(name.endsWith(ending)).toBe(true);
        expect(countBytes(name)).toBeLessThanOrEqual(255);
        for (const number of [1, 2, 999]) {
          expect(countBytes(formatPartialName(name, number))).toBeLessThanOrEqual(255);
        }
      }),
    );
  });

  it('is measured as the disk does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, most) => {
        expect(countBytes(text)).toBe(Buffer.byteLength(text));
        expect(Buffer.byteLength(cutToBytes(text, most))).toBeLessThanOrEqual(most);
        expect(text.startsWith(cutToBytes(text, most))).toBe(true);
      }),
    );
  });

  it('is the same where disks take it for the same', () => {
    expect(toNameKey('Cafe\u0301.srt')).toBe(toNameKey('CAFÉ.srt'));
  });
});

describe('[FN2] the name of an unfinished result', () => {
  it('says so before the ending, earlier ones counted', () => {
    expect(formatPartialName('talk.srt', 1)).toBe('talk.partial.srt');
    expect(formatPartialName('talk.srt', 3)).toBe('talk.3.partial.srt');
    expect(formatPartialName('talk', 1)).toBe('talk.partial');
    expect(formatPartialName('.hidden', 1)).toBe('.hidden.partial');
  });

  it('is shortened where the whole result’s name just fits', () => {
    const name = `${'b'.repeat(251)}.srt`;
    expect(formatPartialName(name, 1)).toBe(`${'b'.repeat(243)}.partial.srt`);
  });
});

describe('[FN3] a name that no file can have', () => {
  it.each([
    ['a'.repeat(256), 'linux', 'too-long'],
    [`${'字'.repeat(84)}.srt`, 'linux', 'too-long'],
    [`${'字'.repeat(84)}.srt`, 'win32', undefined],
    ['a'.repeat(256), 'win32', 'too-long'],
    ['con.srt', 'win32', 'forbidden'],
    ['NUL', 'win32', 'forbidden'],
    ['com1.talk.srt', 'win32', 'forbidden'],
    ['a:b.srt', 'win32', 'forbidden'],
    ['what?.srt', 'win32', 'forbidden'],
    ['talk. ', 'win32', 'forbidden'],
    ['con.srt', 'linux', undefined],
    ['a:b.srt', 'linux', undefined],
    ['talk.srt', 'win32', undefined],
  ])('%s on %s: %s', (name, platform, problem) => {
    expect(findNameProblem(name, platform)).toBe(problem);
  });
});
