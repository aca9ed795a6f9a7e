import { writeFileSync } from 'node:fs';
import type { JsonValue } from '@core/errors/studio-error';
import { StudioError } from '@core/errors/studio-error';
import { beforeAll, beforeEach, expect } from 'vitest';
import type { AudioSource, EngineContext, EngineResult } from '../../electron/engines/engine';
import { makeMedia } from './make-media';
import { makeWav } from './make-wav';
import { recordContext, type RecordedContext } from './run-engine';
import { smallParts } from './small-parts';
import { useCloudBench } from './use-cloud-bench';

/** One run of the program with one job, which ends as a person or the system wants. */
export interface FileRun {
  readonly context: RecordedContext;
  readonly abort: AbortController;
  readonly kept: () => JsonValue | undefined;
  readonly replies: string[];
  readonly retries: StudioError[];
  readonly remarks: StudioError[];
  readonly ended: Promise<EngineResult | StudioError>;
}

/** Why a job stops that goes on in another run of the program. */
export const makeInterruption = (): StudioError =>
  new StudioError('job/interrupted', 'the program ends');

export function expectResult(result: EngineResult | StudioError): EngineResult {
  if (result instanceof Error) throw result;
  expect(result.segments.length).toBeGreaterThan(0);
  return result;
}

/** Jobs of file transcription against the simulator, and what each leaves on its servers. */
export function useFileJobs() {
  const cloud = useCloudBench({}, smallParts);
  let large: AudioSource;
  let small: AudioSource;
  let converted: AudioSource;
  beforeAll(async () => {
    const paths = ['large.wav', 'small.wav'].map((name) => cloud.inFolder(name));
    writeFileSync(paths[0]!, makeWav({ durationMs: 10_000, channels: 2 }));
    writeFileSync(paths[1]!, makeWav({ durationMs: 4_000 }));
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=60', '-c:a', 'pcm_mulaw'];
    makeMedia(cloud.inFolder('odd.au'), [...noise, '-f', 'au']);
    large = await cloud.open(paths[0]!);
    small = await cloud.open(paths[1]!);
    converted = await cloud.open(cloud.inFolder('odd.au'));
  });
  beforeEach(() => {
    cloud.simulator().set({
      queueingQueries: 1,
      runningQueries: 1,
      taskMs: 0,
      nextSubmit: [],
      nextTask: [],
      nextResult: [],
    });
  });

  function start(
    audio: AudioSource,
    before?: JsonValue,
    parts: Partial<EngineContext> = {},
  ): FileRun {
    const abort = new AbortController();
    const context = recordContext(abort.signal);
    const replies: string[] = [];
    const retries: StudioError[] = [];
    const remarks: StudioError[] = [];
    let kept = before;
    const ended = cloud
      .file()
      .transcribe(
        { audio },
        {
          ...context,
          ...(before === undefined ? {} : { kept: before }),
          keep: (state) => {
            kept = state === null ? undefined : state;
            return Promise.resolve();
          },
          keepReply: (json) => {
            replies.push(json);
            return Promise.resolve();
          },
          report: (event) => {
            context.report(event);
            if (event.kind === 'retrying') retries.push(event.error);
            if (event.kind === 'remark') remarks.push(event.error);
          },
          ...parts,
        },
      )
      .catch((error: unknown) => error as StudioError);
    return { context, abort, kept: () => kept, replies, retries, remarks, ended };
  }

  const actions = (from: number): string[] =>
    cloud
      .oss()
      .events.slice(from)
      .map(({ action, partNumber }) =>
        partNumber === undefined ? action : `${action} ${partNumber}`,
      );
  const calls = (target: 'submit' | 'result', from: number): number =>
    cloud
      .simulator()
      .requests.slice(from)
      .filter((request) => request.target === target).length;
  const marks = () => ({ oss: cloud.oss().events.length, api: cloud.simulator().requests.length });
  const expectNothingLeft = (): void => {
    expect(cloud.oss().objects()).toEqual([]);
    expect(cloud.oss().uploads()).toEqual([]);
    expect(cloud.encodedFiles()).toEqual([]);
  };
  /** Holds the first request of an action up, and says when it has come. */
  function holdUp(
    action: string,
    partNumber?: number,
  ): { readonly came: Promise<void>; go(): void } {
    let go = (): void => undefined;
    let arrive = (): void => undefined;
    const gate = new Promise<void>((fulfil) => (go = fulfil));
    const came = new Promise<void>((fulfil) => (arrive = fulfil));
    cloud.faults.choose = (event) => {
      const isIt =
        event.action === action && (partNumber === undefined || event.partNumber === partNumber);
      if (!isIt || event.earlier > 0) return undefined;
      arrive();
      return { kind: 'slow', wait: () => gate };
    };
    return { came, go };
  }

  return {
    cloud,
    recordings: {
      /** Three parts. */
      get large() {
        return large;
      },
      get small() {
        return small;
      },
      /** Has to be encoded, and is of several parts even then. */
      get converted() {
        return converted;
      },
    },
    start,
    actions,
    calls,
    marks,
    expectNothingLeft,
    holdUp,
  };
}
