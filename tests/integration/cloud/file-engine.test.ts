import { writeFileSync } from 'node:fs';
import { describeVendorError } from '@core/isi/describe-vendor-error';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { describeError } from '@core/messages/catalogue';
import { joinWords } from '@core/transcript/word';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AudioSource, EngineContext, EngineResult } from '../../../electron/engines/engine';
import { createFileEngine } from '../../../electron/engines/file/file-engine';
import { makeMedia } from '../../helpers/make-media';
import { makeWav } from '../../helpers/make-wav';
import { recordContext, type RecordedContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';

const partMs = 40_000;
const cloud = useCloudBench();
/** More than one part of 5 MiB: 12.8 MB of stereo. */
let large: AudioSource;
let small: AudioSource;
/** Has to be encoded, and is large even then. */
let converted: AudioSource;
beforeAll(async () => {
  const paths = ['large.wav', 'small.wav'].map((name) => cloud.inFolder(name));
  writeFileSync(paths[0]!, makeWav({ durationMs: 5 * partMs, channels: 2 }));
  writeFileSync(paths[1]!, makeWav({ durationMs: 4_000 }));
  const noise = ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=1080', '-c:a', 'pcm_mulaw'];
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

/** One run of the program with one job, which ends as a person or the system wants. */
interface Run {
  readonly context: RecordedContext;
  readonly abort: AbortController;
  readonly kept: () => JsonValue | undefined;
  readonly replies: string[];
  readonly retries: StudioError[];
  readonly remarks: StudioError[];
  readonly ended: Promise<EngineResult | StudioError>;
}

function start(audio: AudioSource, before?: JsonValue, parts: Partial<EngineContext> = {}): Run {
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
        onRetry: (error) => retries.push(error),
        onRemark: (error) => remarks.push(error),
        ...parts,
      },
    )
    .catch((error: unknown) => error as StudioError);
  return { context, abort, kept: () => kept, replies, retries, remarks, ended };
}

const interruption = (): StudioError => new StudioError('job/interrupted', 'the program ends');
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
function expectResult(result: EngineResult | StudioError): EngineResult {
  if (result instanceof Error) throw result;
  expect(result.segments.length).toBeGreaterThan(0);
  return result;
}

/** Holds the first request of an action up, and says when it has come. */
function holdUp(action: string, partNumber?: number): { readonly came: Promise<void>; go(): void } {
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

describe('a file job', () => {
  it('uploads, asks, keeps the reply as it came and deletes the upload', async () => {
    const from = marks();
    const run = start(small);
    expectResult(await run.ended);
    expect(actions(from.oss)).toEqual(['PutObject', 'GetObject', 'DeleteObject']);
    expect(run.replies).toHaveLength(1);
    expect(JSON.parse(run.replies[0]!)).toMatchObject({ StatusCode: 21050000 });
    expectNothingLeft();
  });

  it('leaves the upload where a person keeps them', async () => {
    cloud.settings.current = { keepsUploads: true };
    expectResult(await start(small).ended);
    expect(cloud.oss().objects()).toHaveLength(1);
    const [{ bucket, key } = { bucket: '', key: '' }] = cloud.oss().objects();
    expect(bucket).toBe('recordings');
    const session = await cloud.access().open(undefined);
    await session.openBucket(() => undefined).delete(key, new AbortController().signal);
    expectNothingLeft();
  });

  it('has its result, and says so, where the account may not delete the upload', async () => {
    cloud.faults.choose = ({ action }) =>
      action === 'DeleteObject' ? { kind: 'status', status: 403, code: 'AccessDenied' } : undefined;
    const run = start(small);
    expectResult(await run.ended);
    const [{ key } = { key: '' }] = cloud.oss().objects();
    expect(run.remarks).toMatchObject([
      { code: 'storage/not-deleted', data: { keys: key, reason: 'AccessDenied' } },
    ]);
    for (const [locale, right] of [
      ['en', 'could not be deleted'],
      ['zh-CN', '未能删除'],
    ] as const) {
      const { happened, next } = describeError(locale, run.remarks[0]!, 'window');
      expect(happened).toContain(right);
      expect(happened).toContain(key);
      expect(next).toContain('oss:DeleteObject');
    }
    cloud.faults.choose = () => undefined;
    await cloud.file().discard?.({ uploadedKey: key }, { log: () => undefined });
    expectNothingLeft();
  });

  it('is refused before anything is sent where the storage has no name', async () => {
    const { port } = new URL(cloud.env()['ZIMU_OSS_ENDPOINT']!);
    const access = cloud.accessWith({ ZIMU_OSS_ENDPOINT: `http://127.0.0.1:${port}` });
    const engine = createFileEngine({ access, encoder: cloud.encoder() });
    const from = marks();
    for (const audio of [small, converted]) {
      const error: unknown = await engine
        .transcribe({ audio }, recordContext())
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'usage/invalid',
        data: { parameter: 'ZIMU_OSS_ENDPOINT', reason: 'ip-address' },
      });
    }
    expect(marks()).toEqual(from);
    expectNothingLeft();
    await access.close();
  });

  it('says of what a discarded job leaves that it stays', async () => {
    cloud.faults.choose = ({ action }) =>
      action === 'DeleteObject' ? { kind: 'status', status: 403, code: 'AccessDenied' } : undefined;
    const remarks: StudioError[] = [];
    await cloud
      .file()
      .discard?.(
        { uploadedKey: 'isi/old.wav' },
        { log: () => undefined, onRemark: (error) => remarks.push(error) },
      );
    expect(remarks).toMatchObject([{ data: { keys: 'isi/old.wav' } }]);
  });

  it('converts what the service does not take, and leaves no file of it', async () => {
    const result = expectResult(await start(converted).ended);
    expect(Math.abs(result.durationMs - 1_080_000)).toBeLessThan(200);
    expectNothingLeft();
  });
});

