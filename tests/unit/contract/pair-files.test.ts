import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamedFile, pairFiles } from '@contract/pair-files';

const kinds: Readonly<Record<string, NamedFile['kind']>> = { srt: 'subtitle', zimu: 'project' };

const make = (name: string): NamedFile => ({
  name,
  kind: kinds[name.split('.').at(-1)!] ?? 'media',
});

/** What becomes of files, as `subtitle+recording`. */
function pair(...names: readonly string[]): readonly string[] {
  return pairFiles(names.map(make)).map(({ file, media }) =>
    [file, ...(media === undefined ? [] : [media])].map(({ name }) => name).join('+'),
  );
}

describe('subtitles and recordings given together', () => {
  it('one of each belong together, whatever they are called', () => {
    expect(pair('final cut.mov', 'subs_v2.srt')).toEqual(['subs_v2.srt+final cut.mov']);
    expect(pair('subs_v2.srt', 'final cut.mov')).toEqual(['subs_v2.srt+final cut.mov']);
  });

  it('among several, names decide', () => {
    expect(pair('a.mp4', 'b.mp4', 'b.srt', 'a.srt')).toEqual(['b.srt+b.mp4', 'a.srt+a.mp4']);
    expect(pair('a.mp4', 'b.mp4', 'c.srt')).toEqual(['a.mp4', 'b.mp4', 'c.srt']);
    expect(pair('A.MP4', 'b.mp4', 'a.srt')).toEqual(['b.mp4', 'a.srt+A.MP4']);
  });

  it('several languages of one recording are a project each', () => {
    expect(pair('talk.mp4', 'talk.en.srt', 'talk.zh.srt')).toEqual([
      'talk.en.srt+talk.mp4',
      'talk.zh.srt+talk.mp4',
    ]);
  });

  it('the longest name that fits decides', () => {
    expect(pair('talk.mp4', 'talk.part2.mp4', 'talk.part2.srt')).toEqual([
      'talk.mp4',
      'talk.part2.srt+talk.part2.mp4',
    ]);
    expect(pair('talk.mp4', 'other.mp4', 'talking.srt')).toEqual([
      ...['talk.mp4', 'other.mp4', 'talking.srt'],
    ]);
  });

  it('others are opened by themselves', () => {
    expect(pair('a.srt', 'b.srt')).toEqual(['a.srt', 'b.srt']);
    expect(pair('a.srt', 'a.zimu')).toEqual(['a.srt', 'a.zimu']);
    expect(pair('a.mp4')).toEqual(['a.mp4']);
    expect(pair()).toEqual([]);
  });

  it('no file is lost, and no recording opened with subtitles is opened again', () => {
    const name = fc
      .tuple(fc.constantFrom('a', 'b', 'a.b', 'c'), fc.constantFrom('srt', 'mp4', 'mp3', 'zimu'))
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const files = names.map(make);
        const pairs = pairFiles(files);
        const alone = pairs.map(({ file }) => file);
        const withText = new Set(pairs.flatMap(({ media }) => media ?? []));
        expect(new Set([...alone, ...withText])).toEqual(new Set(files));
        expect(alone.filter((file) => withText.has(file))).toEqual([]);
      }),
    );
  });
});
