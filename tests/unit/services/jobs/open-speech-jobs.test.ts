import type { TranscribeJob } from '@contract/api';
import type { JsonValue } from '@core/errors/studio-error';
import { StudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import { tokenise } from '@core/transcript/tokenise';
import { describe, expect, it } from 'vitest';
import type { EngineSegment, TranscriptionEngine } from '../../../../electron/engines/engine';
import { transcribeKind } from '../../../../electron/services/jobs/kinds/transcribe/transcribe-kind';
import { transcribeRecording } from '../../../../electron/services/jobs/transcribe-recording';
import { MemoryProjects } from '../../../helpers/memory-projects';

/** Words of 300 ms each, a blank between them. */
function speak(text: string, beginMs: number): EngineSegment {
  const words = tokenise(text).map((token, index) => ({
    ...token,
    beginMs: beginMs + index * 320,
    endMs: beginMs + index * 320 + 300,
    timing: 'measured' as const,
  }));
  return { beginMs, endMs: words.at(-1)!.endMs + 100, channel: 0, words };
}

/** The second segment ends in the middle of a sentence, and so does the third. */
const segments = [
  speak('The farmers came down early.', 0),
  speak('They asked, as we did,', 3_000),
  speak('what the harvest', 5_900),
  speak('would bring us.', 7_900),
  speak('Nobody knew it then.', 12_000),
];
const whole = [
  'The farmers came down early.',
  'They asked, as we did, what the harvest would bring us.',
  'Nobody knew it then.',
];

type Ending = 'done' | 'wait' | StudioError;

/** An engine that says where it stands after each segment, and stops where it is told to. */
function makeEngine(stopAfter: number, ending: Ending): TranscriptionEngine {
  return {
    describe: () => ({
      ...{ id: 'local', languages: ['en'], models: [], setsMarks: true },
      texts: { name: ['Local', '本机'] },
      ...{ givesWordTimes: true, needsNetwork: false, canAlign: false, takesAddresses: false },
    }),
    check: () => Promise.resolve({ state: 'ready' }),
    canGoOn: (position) => typeof position === 'number',
    transcribe: ({ from }, { report, signal }) =>
      new Promise((fulfil, reject) => {
        signal.addEventListener('abort', () => reject(new StudioError('job/cancelled', 'as told')));
        const begin = typeof from === 'number' ? from : 0;
        for (const [index, segment] of segments.entries()) {
          if (index < begin || index >= stopAfter) continue;
          const step = { kind: 'progress', stage: 'transcribing', notices: [] } as const;
          report({ ...step, fraction: 0.1 * index, segments: [segment], position: index + 1 });
        }
        if (ending instanceof StudioError) reject(ending);
        if (ending !== 'done') return;
        fulfil({ language: 'en', durationMs: 20_000, segments: [], notices: [] });
      }),
    align: () => Promise.reject(new Error('never')),
    dispose: () => Promise.resolve(),
  };
}

interface Run {
  readonly memory: MemoryProjects;
  readonly kept: () => JsonValue | undefined;
  readonly ended: Promise<unknown>;
  readonly abort: AbortController;
}

const job = { id: 'j', projectId: 'p1', kind: 'transcribe', engine: 'local', language: 'en' };
let ids = 0;

function start(memory: MemoryProjects, engine: TranscriptionEngine, resumption?: JsonValue): Run {
  const abort = new AbortController();
  let kept = resumption;
  const audio = { path: '/p1.wav', durationMs: 20_000, read: async function* () {} };
  const recording = { info: undefined as never, audio, warning: () => undefined };
  const ended = transcribeKind.run({
    job: job as unknown as TranscribeJob,
    studio: {
      ...{ findPlace: () => 'file', requireEngine: () => engine, requireAligner: () => engine },
      openRecording: () => Promise.resolve(recording),
      transcribe: (_recording, { engine: _id, ...options }, listener) =>
        transcribeRecording({ ...options, audio, engine }, { ...listener, log: () => undefined }),
    },
    projects: memory.asProjects(),
    newId: () => `run${++ids}`,
    signal: abort.signal,
    report: () => undefined,
    keep: () => Promise.resolve(),
    ...(resumption === undefined ? {} : { resumption }),
    keepResumption: (state) => {
      kept = JSON.parse(JSON.stringify(state)) as JsonValue;
      return Promise.resolve();
    },
  });
  return { memory, kept: () => kept, ended, abort };
}

function blank(): MemoryProjects {
  const memory = new MemoryProjects();
  memory.add('p1');
  return memory;
}

/** As the disk has it when the studio is killed. */
function copy(memory: MemoryProjects): MemoryProjects {
  const twin = new MemoryProjects();
  for (const [id, project] of memory.projects) twin.projects.set(id, project);
  twin.edits.push(...memory.edits);
  return twin;
}

const sentences = ({ memory }: Pick<Run, 'memory'>): readonly Sentence[] =>
  memory.get('p1').sentences;
const texts = (run: Pick<Run, 'memory'>): string[] => sentences(run).map(({ text }) => text);
const withoutIds = (run: Run): readonly object[] =>
  sentences(run).map(({ id: _id, ...rest }) => rest);

async function runWhole(): Promise<Run> {
  const run = start(blank(), makeEngine(segments.length, 'done'));
  await run.ended;
  return run;
}

describe('a job whose engine parts a sentence', () => {
  it('[CU3] gives it as one, and what is held back when the work ends', async () => {
    expect(texts(await runWhole())).toEqual(whole);
    const open = start(blank(), makeEngine(2, 'done'));
    await open.ended;
    expect(texts(open)).toEqual([whole[0], 'They asked, as we did,']);
  });

  it('[JO11] keeps what is held back when it is cancelled', async () => {
    const run = start(blank(), makeEngine(3, 'wait'));
    await expect.poll(() => texts(run)).toEqual([whole[0]]);
    run.abort.abort();
    await run.ended;
    expect(texts(run)).toEqual([whole[0], 'They asked, as we did, what the harvest']);
  });

  it.each([1, 2, 3, 4])(
    '[JO5] goes on after a kill behind segment %i, and gives what it would have given',
    async (stopAfter) => {
      const first = start(blank(), makeEngine(stopAfter, 'wait'));
      await expect.poll(() => texts(first).length).toBe(stopAfter < 4 ? 1 : 2);
      const next = start(copy(first.memory), makeEngine(segments.length, 'done'), first.kept());
      await next.ended;
      expect(withoutIds(next)).toEqual(withoutIds(await runWhole()));
      first.abort.abort();
      await first.ended;
    },
  );

  it.each([
    ['a pause', new StudioError('job/interrupted', 'paused')],
    ['a failure', new StudioError('engine/worker-failed', 'died')],
  ])(
    '[JO5] shows what is open after %s, and says it anew when it goes on',
    async (_what, error) => {
      const engine = makeEngine(3, error.code === 'job/interrupted' ? 'wait' : error);
      const first = start(blank(), engine);
      if (error.code === 'job/interrupted') {
        await expect.poll(() => texts(first)).toEqual([whole[0]]);
        first.abort.abort(error);
      }
      await first.ended;
      expect(texts(first)).toEqual([whole[0], 'They asked, as we did, what the harvest']);
      // Once more, before anything new was heard.
      const second = start(first.memory, makeEngine(3, error), first.kept());
      await second.ended;
      expect(texts(second)).toEqual([whole[0], 'They asked, as we did, what the harvest']);
      const third = start(second.memory, makeEngine(segments.length, 'done'), second.kept());
      await third.ended;
      expect(withoutIds(third)).toEqual(withoutIds(await runWhole()));
      expect(new Set(third.memory.edits.map(({ group }) => group)).size).toBe(1);
      expect(new Set(sentences(third).map(({ id }) => id)).size).toBe(whole.length);
    },
  );

  it('[JO6] leaves what a person has changed since, and says what follows', async () => {
    const error = new StudioError('engine/worker-failed', 'died');
    const first = start(blank(), makeEngine(3, error));
    await first.ended;
    const shown = sentences(first)[1]!;
    const text = 'They asked what the harvest';
    first.memory.setSentence('p1', { ...shown, text });
    const next = start(first.memory, makeEngine(segments.length, 'done'), first.kept());
    await next.ended;
    expect(texts(next)).toEqual([whole[0], text, 'would bring us.', whole[2]]);
  });

  it('[JO5] goes on from what an earlier version kept', async () => {
    const first = start(blank(), makeEngine(1, 'wait'));
    await expect.poll(() => texts(first).length).toBe(1);
    const { open: _open, replaced: _replaced, ...kept } = first.kept() as Record<string, JsonValue>;
    expect(kept['position']).toBe(1);
    const next = start(copy(first.memory), makeEngine(segments.length, 'done'), kept);
    await next.ended;
    expect(texts(next)).toEqual(whole);
    first.abort.abort();
    await first.ended;
  });
});
