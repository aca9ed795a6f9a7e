import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type UploadCheckpoint,
  uploadCheckpointSchema,
} from '../../../../electron/isi/client/oss/upload-checkpoint';
import type { UploadOptions } from '../../../../electron/isi/client/oss/upload-file';
import { digest, makeBytes, temporary, useOss } from './use-oss';

const bench = useOss();
const partBytes = 128 * 1024;
const sizeBytes = 8 * partBytes - 1000;
const key = 'isi/2026/01/15/a1b2c3.wav';
const never = new AbortController().signal;

/** Keeps the last checkpoint as a file would: as JSON. */
function keepCheckpoint(): {
  readonly options: Pick<UploadOptions, 'onCheckpoint'>;
  readonly last: () => UploadCheckpoint;
} {
  let json = '';
  return {
    options: { onCheckpoint: (checkpoint) => (json = JSON.stringify(checkpoint)) },
    last: () => uploadCheckpointSchema.parse(JSON.parse(json)),
  };
}

function expectStored(path: string): void {
  expect(digest(bench.content(key))).toBe(digest(readFileSync(path)));
}

function sentParts(): (number | undefined)[] {
  return bench
    .service()
    .events.filter(({ action }) => action === 'UploadPart')
    .map(({ partNumber }) => partNumber);
}

