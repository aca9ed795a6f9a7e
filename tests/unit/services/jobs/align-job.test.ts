import type { JobSummary } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import type { Word } from '@core/transcript/word';
import { describe, expect, it } from 'vitest';
import { type HeldJobs, type HeldRun, useHeldJobs } from '../../../helpers/use-held-jobs';

const { open } = useHeldJobs();

const makeSentence = (id: string, beginMs: number, text = 'Hello'): Sentence => ({
  ...{ id, beginMs, endMs: beginMs + 900, text: `${text}.`, channel: 0 },
  words: [{ before: '', text, after: '.', beginMs, endMs: beginMs + 800, timing: 'estimated' }],
});
const found = ({ words }: Sentence, byMs = 50): Word[] =>
  words.map((word) => ({ ...word, beginMs: word.beginMs + byMs, timing: 'measured' }));

const a = makeSentence('a', 0);
const b = makeSentence('b', 2_000);
const c = makeSentence('c', 4_000);

interface Scene extends HeldJobs {
  readonly job: JobSummary;
  readonly run: HeldRun;
  readonly read: () => readonly Sentence[];
}

/** A job that aligns the sentences of p1, in the hands of the test. */
async function align(options: { readonly sentenceIds?: string[] } = {}): Promise<Scene> {
  const held = await open();
  held.memory.add('p1', [a, b, c]);
  const job = await held.queue.start({ kind: 'align', projectId: 'p1', ...options });
  await held.untilRuns(1);
  return { ...held, job, run: held.runs[0]!, read: () => held.memory.get('p1').sentences };
}

