import { writeFileSync } from 'node:fs';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AudioSource,
  EngineResult,
  TranscriptionEngine,
} from '../../../electron/engines/engine';
import { makeWav } from '../../helpers/make-wav';
import { recordContext } from '../../helpers/run-engine';
import { smallParts } from '../../helpers/small-parts';
import { otherBucket, useCloudBench } from '../../helpers/use-cloud-bench';
import { useSimulator } from '../../helpers/use-simulator';
import type { Simulator } from '../../simulator/start-simulator';

const cloud = useCloudBench({}, smallParts);
const patiently = { timeout: 30_000 };
/** The service of another region, which knows nothing of the tasks of the first. */
const elsewhere = useSimulator({ queryGapMs: 0, queriesPerSecond: Infinity });
const inOtherBucket = {
  ZIMU_OSS_BUCKET: otherBucket.name,
  ZIMU_OSS_REGION: otherBucket.region,
};
/** After another region and another bucket were chosen in Settings. */
const moved = (): Readonly<Record<string, string>> => ({
  ...inOtherBucket,
  ZIMU_ISI_FILETRANS_ENDPOINT: elsewhere.current.env['ZIMU_ISI_FILETRANS_ENDPOINT'] ?? '',
});

/** Three parts. */
let large: AudioSource;
let small: AudioSource;
beforeAll(async () => {
  const paths = ['large.wav', 'small.wav'].map((name) => cloud.inFolder(name));
  writeFileSync(paths[0]!, makeWav({ durationMs: 10_000, channels: 2 }));
  writeFileSync(paths[1]!, makeWav({ durationMs: 4_000 }));
  large = await cloud.open(paths[0]!);
  small = await cloud.open(paths[1]!);
});
beforeEach(() => {
  cloud.simulator().set({ queueingQueries: 1, runningQueries: 1, taskMs: 0, nextResult: [] });
});

interface Run {
  readonly interrupt: () => Promise<JsonValue>;
  readonly kept: () => JsonValue | undefined;
  readonly ended: Promise<EngineResult | StudioError>;
}

function start(engine: TranscriptionEngine, audio: AudioSource, before?: JsonValue): Run {
  const abort = new AbortController();
  let kept = before;
  const ended = engine
    .transcribe(
      { audio },
      {
        ...recordContext(abort.signal),
        ...(before === undefined ? {} : { kept: before }),
        keep: (state) => {
          kept = state === null ? undefined : state;
          return Promise.resolve();
        },
      },
    )
    .catch((error: unknown) => error as StudioError);
  return {
    kept: () => kept,
    ended,
    interrupt: async () => {
      abort.abort(new StudioError('job/interrupted', 'the program ends'));
      await ended;
      // As it is read from a file.
      return JSON.parse(JSON.stringify(kept)) as JsonValue;
    },
  };
}

/** A job that was ended while its task was running. */
async function interruptTask(): Promise<JsonValue> {
  cloud.simulator().set({ runningQueries: 1e9 });
  const from = cloud.simulator().requests.length;
  const run = start(cloud.file(), small);
  await expect.poll(() => count(cloud.simulator(), 'result', from), patiently).toBeGreaterThan(2);
  const kept = await run.interrupt();
  cloud.simulator().set({ runningQueries: 1 });
  return kept;
}

/** A job that was ended while its parts were being sent. */
async function interruptUpload(): Promise<JsonValue> {
  let go = (): void => undefined;
  const gate = new Promise<void>((fulfil) => (go = fulfil));
  cloud.faults.choose = ({ action, partNumber = 0 }) =>
    action === 'UploadPart' && partNumber > 1 ? { kind: 'slow', wait: () => gate } : undefined;
  const run = start(cloud.file(), large);
  await expect.poll(() => JSON.stringify(run.kept()), patiently).toContain('"number":1');
  const end = run.interrupt();
  go();
  cloud.faults.choose = () => undefined;
  return end;
}

const count = ({ requests }: Simulator, target: string, from = 0): number =>
  requests.slice(from).filter((request) => request.target === target).length;
