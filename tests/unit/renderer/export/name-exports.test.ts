import { describe, expect, it } from 'vitest';
import { nameExports } from '../../../../renderer/src/features/export/name-exports';

const today = '2026-05-14';

describe('the name of a file', () => {
  it.each([
    ['Talk', 'Talk.srt'],
    ['a/b: “c”?', 'a b “c”.srt'],
    ['   ', 'transcript.srt'],
    ['a\u202etrs\u009b', 'a trs.srt'],
    ['旧桥访谈', '旧桥访谈.srt'],
    ['con', '_con.srt'],
    ['NUL.old', '_NUL.old.srt'],
    ['Done ...', 'Done.srt'],
    ['..', 'transcript.srt'],
  ])('of %j is %j', (title, name) => {
    expect(nameExports({ title, language: 'und' }, ['srt'], { today })).toEqual([name]);
  });

  it('is what a pattern says [FM88], and after the project where that is none', () => {
    const talk = { title: 'A/B', language: 'zh-CN' };
    const name = (pattern: string): readonly string[] =>
      nameExports(talk, ['srt'], { pattern, today });
    expect(name('{name}.{language}')).toEqual(['A B.zh-CN.srt']);
    expect(name('{date} {name}')).toEqual(['2026-05-14 A B.srt']);
    expect(name('{nome}')).toEqual(['A B.srt']);
    expect(name('aux')).toEqual(['_aux.srt']);
  });

  it('is no longer than file systems take', () => {
    const title = '字'.repeat(300);
    const [name] = nameExports({ title, language: 'und' }, ['json'], { today });
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^字{70,}\.json$/u);
  });

  it('is its own among several', () => {
    const names = nameExports({ title: 'Talk', language: 'und' }, ['txt', 'youtube', 'srt'], {
      today,
    });
    expect(names).toEqual(['Talk.txt', 'Talk.youtube.txt', 'Talk.srt']);
  });
});