describe('a job that aligns', () => {
  it('gives the words of chosen sentences their times, as one entry of the history', async () => {
    const { job, run, memory, read, untilState, find } = await align({ sentenceIds: ['a', 'c'] });
    expect(job).toMatchObject({ kind: 'align', engine: 'local', sentenceIds: ['a', 'c'] });
    expect(run.placement?.stretches.map(({ words }) => words[0]?.text)).toEqual(['Hello', 'Hello']);
    run.placement?.onPlaced(0, found(a));
    run.placement?.onPlaced(1, found(c));
    run.finish();
    await untilState(job.id, 'done');
    expect(read()).toEqual([{ ...a, words: found(a) }, b, { ...c, words: found(c) }]);
    expect(new Set(memory.edits.map(({ group }) => group)).size).toBe(1);
    expect(memory.edits.every(({ label }) => label === 'realign')).toBe(true);
    expect(memory.openGroups.size).toBe(0);
    expect(find(job.id)).toMatchObject({ sentenceCount: 2, fraction: 1, notices: [] });
  });

  it('leaves times that a person set, unless it is asked to', async () => {
    const manual = { ...a, words: a.words.map((word) => ({ ...word, timing: 'manual' as const })) };
    const held = await open();
    held.memory.add('p1', [manual]);
    await held.queue.start({ kind: 'align', projectId: 'p1' });
    await held.untilRuns(1);
    expect(held.runs[0]!.placement?.stretches[0]?.words[0]?.fixed).toEqual(manual.words[0]);
    held.runs[0]!.finish();
    await held.queue.start({ kind: 'align', projectId: 'p1', replacesManual: true });
    await held.untilRuns(2);
    expect(held.runs[1]!.placement?.stretches[0]?.words[0]).not.toHaveProperty('fixed');
    held.runs[1]!.finish();
  });

  it('[TR3] hears the track that was chosen when it was asked for', async () => {
    const held = await open();
    const choose = (audioTrack: number): void => {
      held.memory.projects.set('p1', { ...held.memory.get('p1'), audioTrack });
    };
    held.memory.add('p1', [a]);
    choose(1);
    await held.queue.start({ kind: 'align', projectId: 'p1' });
    const waiting = await held.queue.start({ kind: 'align', projectId: 'p1' });
    expect(waiting).toMatchObject({ state: 'queued', audioTrack: 1 });
    choose(2);
    await held.untilRuns(1);
    held.runs[0]!.finish();
    await held.untilRuns(2);
    held.runs[1]!.finish();
    await held.untilState(waiting.id, 'done');
    expect(held.heardTracks).toEqual([1, 1]);
  });

  it('[JO6] drops what it found of a sentence that was changed meanwhile, and says so', async () => {
    const { job, run, memory, read, untilState, find } = await align();
    const edited = { ...makeSentence('a', 0, 'Goodbye') };
    const moved = { ...b, endMs: b.endMs + 100 };
    memory.setSentence('p1', edited);
    memory.setSentence('p1', moved);
    for (const [index, sentence] of [a, b, c].entries()) {
      run.placement?.onPlaced(index, found(sentence));
    }
    run.finish();
    await untilState(job.id, 'done');
    expect(read()).toEqual([edited, moved, { ...c, words: found(c) }]);
    expect(find(job.id)).toMatchObject({
      sentenceCount: 1,
      notices: [
        { kind: 'text-changed', beginMs: a.beginMs, endMs: a.endMs },
        { kind: 'text-changed', beginMs: b.beginMs, endMs: b.endMs },
      ],
    });
  });

  it.each([
    ['as it was', undefined],
    ['with another text', makeSentence('a', 0, 'Goodbye')],
  ])('[JO6] waits for a field that is open, until it is left %s', async (_how, left) => {
    const { job, run, memory, read, until, untilState, find } = await align();
    memory.type('a', true);
    for (const [index, sentence] of [a, b, c].entries()) {
      run.placement?.onPlaced(index, found(sentence));
    }
    run.finish();
    await until(() => find(job.id).stage === 'typing');
    expect(read()).toEqual([a, { ...b, words: found(b) }, { ...c, words: found(c) }]);
    // What is written can be taken back while it waits.
    expect(memory.openGroups.size).toBe(0);
    if (left !== undefined) memory.setSentence('p1', left);
    memory.type('a', false);
    await untilState(job.id, 'done');
    expect(read()[0]).toEqual(left ?? { ...a, words: found(a) });
    expect(find(job.id).notices.map(({ kind }) => kind)).toEqual(
      left === undefined ? [] : ['text-changed'],
    );
  });

  it('is cancelled while it waits for a field, with what it has written', async () => {
    const { job, run, memory, read, until, queue, find } = await align();
    memory.type('a', true);
    run.placement?.onPlaced(0, found(a));
    run.placement?.onPlaced(1, found(b));
    run.finish();
    await until(() => find(job.id).stage === 'typing');
    await queue.cancel(job.id);
    expect(find(job.id).state).toBe('cancelled');
    expect(read()).toEqual([a, { ...b, words: found(b) }, c]);
  });

  it('leaves a sentence of which no word was heard, and says so', async () => {
    const { job, run, read, untilState, find } = await align({ sentenceIds: ['a'] });
    run.placement?.onPlaced(0, undefined);
    run.finish();
    await untilState(job.id, 'done');
    expect(read()).toEqual([a, b, c]);
    expect(find(job.id)).toMatchObject({ sentenceCount: 0, notices: [{ kind: 'not-placed' }] });
  });

  it('is not stopped by a person who changes the project at the same moment', async () => {
    const { job, run, memory, read, untilState } = await align({ sentenceIds: ['b'] });
    let isFirst = true;
    memory.beforeEdit = () => {
      if (isFirst) memory.setSentence('p1', { ...b, speaker: 'Ann' });
      isFirst = false;
    };
    run.placement?.onPlaced(0, found(b));
    run.finish();
    await untilState(job.id, 'done');
    expect(read()[1]).toEqual({ ...b, speaker: 'Ann', words: found(b) });
  });

  it('[JO5] goes on behind the sentences that are done with, in the same entry', async () => {
    const { job, run, memory, queue, runs, until, untilRuns, untilState, find } = await align();
    run.placement?.onPlaced(0, found(a));
    run.placement?.onPlaced(1, found(b));
    await until(() => find(job.id).sentenceCount === 2);
    const paused = await queue.pause(job.id);
    expect(paused).toMatchObject({ state: 'paused', goesOn: true, sentenceCount: 2 });
    await queue.resume(job.id);
    await untilRuns(2);
    // The last one is looked for once more: others may begin with it.
    const texts = runs[1]!.placement?.stretches.map(({ beginMs }) => beginMs);
    expect(texts).toEqual([b.beginMs - 400, c.beginMs - 400]);
    runs[1]!.finish();
    await untilState(job.id, 'done');
    expect(new Set(memory.edits.map(({ group }) => group)).size).toBe(1);
  });

  it.each([
    ['whose project says so', 'zh-CN', 'Hello', 'zh'],
    ['whose letters say so', 'und', '你好世界', 'zh'],
    ['whose letters say so, whatever the project says', 'en', '你好世界', 'zh'],
  ])(
    'refuses text of a language that its engine does not know, %s',
    async (_case, language, text, told) => {
      const held = await open();
      held.memory.add('p1', [makeSentence('a', 0, text)]);
      held.memory.projects.set('p1', { ...held.memory.get('p1'), language });
      await expect(held.queue.start({ kind: 'align', projectId: 'p1' })).rejects.toMatchObject({
        code: 'engine/cannot-align',
        data: { language: told, engine: 'local' },
      });
      expect(held.queue.list()).toEqual([]);
    },
  );

  it('fails with the reason of its engine, with what it has written', async () => {
    const { job, run, read, untilState, find } = await align();
    run.placement?.onPlaced(0, found(a));
    run.fail(new StudioError('engine/worker-failed', 'as told', { data: { reason: 'memory' } }));
    await untilState(job.id, 'failed');
    expect(find(job.id).error?.code).toBe('engine/worker-failed');
    expect(read()[0]).toEqual({ ...a, words: found(a) });
  });
});