const bucketsAsked = (from: number): readonly string[] => [
  ...new Set(
    cloud
      .oss()
      .events.slice(from)
      .map(({ bucket }) => bucket),
  ),
];
const expectNothingLeft = (): void => {
  expect(cloud.oss().objects()).toEqual([]);
  expect(cloud.oss().uploads()).toEqual([]);
};
function expectResult(result: EngineResult | StudioError): void {
  if (result instanceof Error) throw result;
  expect(result.segments.length).toBeGreaterThan(0);
}

describe('after another region and bucket were chosen, a file job', () => {
  it('asks the service that has its task, and deletes where it uploaded', async () => {
    const kept = await interruptTask();
    const submits = count(cloud.simulator(), 'submit');
    expect(cloud.oss().objects()).toHaveLength(1);
    const from = cloud.oss().events.length;
    expectResult(await start(cloud.withEnv(moved()).file(), small, kept).ended);
    expect(count(cloud.simulator(), 'submit')).toBe(submits);
    expect(elsewhere.current.requests).toEqual([]);
    expect(bucketsAsked(from)).toEqual(['recordings']);
    expectNothingLeft();
  });

  it('hands a new task in where the account is now, with the upload it has', async () => {
    const kept = await interruptTask();
    // Twice: a question of the run that was ended may still be on its way, and take the first.
    cloud.simulator().set({ nextResult: { code: 41050010, times: 2 } });
    const from = cloud.oss().events.length;
    const asked = elsewhere.current.requests.length;
    expectResult(await start(cloud.withEnv(moved()).file(), small, kept).ended);
    cloud.simulator().set({ nextResult: [] });
    expect(count(elsewhere.current, 'submit', asked)).toBe(1);
    expect(count(elsewhere.current, 'result', asked)).toBeGreaterThan(0);
    expect(bucketsAsked(from)).toEqual(['recordings']);
    expectNothingLeft();
  });

  it('that was uploading begins anew in the new bucket, and leaves nothing in the old', async () => {
    const kept = await interruptUpload();
    expect(cloud.oss().uploads()).toHaveLength(1);
    const from = cloud.oss().events.length;
    expectResult(await start(cloud.withEnv(inOtherBucket).file(), large, kept).ended);
    expect(bucketsAsked(from)).toEqual(['recordings', otherBucket.name]);
    const sent = cloud.oss().events.slice(from);
    expect(
      sent.filter(({ bucket, action }) => bucket === 'recordings' && action === 'UploadPart'),
    ).toEqual([]);
    expectNothingLeft();
  });

  it('is discarded where it uploaded', async () => {
    for (const interrupt of [interruptTask, interruptUpload]) {
      const kept = await interrupt();
      await cloud
        .withEnv(moved())
        .file()
        .discard?.(kept, { log: () => undefined });
      expectNothingLeft();
    }
  });

  it('that failed for its bucket is well in another', async () => {
    const nowhere = cloud.withEnv({ ZIMU_OSS_BUCKET: 'nowhere' }).file();
    const run = start(nowhere, small);
    expect(await run.ended).toMatchObject({ code: 'storage/no-bucket' });
    expectResult(await start(cloud.file(), small, run.kept()).ended);
    expectNothingLeft();
  });
});

it('goes on with what was kept before addresses were', async () => {
  const kept = await interruptTask();
  const { uploadedKey, taskId } = kept as { uploadedKey: string; taskId: string };
  const submits = count(cloud.simulator(), 'submit');
  expectResult(await start(cloud.file(), small, { uploadedKey, taskId }).ended);
  expect(count(cloud.simulator(), 'submit')).toBe(submits);
  expectNothingLeft();
});

it('keeps no secret, and how the bucket is reached only where it is of one’s own', async () => {
  const kept = await interruptTask();
  expect(kept).toEqual({
    uploadedKey: expect.any(String) as string,
    bucket: {
      ...{ bucket: 'recordings', region: 'cn-shanghai' },
      origin: cloud.env()['ZIMU_OSS_ENDPOINT'],
    },
    firstChannelOnly: true,
    submittedAtMs: expect.any(Number) as number,
    taskId: expect.any(String) as string,
    service: cloud.env()['ZIMU_ISI_FILETRANS_ENDPOINT'],
  });
  await cloud.file().discard?.(kept, { log: () => undefined });
  expectNothingLeft();
});