describe('a file job that is cancelled leaves nothing in the bucket', () => {
  const cancelled = { code: 'job/cancelled' };

  it.each([
    ['while a small file is put', 'PutObject', () => small],
    ['while parts are sent', 'UploadPart', () => large],
    ['while an upload begins', 'InitiateMultipartUpload', () => large],
    ['while parts are joined', 'CompleteMultipartUpload', () => large],
  ] as const)('%s', async (_when, action, audio) => {
    const hold = holdUp(action);
    const run = start(audio());
    await hold.came;
    run.abort.abort();
    hold.go();
    expect(await run.ended).toMatchObject(cancelled);
    expect(run.kept()).toBeUndefined();
    await expect.poll(() => [cloud.oss().objects(), cloud.oss().uploads()]).toEqual([[], []]);
  });

  it('while its sound is encoded', async () => {
    const run = start(converted);
    await expect.poll(() => cloud.encodedFiles().length).toBe(1);
    run.abort.abort();
    expect(await run.ended).toMatchObject(cancelled);
    expectNothingLeft();
  });

  it('while the task is handed in', async () => {
    cloud.simulator().set({ nextSubmit: { kind: 'never' } });
    const from = marks();
    const run = start(small);
    await expect.poll(() => calls('submit', from.api)).toBe(1);
    run.abort.abort();
    expect(await run.ended).toMatchObject(cancelled);
    expectNothingLeft();
  });

  it.each(['queueing', 'running'] as const)(
    'while it is %s, also after a restart',
    async (state) => {
      for (const isResumed of [false, true]) {
        cloud.simulator().set({
          queueingQueries: state === 'queueing' ? 1e9 : 0,
          runningQueries: 1e9,
        });
        let run = start(small);
        const from = marks();
        await expect.poll(() => calls('result', from.api)).toBeGreaterThan(2);
        if (isResumed) {
          run.abort.abort(interruption());
          expect(await run.ended).toMatchObject(cancelled);
          expect(cloud.oss().objects()).toHaveLength(1);
          const before = marks();
          run = start(small, run.kept());
          await expect.poll(() => calls('result', before.api)).toBeGreaterThan(2);
        }
        run.abort.abort();
        expect(await run.ended).toMatchObject(cancelled);
        expect(run.kept()).toBeUndefined();
        expectNothingLeft();
      }
    },
  );

  it('while parts are sent in a second run, with uploads kept too', async () => {
    cloud.settings.current = { keepsUploads: true };
    const hold = holdUp('UploadPart', 3);
    const first = start(large);
    await hold.came;
    first.abort.abort(interruption());
    hold.go();
    await first.ended;
    expect(cloud.oss().uploads()).toHaveLength(1);
    const again = holdUp('UploadPart', 3);
    cloud.faults.choose = (event) => {
      if (event.action !== 'UploadPart') return undefined;
      second.abort.abort();
      return undefined;
    };
    const second = start(large, first.kept());
    expect(await second.ended).toMatchObject(cancelled);
    again.go();
    await expect.poll(() => cloud.oss().uploads()).toEqual([]);
    expectNothingLeft();
  });

  it('and one that will never run again is cleared up by what it kept', async () => {
    const hold = holdUp('UploadPart', 2);
    const run = start(converted);
    await hold.came;
    run.abort.abort(interruption());
    hold.go();
    await run.ended;
    expect(cloud.encodedFiles()).toHaveLength(1);
    await cloud.file().discard?.(run.kept()!, { log: () => undefined });
    expectNothingLeft();
  });
});

