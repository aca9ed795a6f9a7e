import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOutputs } from '../../../electron/cli/plan-outputs';
import { readSources } from '../../../electron/cli/read-sources';

const plan = (files: readonly string[], out?: string, outIsFolder = true): string[] => {
  const sources = readSources(files, '/here');
  return planOutputs({ sources, extension: 'srt', out, outIsFolder }).map(({ path }) => path);
};

describe('where results go', () => {
  it('beside the recording by default', () => {
    expect(plan(['/a/talk.mp4', '/b/walk.wav'])).toEqual(['/a/talk.srt', '/b/walk.srt']);
  });

  it('into the folder asked for', () => {
    expect(plan(['/a/talk.mp4', '/b/walk.wav'], '/out')).toEqual([
      '/out/talk.srt',
      '/out/walk.srt',
    ]);
  });

  it('to the file asked for', () => {
    expect(plan(['/a/talk.mp4'], '/out/my.srt', false)).toEqual(['/out/my.srt']);
  });

  it('under a name that every system takes where a pattern makes it [FM88]', () => {
    const sources = readSources(['/a/talk.mp4'], '/here');
    const name = (pattern: string): string | undefined =>
      planOutputs({
        ...{ sources, extension: 'srt', out: '/out', outIsFolder: true },
        naming: { pattern, facts: { language: '', format: 'srt', date: '2026-05-14' } },
      })[0]?.path;
    expect(name('{name}: final.')).toBe('/out/talk final.srt');
    expect(name('nul')).toBe('/out/_nul.srt');
  });

  it('with the whole name where two recordings would share a result', () => {
    expect(plan(['/a/talk.mp3', '/a/talk.wav', '/a/x.wav'])).toEqual([
      '/a/talk.mp3.srt',
      '/a/talk.wav.srt',
      '/a/x.srt',
    ]);
  });

  it('with a number where even the whole names are the same', () => {
    expect(plan(['/a/talk.mp3', '/b/talk.mp3'], '/out')).toEqual([
      '/out/talk.mp3.srt',
      '/out/talk.mp3.2.srt',
    ]);
  });

  it('never over the recording itself', () => {
    expect(plan(['/a/strange.srt'])).toEqual(['/a/strange.srt.srt']);
  });

  it('keeps a name that is all extension, or has several points', () => {
    expect(plan(['/a/.hidden', '/a/v1.2.final.wav'])).toEqual([
      '/a/.hidden.srt',
      '/a/v1.2.final.srt',
    ]);
  });

  it('once for a recording named twice', () => {
    expect(plan(['/a/talk.mp4', '/a/talk.mp4'])).toEqual(['/a/talk.srt']);
  });

  it('never two recordings to one place, nor any to a recording', () => {
    const name = fc.constantFrom('a.wav', 'a.mp3', 'a.srt', 'a.wav.srt', 'b', 'b.srt');
    const source = fc.tuple(fc.constantFrom('/x', '/y'), name).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(source), fc.option(fc.constant('/out')), (sources, out) => {
        const paths = plan(sources, out ?? undefined);
        expect(new Set(paths).size).toBe(sources.length);
        if (out !== null) return;
        for (const path of paths) expect(path).toMatch(/\.srt$/);
      }),
    );
  });
});