describe('a file arrives', () => {
  test.each([0, 1, partBytes - 1, partBytes])('with one request: %d bytes', async (size) => {
    const path = bench.file('small.wav', size);
    const progress: number[] = [];
    const done = await bench.client().uploadFile(path, key, {
      signal: never,
      partBytes,
      onProgress: (sent) => progress.push(sent),
    });
    expectStored(path);
    expect(done).toMatchObject({ key, sizeBytes: size });
    expect(progress.at(-1)).toBe(size);
    expect(bench.service().events.map(({ action }) => action)).toEqual(['PutObject']);
  });

  test.each([partBytes + 1, 2 * partBytes, sizeBytes])('in parts: %d bytes', async (size) => {
    const path = bench.file('large.wav', size);
    const progress: number[] = [];
    const done = await bench.client({ account: temporary }).uploadFile(path, key, {
      signal: never,
      partBytes,
      onProgress: (sent) => progress.push(sent),
    });
    expectStored(path);
    expect(done.etag).toMatch(new RegExp(`-${Math.ceil(size / partBytes)}"$`));
    expect(progress.at(-1)).toBe(size);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(bench.service().uploads()).toEqual([]);
  });

  test('with no more parts at once than asked for', async () => {
    let running = 0;
    let most = 0;
    bench.faults.choose = ({ action }) => {
      if (action !== 'UploadPart') return undefined;
      running += 1;
      most = Math.max(most, running);
      return {
        kind: 'slow',
        wait: (received) => {
          // A part is over when its last byte came; the last part is shorter.
          if (received === partBytes || received === partBytes - 1000) running -= 1;
          return Promise.resolve();
        },
      };
    };
    const path = bench.file('large.wav', sizeBytes);
    await bench.client().uploadFile(path, key, { signal: never, partBytes, parallelParts: 2 });
    expect(most).toBe(2);
  });

  test('through a storm of 503 and resets, with waits that grow', async () => {
    bench.faults.choose = ({ earlier }) =>
      [
        { kind: 'status', status: 503, code: 'ServiceUnavailable' } as const,
        { kind: 'reset', afterBytes: 50_000 } as const,
      ][earlier];
    const path = bench.file('large.wav', 2 * partBytes);
    const notices: string[] = [];
    const client = bench.client({
      onRetry: ({ attempts, error }) => notices.push(`${attempts} ${error.code}`),
    });
    await client.uploadFile(path, key, { signal: never, partBytes, parallelParts: 1 });
    expectStored(path);
    expect(bench.waitsMs).toEqual([500, 1000, 500, 1000, 500, 1000, 500, 1000]);
    expect(notices).toContain('1 storage/failed');
    expect(notices).toContain('2 network/unreachable');
  });

  test('although the reply that it is complete is lost', async () => {
    bench.faults.choose = ({ action, earlier }) =>
      action === 'CompleteMultipartUpload' && earlier === 0 ? { kind: 'lost-reply' } : undefined;
    const path = bench.file('large.wav', sizeBytes);
    const done = await bench.client().uploadFile(path, key, { signal: never, partBytes });
    expect(done.etag).toMatch(/-8"$/);
    expectStored(path);
  });
});

describe('an upload that broke off', () => {
  test('goes on where it was cut at 50 %: only missing parts are sent', async () => {
    const path = bench.file('large.wav', sizeBytes);
    const kept = keepCheckpoint();
    bench.faults.choose = ({ partNumber = 0 }) =>
      partNumber > 4 ? { kind: 'reset', afterBytes: partBytes / 2 } : undefined;
    await expect(
      bench.client().uploadFile(path, key, { signal: never, partBytes, ...kept.options }),
    ).rejects.toMatchObject({ code: 'network/unreachable' });
    const checkpoint = kept.last();
    const done = checkpoint.doneParts.map(({ number }) => number).sort();
    expect(done).toEqual([1, 2, 3, 4]);
    expect(JSON.stringify(checkpoint)).not.toContain('secret');

    bench.faults.choose = () => undefined;
    const before = sentParts().length;
    const progress: number[] = [];
    await bench.client().uploadFile(path, key, {
      signal: never,
      checkpoint,
      onProgress: (sent) => progress.push(sent),
    });
    expect(sentParts().slice(before).sort()).toEqual([5, 6, 7, 8]);
    expect(progress[0]).toBe(partBytes);
    expectStored(path);
    expect(bench.service().uploads()).toEqual([]);
  });

  /** A checkpoint of the first three parts, and their file. */
  async function breakOff(): Promise<{ path: string; checkpoint: UploadCheckpoint }> {
    const path = bench.file('large.wav', sizeBytes);
    const kept = keepCheckpoint();
    bench.faults.choose = ({ partNumber = 0 }) =>
      partNumber > 3 ? { kind: 'status', status: 400, code: 'InvalidArgument' } : undefined;
    await expect(
      bench.client().uploadFile(path, key, { signal: never, partBytes, ...kept.options }),
    ).rejects.toMatchObject({ code: 'storage/failed', data: { vendorCode: 'InvalidArgument' } });
    bench.faults.choose = () => undefined;
    return { path, checkpoint: kept.last() };
  }

  test.each(['content', 'time'])('is begun anew where the %s of the file changed', async (what) => {
    const { path, checkpoint } = await breakOff();
    if (what === 'content') writeFileSync(path, makeBytes('another', sizeBytes + 1));
    else utimesSync(path, new Date(0), new Date(0));
    const before = sentParts().length;
    await bench.client().uploadFile(path, key, { signal: never, partBytes, checkpoint });
    expect(sentParts().length - before).toBe(8);
    expectStored(path);
    expect(bench.service().uploads()).toEqual([]);
  });

  test.each([
    ['another object', { key: 'isi/other.wav' }],
    ['another size', { fileSizeBytes: 5 }],
    ['parts that are too small', { partBytes: 1000 }],
  ])('is begun anew where the checkpoint is of %s', async (_, change) => {
    const { path, checkpoint } = await breakOff();
    const before = sentParts().length;
    await bench.client().uploadFile(path, key, {
      signal: never,
      partBytes,
      checkpoint: { ...checkpoint, ...change },
    });
    expect(sentParts().length - before).toBe(8);
    expectStored(path);
  });

  test('is begun anew where the server no longer knows it', async () => {
    const { path, checkpoint } = await breakOff();
    await bench.client().abortUpload(key, checkpoint.uploadId, never);
    const kept = keepCheckpoint();
    await bench.client().uploadFile(path, key, {
      signal: never,
      partBytes,
      checkpoint,
      ...kept.options,
    });
    expect(kept.last().uploadId).not.toBe(checkpoint.uploadId);
    expectStored(path);
  });

  test('is begun anew where the server has other parts than the checkpoint says', async () => {
    const { path, checkpoint } = await breakOff();
    const doneParts = checkpoint.doneParts.map((part) => ({ ...part, etag: '"0000"' }));
    await bench.client().uploadFile(path, key, {
      signal: never,
      partBytes,
      checkpoint: { ...checkpoint, doneParts },
    });
    expectStored(path);
    expect(bench.service().uploads()).toEqual([]);
  });

  test('is done at once where it was complete and nobody was told', async () => {
    const path = bench.file('large.wav', sizeBytes);
    const kept = keepCheckpoint();
    await bench.client().uploadFile(path, key, { signal: never, partBytes, ...kept.options });
    const before = sentParts().length;
    const done = await bench
      .client()
      .uploadFile(path, key, { signal: never, checkpoint: kept.last() });
    expect(done.sizeBytes).toBe(statSync(path).size);
    expect(sentParts().length).toBe(before);
  });
});

describe('a cancelled upload', () => {
  // 0 is the beginning, 1 to 8 are the parts, 9 is the completion.
  test.each([0, 1, 4, 8, 9])('leaves nothing on the server: at request %d', async (at) => {
    const path = bench.file('large.wav', sizeBytes);
    const controller = new AbortController();
    let requests = 0;
    bench.faults.choose = () => {
      if (requests === at) controller.abort();
      requests += 1;
      return undefined;
    };
    await expect(
      bench.client().uploadFile(path, key, { signal: controller.signal, partBytes }),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(bench.service().uploads()).toEqual([]);
    expect(bench.service().objects()).toEqual([]);
  });

  test('of one request leaves nothing either', async () => {
    const path = bench.file('small.wav', 4 * 1024 * 1024);
    const controller = new AbortController();
    bench.faults.choose = ({ action }) =>
      action === 'PutObject'
        ? {
            kind: 'slow',
            wait: async () => {
              controller.abort();
              await new Promise(setImmediate);
            },
          }
        : undefined;
    await expect(
      bench.client().uploadFile(path, key, { signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(bench.service().objects()).toEqual([]);
  });

  test('stays on the server where it shall be resumed', async () => {
    const path = bench.file('large.wav', sizeBytes);
    const kept = keepCheckpoint();
    const controller = new AbortController();
    await expect(
      bench.client().uploadFile(path, key, {
        signal: controller.signal,
        partBytes,
        keepOnCancel: true,
        onCheckpoint: (checkpoint) => {
          kept.options.onCheckpoint?.(checkpoint);
          if (checkpoint.doneParts.length === 2) controller.abort();
        },
      }),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(bench.service().uploads()).toHaveLength(1);
    const { doneParts } = kept.last();
    const before = sentParts().length;
    await bench.client().uploadFile(path, key, { signal: never, checkpoint: kept.last() });
    // One that was under way may only now have reached the server, besides being sent again.
    const sent = new Set(sentParts().slice(before));
    expect(sent.size).toBe(8 - doneParts.length);
    for (const { number } of doneParts) expect(sent.has(number)).toBe(false);
    expectStored(path);
  });

  test('before it began asks nothing of the server', async () => {
    const path = bench.file('large.wav', sizeBytes);
    const signal = AbortSignal.abort();
    await expect(bench.client().uploadFile(path, key, { signal })).rejects.toMatchObject({
      code: 'job/cancelled',
    });
    expect(bench.service().events).toEqual([]);
  });
});

test('a file that changes while it is sent is refused, and nothing stays', async () => {
  const path = bench.file('large.wav', sizeBytes);
  bench.faults.choose = ({ partNumber }) => {
    if (partNumber === 8) writeFileSync(path, makeBytes('another', sizeBytes + 5));
    return undefined;
  };
  await expect(
    bench.client().uploadFile(path, key, { signal: never, partBytes }),
  ).rejects.toMatchObject({ code: 'storage/failed', data: { vendorCode: 'FileChanged' } });
  expect(bench.service().uploads()).toEqual([]);
  expect(bench.service().objects()).toEqual([]);
});

test('a file that is not there says so', async () => {
  await expect(
    bench.client().uploadFile('/nowhere/a.wav', key, { signal: never }),
  ).rejects.toMatchObject({ code: 'media/not-found', data: { path: '/nowhere/a.wav' } });
});