describe('a file job goes on in another run', () => {
  it('with the parts of an upload that were sent', async () => {
    for (const audio of [large, converted]) {
      const hold = holdUp('UploadPart', 2);
      const first = start(audio);
      await hold.came;
      await expect.poll(() => JSON.stringify(first.kept())).toContain('"number":1');
      first.abort.abort(interruption());
      hold.go();
      expect(await first.ended).toMatchObject({ code: 'job/cancelled' });
      cloud.faults.choose = () => undefined;
      const kept = JSON.parse(JSON.stringify(first.kept())) as {
        checkpoint: { doneParts: { number: number }[] };
      };
      const done = kept.checkpoint.doneParts.map(({ number }) => `UploadPart ${number}`);
      const from = marks();
      expectResult(await start(audio, kept).ended);
      const sent = actions(from.oss);
      expect(sent.filter((action) => done.includes(action))).toEqual([]);
      expect(sent).not.toContain('InitiateMultipartUpload');
      expectNothingLeft();
    }
  });

  it('anew where what was encoded is gone, and leaves no stale upload', async () => {
    const hold = holdUp('UploadPart', 2);
    const first = start(converted);
    await hold.came;
    first.abort.abort(interruption());
    hold.go();
    await first.ended;
    cloud.faults.choose = () => undefined;
    const { encoded } = first.kept() as {
      encoded: { name: string; beginMs: number; endMs: number };
    };
    await (await cloud.encoder().reopen(encoded.name, [encoded]))?.dispose();
    expectResult(await start(converted, first.kept()).ended);
    expectNothingLeft();
  });

  it('with the same upload and the same task', async () => {
    cloud.simulator().set({ runningQueries: 1e9 });
    const from = marks();
    const first = start(small);
    await expect.poll(() => calls('result', from.api)).toBeGreaterThan(2);
    first.abort.abort(interruption());
    await first.ended;
    cloud.simulator().set({ runningQueries: 1 });
    const before = marks();
    const second = start(small, first.kept());
    expectResult(await second.ended);
    expect(actions(before.oss)).toEqual(['DeleteObject']);
    expect(calls('submit', before.api)).toBe(0);
    expect(second.replies).toHaveLength(1);
    expectNothingLeft();
  });

  it('and hears the id of a task that it was handing in when the program ended', async () => {
    cloud.simulator().set({ nextSubmit: { kind: 'slow', delayMs: 200 } });
    const from = marks();
    const first = start(small);
    await expect.poll(() => calls('submit', from.api)).toBe(1);
    first.abort.abort(interruption());
    await first.ended;
    expect(first.kept()).toMatchObject({ taskId: expect.stringMatching(/./) as string });
    expectResult(await start(small, first.kept()).ended);
    expect(calls('submit', from.api)).toBe(1);
    expectNothingLeft();
  });

  it('with a new task where the service has forgotten the old one', async () => {
    const first = start(small, { uploadedKey: 'isi/none.wav', taskId: '0'.repeat(32) });
    expectResult(await first.ended);
    // The link of the forgotten upload led nowhere, so it was sent again.
    expect(first.retries.map(({ data }) => data['vendorCode'])).toEqual(['41050010', '41050024']);
    expectNothingLeft();
  });
});

