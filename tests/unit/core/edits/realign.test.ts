import { applyEdit } from '@core/edits/apply-edit';
import { blankProject, type Project } from '@core/project-file/project';
import type { Word } from '@core/transcript/word';
import { describe, expect, it } from 'vitest';

const word = (text: string, beginMs: number, timing: Word['timing'] = 'estimated'): Word => ({
  ...{ before: '', text, after: ' ', beginMs, endMs: beginMs + 300, timing },
});
const words = [word('good', 0), word('morning', 400)];
const project: Project = {
  ...blankProject,
  id: 'p',
  title: 'Talk',
  language: 'en',
  media: { path: '/x.wav', name: 'x', sizeBytes: 1, durationMs: 9_000, hasVideo: false },
  sentences: [
    { id: 'a', beginMs: 0, endMs: 900, text: 'good morning ', channel: 1, speaker: 'Ann', words },
  ],
};
const edit = (changed: readonly Word[]) =>
  applyEdit(
    project,
    { kind: 'realign', sentences: [{ sentenceId: 'a', words: changed }] },
    () => 'x',
  );

describe('[ED12] re-aligning', () => {
  it('changes times of words and nothing else', () => {
    const measured = [word('good', 100, 'measured'), word('morning', 500, 'measured')];
    const result = edit(measured);
    expect(result.label).toBe('realign');
    expect(result.project.sentences).toEqual([{ ...project.sentences[0], words: measured }]);
  });

  it('to the same times is no edit', () => {
    expect(edit(words).project).toBe(project);
  });

  it.each([
    ['of another text', [word('good', 0), word('evening', 400)], 'usage/invalid'],
    ['out of order', [word('good', 400), word('morning', 0)], 'usage/invalid'],
  ])('by words %s is refused', (_case, changed, code) => {
    expect(() => edit(changed)).toThrow(expect.objectContaining({ code }));
  });
});
