import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventName, JobState, JobSummary, StudioEvents } from '@contract/api';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { afterEach, beforeEach } from 'vitest';
import type {
  EngineContext,
  EngineResult,
  PlacementRequest,
  TranscriptionEngine,
} from '../../electron/engines/engine';
import { createJobQueue } from '../../electron/services/jobs/job-queue';
import { transcribeRecording } from '../../electron/services/jobs/transcribe-recording';
import type { JobQueue } from '../../electron/services/workspace';
import { MemoryProjects } from './memory-projects';

/** A run of an engine, in the hands of the test. */
export interface HeldRun {
  readonly engine: string;
  readonly context: EngineContext;
  /** What is to be placed, where the engine aligns. */
  readonly placement?: PlacementRequest;
  finish(): void;
  fail(error: StudioError): void;
}

/** A queue of jobs whose engines do nothing but what the test says. */
export interface HeldJobs {
  readonly queue: JobQueue;
  readonly memory: MemoryProjects;
  readonly runs: readonly HeldRun[];
  /** The track that was chosen of each recording that a job opened. */
  readonly heardTracks: readonly (number | undefined)[];
  /** What was kept of jobs that will not go on. */
  readonly discarded: readonly JsonValue[];
  readonly events: readonly { readonly name: EventName; readonly payload: unknown }[];
  readonly settings: { limit: number };
  /** What `discard` says that it could not remove. */
  readonly leaveBehind: { error?: StudioError };
  /** Whether files with a name that a job kept, and with another, are left over. */
  readonly wantedNames: readonly boolean[];
  readonly find: (id: string) => JobSummary;
  readonly states: () => JobState[];
  readonly until: (isIt: () => boolean) => Promise<void>;
  readonly untilState: (id: string, state: JobState) => Promise<void>;
  readonly untilRuns: (count: number) => Promise<void>;
  readonly start: (projectId: string, engine: string) => Promise<JobSummary>;
}

export interface HeldJobsFolder {
  /** The file of the jobs. */
  readonly path: () => string;
  /** What engines go on from, as it stands in the file. */
  readonly readKept: () => Promise<Readonly<Record<string, unknown>>>;
  /** Opens the queue on the folder's file, as at a start of the studio. */
  readonly open: () => Promise<HeldJobs>;
}

const projectIds = ['p1', 'p2', 'p3', 'p4', 'p5'];

/** A folder of its own for each test; queues that still run are ended after it. */
export function useHeldJobs(): HeldJobsFolder {
  let folder = '';
  let queues: JobQueue[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zimu-held-jobs-'));
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.dispose()));
    queues = [];
    await rm(folder, { recursive: true, force: true });
  });
  const path = (): string => join(folder, 'jobs.json');
  return {
    path,
    readKept: async () =>
      (JSON.parse(await readFile(path(), 'utf8')) as { kept: Record<string, unknown> }).kept,
    open: async () => {
      const held = await openHeldJobs(path());
      queues.push(held.queue);
      return held;
    },
  };
}

async function openHeldJobs(path: string): Promise<HeldJobs> {
  const memory = new MemoryProjects();
  for (const id of projectIds) memory.add(id);
  const runs: HeldRun[] = [];
  const heardTracks: (number | undefined)[] = [];
  const discarded: JsonValue[] = [];
  const waiting = new Set<() => void>();
  const events: { readonly name: EventName; readonly payload: unknown }[] = [];
  const wantedNames: boolean[] = [];
  const settings = { limit: 2 };
  const leaveBehind: HeldJobs['leaveBehind'] = {};
  const wake = (): void => {
    for (const check of [...waiting]) check();
  };
  const makeEngine = (id: string): TranscriptionEngine => ({
    describe: () => ({
      id,
      texts: { name: [id, id] },
      ...(id === 'file' ? { taskStages: ['waiting'] as const } : {}),
      languages: ['en'],
      models: [],
      givesWordTimes: true,
      needsNetwork: id !== 'local',
      canAlign: false,
      takesAddresses: false,
    }),
    check: () => Promise.resolve({ state: 'ready' }),
    transcribe: (_request, context) =>
      new Promise<EngineResult>((fulfil, reject) => {
        const end = (error: StudioError): void => reject(error);
        const onAbort = (): void => end(new StudioError('job/cancelled', 'as told'));
        if (context.signal.aborted) onAbort();
        else context.signal.addEventListener('abort', onAbort);
        runs.push({
          engine: id,
          context,
          finish: () => fulfil({ language: 'en', durationMs: 1, segments: [], notices: [] }),
          fail: end,
        });
        wake();
      }),
    align: () => Promise.reject(new Error('never')),
    placeTexts: (placement, { signal }) =>
      new Promise<void>((fulfil, reject) => {
        const onAbort = (): void => reject(new StudioError('job/cancelled', 'as told'));
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort);
        runs.push({
          engine: id,
          context: { signal, report: () => undefined, log: () => undefined },
          placement,
          finish: fulfil,
          fail: reject,
        });
        wake();
      }),
    dispose: () => Promise.resolve(),
  });
  const queue = await createJobQueue({
    path,
    studio: {
      findPlace: () => 'file',
      requireEngine: (id) => makeEngine(id),
      requireAligner: () => makeEngine('local'),
      openRecording: (_path, _signal, chooseTrack) => {
        heardTracks.push(chooseTrack?.([]));
        return Promise.resolve({
          info: undefined as never,
          audio: { path: '/x.wav', durationMs: 10_000, read: async function* () {} },
          warning: () => undefined,
        });
      },
      transcribe: (recording, { engine, ...options }, listener) =>
        transcribeRecording(
          { ...options, audio: recording.audio, engine: makeEngine(engine) },
          { ...listener, log: () => undefined },
        ),
      discard: (_job, kept, report) => {
        discarded.push(kept);
        const { error } = leaveBehind;
        if (error !== undefined) report?.({ kind: 'remark', error });
        return Promise.resolve();
      },
      removeLeftovers: (isWanted) => {
        wantedNames.push(isWanted('77.made-of-it'), isWanted('78.other'));
        return Promise.resolve();
      },
    },
    projects: memory.asProjects(),
    publish: <Name extends EventName>(name: Name, payload: StudioEvents[Name]) => {
      events.push({ name, payload });
      wake();
    },
    readCloudJobLimit: () => settings.limit,
    now: () => 1_700_000_000_000,
    newId: randomUUID,
    log: () => undefined,
  });
  const until = (isIt: () => boolean): Promise<void> =>
    new Promise((fulfil) => {
      const check = (): void => {
        if (!isIt()) return;
        waiting.delete(check);
        fulfil();
      };
      waiting.add(check);
      check();
    });
  const find = (id: string): JobSummary => queue.list().find((job) => job.id === id)!;
  return {
    ...{
      heardTracks,
      queue,
      memory,
      runs,
      discarded,
      events,
      settings,
      leaveBehind,
      wantedNames,
      until,
      find,
    },
    states: () => queue.list().map(({ state }) => state),
    start: (projectId, engine) => queue.start({ projectId, engine, language: 'en' }),
    untilState: (id, state) => until(() => find(id).state === state),
    untilRuns: (count) => until(() => runs.length >= count),
  };
}