describe('a file job and failures', () => {
  it('hands the task in again a bounded number of times where the service failed', async () => {
    const from = marks();
    cloud.simulator().set({ nextTask: { code: 51050005, times: 9 } });
    const run = start(small);
    expect(await run.ended).toMatchObject({
      code: 'engine/failed',
      data: { vendorCode: '51050005' },
    });
    expect(calls('submit', from.api)).toBe(3);
    expect(run.retries).toHaveLength(2);
    // Trying it again by hand needs no second upload.
    expect(Object.keys(run.kept() ?? {})).toEqual(['uploadedKey', 'bucket']);
    cloud.simulator().set({ nextTask: [] });
    const before = marks();
    expectResult(await start(small, run.kept()).ended);
    expect(actions(before.oss)).toEqual(['GetObject', 'DeleteObject']);
    expectNothingLeft();
  });

  it.each([
    [41050002, 2],
    [41050025, 2],
    [41050024, 2],
  ])('tries %i once more with another link or upload', async (code, tasks) => {
    for (const times of [1, 9]) {
      const from = marks();
      cloud.simulator().set({ nextTask: { code, times } });
      const run = start(small);
      const end = await run.ended;
      if (times === 1) expectResult(end);
      else expect(end).toMatchObject({ data: { vendorCode: String(code) } });
      expect(calls('submit', from.api)).toBe(tasks);
      const links = cloud
        .simulator()
        .requests.slice(from.api)
        .filter(({ target }) => target === 'submit')
        .map(({ parameters }) => parameters['Task']);
      expect(new Set(links).size).toBeGreaterThanOrEqual(code === 41050024 ? 2 : 1);
      const kept = run.kept();
      if (kept !== undefined) await cloud.file().discard?.(kept, { log: () => undefined });
      expectNothingLeft();
    }
  });

  it('signs a new link where the old one has died', async () => {
    // What the storage says of a link that has expired.
    let isLate = true;
    cloud.faults.choose = (event) => {
      if (event.action !== 'GetObject' || !isLate) return undefined;
      isLate = false;
      return { kind: 'status', status: 403, code: 'AccessDenied' };
    };
    const from = marks();
    expectResult(await start(small).ended);
    expect(calls('submit', from.api)).toBe(2);
    expectNothingLeft();
  });

  it('removes the upload of a recording that is refused for good', async () => {
    cloud.simulator().set({ nextTask: { code: 41050008 } });
    const run = start(small);
    expect(await run.ended).toMatchObject({ code: 'engine/audio-refused' });
    expect(run.kept()).toBeUndefined();
    expectNothingLeft();
  });

  it('survives throttling, a network that goes and a gateway that fails, and says so', async () => {
    cloud.simulator().set({
      nextSubmit: [{ code: 'Throttling.User' }, { kind: 'status', httpStatus: 502 }],
      nextResult: [
        { kind: 'half-reply' },
        { code: 'Throttling.User' },
        { kind: 'reset', afterBytes: 0 },
        { kind: 'status', httpStatus: 503 },
      ],
    });
    const run = start(small);
    expectResult(await run.ended);
    expect(run.retries.length).toBe(6);
    expectNothingLeft();
  });

  it('cleans up after any failure where nothing can go on, as on the command line', async () => {
    cloud.simulator().set({ nextTask: { code: 51050005, times: 9 } });
    const abort = new AbortController();
    const context = recordContext(abort.signal);
    await expect(cloud.file().transcribe({ audio: small }, context)).rejects.toMatchObject({
      code: 'engine/failed',
    });
    expectNothingLeft();
  });

  it('refuses twelve hours and a minute at once, without decoding', async () => {
    const durationMs = 12 * 3_600_000 + 60_000;
    const from = marks();
    const audio: AudioSource = {
      ...small,
      durationMs,
      file: { ...small.file!, durationMs, sizeBytes: 1_000_000 },
      read: () => {
        throw new Error('nothing is decoded');
      },
    };
    const error = await start(audio).ended;
    expect(error).toMatchObject({
      code: 'engine/audio-refused',
      data: { vendorCode: '41050103', entry: 'file/41050103', isRetryable: false },
    });
    expect(marks()).toEqual(from);
    if (!(error instanceof StudioError)) throw new Error('it was taken');
    expect(describeVendorError('en', error)?.cause).toContain('12 hours');
    expect(describeVendorError('zh-CN', error)?.cause).toContain('12小时');
  });

  it('writes down words in their sentences', async () => {
    const { segments } = expectResult(await start(small).ended);
    expect(segments.map(({ words }) => joinWords(words))).toEqual(['今天的会议现在开始。']);
  });
});
