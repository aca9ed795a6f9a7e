import { jobKinds } from '@core/jobs/job-kinds';
import type { Sentence } from '@core/transcript/sentence';
import { describe, expect, it } from 'vitest';
import { getJobKind } from '../../../../electron/services/jobs/kinds/job-kinds';
import { type HeldJobs, useHeldJobs } from '../../../helpers/use-held-jobs';

const { open } = useHeldJobs();

const makeSentence = (id: string, beginMs: number): Sentence => ({
  ...{ id, beginMs, endMs: beginMs + 900, text: 'Hello.', channel: 0 },
  words: [
    { before: '', text: 'Hello', after: '.', beginMs, endMs: beginMs + 800, timing: 'estimated' },
  ],
});

/** A queue whose project p1 has three sentences. */
async function openWithText(): Promise<HeldJobs> {
  const held = await open();
  held.memory.add('p1', [makeSentence('a', 0), makeSentence('b', 1_000), makeSentence('c', 2_000)]);
  return held;
}

describe('kinds of job', () => {
  it.each(jobKinds.filter((kind) => kind !== 'transcribe' && kind !== 'align'))(
    '%s is known, and refused as long as it has no work',
    async (kind) => {
      const { queue } = await open();
      await expect(queue.start({ kind, projectId: 'p1' })).rejects.toMatchObject({
        code: 'job/kind-unavailable',
        data: { kind },
      });
      expect(queue.list()).toEqual([]);
      expect(() => getJobKind(kind)).toThrow(
        expect.objectContaining({ code: 'job/kind-unavailable' }),
      );
    },
  );

  it('[JO4] that change the same sentences run one after the other, in their order', async () => {
    const { queue, runs, start, states, untilRuns, untilState } = await openWithText();
    const first = await start('p1', 'local');
    const second = await queue.start({ kind: 'align', projectId: 'p1', sentenceIds: ['a'] });
    const third = await start('p1', 'flash');
    await untilRuns(1);
    expect(states()).toEqual(['running', 'queued', 'queued']);
    runs[0]!.finish();
    await untilState(first.id, 'done');
    await untilRuns(2);
    expect(states()).toEqual(['done', 'running', 'queued']);
    runs[1]!.finish();
    await untilState(second.id, 'done');
    await untilRuns(3);
    runs[2]!.finish();
    await untilState(third.id, 'done');
    expect(runs.map(({ engine, placement }) => placement?.stretches.length ?? engine)).toEqual([
      'local',
      1,
      'flash',
    ]);
  });

  it('[JO3] of moments run beside a long one of this computer, of another project', async () => {
    const { queue, runs, start, states, untilRuns } = await openWithText();
    await start('p2', 'local');
    await start('p3', 'local');
    await queue.start({ kind: 'align', projectId: 'p1', sentenceIds: ['a'] });
    await queue.start({ kind: 'align', projectId: 'p1', sentenceIds: ['b'] });
    await untilRuns(2);
    expect(states()).toEqual(['running', 'queued', 'running', 'queued']);
    runs[1]!.finish();
    await untilRuns(3);
    expect(states()).toEqual(['running', 'queued', 'done', 'running']);
  });

  it('are refused as the very same transcription, also where it is paused', async () => {
    const { queue, start, untilRuns } = await openWithText();
    const { id } = await start('p1', 'file');
    await untilRuns(1);
    const again = (): Promise<unknown> => start('p1', 'file');
    await expect(again()).rejects.toMatchObject({ code: 'project/busy' });
    await queue.pause(id);
    await expect(again()).rejects.toMatchObject({ code: 'project/busy' });
    await start('p1', 'local');
    await expect(start('p1', 'local')).rejects.toMatchObject({ code: 'project/busy' });
  });
});
