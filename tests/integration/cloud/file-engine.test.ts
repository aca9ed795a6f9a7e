import { describeVendorError } from '@isi/describe-vendor-error';
import { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { joinWords } from '@core/transcript/word';
import { describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../electron/engines/engine';
import { createFileEngine } from '../../../electron/engines/file/file-engine';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import { expectResult, useFileJobs } from '../../helpers/use-file-jobs';

const { cloud, recordings, start, actions, calls, marks, expectNothingLeft } = useFileJobs();

describe('a file job', () => {
  it('uploads, asks, keeps the reply as it came and deletes the upload', async () => {
    const from = marks();
    const run = start(recordings.small);
    expectResult(await run.ended);
    expect(actions(from.oss)).toEqual(['PutObject', 'GetObject', 'DeleteObject']);
    expect(run.replies).toHaveLength(1);
    expect(JSON.parse(run.replies[0]!)).toMatchObject({ StatusCode: 21050000 });
    expectNothingLeft();
  });

  it('leaves the upload where a person keeps them', async () => {
    cloud.settings.current = { keepsUploads: true };
    expectResult(await start(recordings.small).ended);
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
    const run = start(recordings.small);
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
    const engine = createFileEngine({
      access,
      encoder: cloud.encoder(),
      channelMeter: cloud.channelMeter,
    });
    const from = marks();
    for (const audio of [recordings.small, recordings.converted]) {
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
        { log: () => undefined, report: ({ error }) => remarks.push(error) },
      );
    expect(remarks).toMatchObject([{ data: { keys: 'isi/old.wav' } }]);
  });

  it.each([
    ['refuses the upload', 403, 'AccessDenied', 'storage/forbidden'],
    ['does not know the secret', 403, 'SignatureDoesNotMatch', 'engine/unauthorised'],
  ] as const)(
    'says nothing of a rest where the storage %s',
    async (_what, status, vendor, code) => {
      cloud.faults.choose = () => ({ kind: 'status', status, code: vendor });
      for (const audio of [recordings.small, recordings.large]) {
        const from = marks();
        const remarks: StudioError[] = [];
        // As on the command line, where nothing goes on later.
        const context = {
          ...recordContext(),
          report: onlyOf('remark', ({ error }) => remarks.push(error)),
        };
        const ended = cloud.file().transcribe({ audio }, context);
        await expect(ended).rejects.toMatchObject({ code });
        expect(remarks).toEqual([]);
        expect(actions(from.oss)).not.toContain('DeleteObject');
      }
    },
  );

  it('says what a discarded job leaves where nobody may look any more', async () => {
    const noKey = { ALIYUN_AK_ID: '', ALIYUN_AK_SECRET: '' };
    const engine = createFileEngine({
      access: cloud.accessWith(noKey),
      channelMeter: cloud.channelMeter,
      encoder: cloud.encoder(),
    });
    const remarks: StudioError[] = [];
    const report = onlyOf('remark', ({ error }) => remarks.push(error));
    const context = { log: () => undefined, report };
    await engine.discard?.({ uploadedKey: 'isi/old.wav', taskId: '0'.repeat(32) }, context);
    expect(remarks).toMatchObject([
      { code: 'storage/not-deleted', data: { keys: 'isi/old.wav', reason: 'credentials/missing' } },
    ]);
  });

  it('converts what the service does not take, and leaves no file of it', async () => {
    const result = expectResult(await start(recordings.converted).ended);
    expect(Math.abs(result.durationMs - 60_000)).toBeLessThan(200);
    expectNothingLeft();
  });
});

describe('a file job and failures', () => {
  it('hands the task in again a bounded number of times where the service failed', async () => {
    const from = marks();
    cloud.simulator().set({ nextTask: { code: 51050005, times: 9 } });
    const run = start(recordings.small);
    expect(await run.ended).toMatchObject({
      code: 'engine/failed',
      data: { vendorCode: '51050005' },
    });
    expect(calls('submit', from.api)).toBe(3);
    expect(run.retries).toHaveLength(2);
    // Trying it again by hand needs no second upload.
    expect(Object.keys(run.kept() ?? {})).toEqual([
      ...['uploadedKey', 'bucket', 'firstChannelOnly'],
    ]);
    cloud.simulator().set({ nextTask: [] });
    const before = marks();
    expectResult(await start(recordings.small, run.kept()).ended);
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
      const run = start(recordings.small);
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
    expectResult(await start(recordings.small).ended);
    expect(calls('submit', from.api)).toBe(2);
    expectNothingLeft();
  });

  it('removes the upload of a recording that is refused for good', async () => {
    cloud.simulator().set({ nextTask: { code: 41050008 } });
    const run = start(recordings.small);
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
    const run = start(recordings.small);
    expectResult(await run.ended);
    expect(run.retries.length).toBe(6);
    expectNothingLeft();
  });

  it('cleans up after any failure where nothing can go on, as on the command line', async () => {
    cloud.simulator().set({ nextTask: { code: 51050005, times: 9 } });
    const abort = new AbortController();
    const context = recordContext(abort.signal);
    await expect(
      cloud.file().transcribe({ audio: recordings.small }, context),
    ).rejects.toMatchObject({
      code: 'engine/failed',
    });
    expectNothingLeft();
  });

  it('refuses twelve hours and a minute at once, without decoding', async () => {
    const durationMs = 12 * 3_600_000 + 60_000;
    const from = marks();
    const audio: AudioSource = {
      ...recordings.small,
      durationMs,
      file: { ...recordings.small.file!, durationMs, sizeBytes: 1_000_000 },
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
    const { segments } = expectResult(await start(recordings.small).ended);
    expect(segments.map(({ words }) => joinWords(words))).toEqual(['今天的会议现在开始。']);
  });
});
