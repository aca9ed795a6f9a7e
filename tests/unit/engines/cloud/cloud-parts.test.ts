import { StudioError } from '@core/errors/studio-error';
import { flashUploadLimits, type UploadSource } from '@isi/plan-upload';
import type { RecordingPart } from '@isi/plan-parts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CloudProgress } from '../../../../electron/engines/cloud/cloud-progress';
import { findRecordingParts } from '../../../../electron/engines/cloud/find-recording-parts';
import {
  isInterruption,
  outlastInterruption,
} from '../../../../electron/engines/cloud/interruption';
import { isUsefulLater } from '../../../../electron/engines/cloud/is-useful-later';
import { prepareUpload } from '../../../../electron/engines/cloud/prepare-upload';
import type { SpeechEncoder } from '../../../../electron/engines/cloud/speech-encoder';
import type { AudioSource, EngineProgress, EngineStage } from '../../../../electron/engines/engine';
import { sourceOf, tonesAt } from '../../../helpers/audio-source';

const { signal } = new AbortController();

describe('the parts of a recording', () => {
  it('are cut in its pauses, whatever the blocks of the decoder', async () => {
    const samples = tonesAt(
      [
        [0, 9],
        [10, 19],
        [20, 28],
      ],
      28,
    );
    for (const blockSamples of [319, 5_000, 1e6]) {
      const parts = await findRecordingParts(sourceOf(samples, blockSamples), 12_000, signal);
      expect(parts).toEqual([
        { beginMs: 0, endMs: 9_500 },
        { beginMs: 9_500, endMs: 19_500 },
        { beginMs: 19_500, endMs: 28_000 },
      ]);
    }
  });

  it('overlap where nobody pauses', async () => {
    const samples = tonesAt([[0, 100]], 100);
    const parts = await findRecordingParts(sourceOf(samples), 60_000, signal);
    expect(parts.length).toBeGreaterThan(1);
    for (const [index, part] of parts.entries()) {
      const next: RecordingPart | undefined = parts[index + 1];
      if (next !== undefined) expect(next.beginMs).toBeLessThan(part.endMs);
      expect(part.endMs - part.beginMs).toBeLessThanOrEqual(60_000);
    }
  });
});

describe('what is prepared for a service', () => {
  const file: UploadSource = {
    sizeBytes: 10,
    durationMs: 1_000,
    containerName: 'wav',
    codecName: 'pcm_s16le',
    sampleRateHz: 16_000,
    hasVideo: false,
    hasSeveralTracks: false,
    beginsAtZero: true,
  };
  const audioOf = (changes: Partial<UploadSource>): AudioSource => {
    const { durationMs, ...base } = sourceOf(tonesAt([[0, 1]], 2));
    const changed = { ...file, durationMs, ...changes };
    return { ...base, durationMs: changed.durationMs, file: changed };
  };
  const options = { signal, onProgress: () => undefined };
  const asked: (readonly RecordingPart[] | undefined)[] = [];
  const encoder: SpeechEncoder = {
    encode: (_audio, parts) => {
      asked.push(parts);
      return Promise.resolve({
        name: 'n',
        format: 'mp3',
        parts: (parts ?? [{ beginMs: 0, endMs: 2_000 }]).map((part) => ({
          ...part,
          path: 'x.mp3',
          sizeBytes: 5,
        })),
        dispose: () => Promise.resolve(),
      });
    },
    reopen: () => Promise.resolve(undefined),
  };
  const prepare = (changes: Partial<UploadSource>, mostMs = 10_000) =>
    prepareUpload(audioOf(changes), { ...flashUploadLimits, mostMs }, encoder, options);

  it('is the file itself, an encoded one, or parts', async () => {
    asked.length = 0;
    expect((await prepare({})).files).toEqual([
      { beginMs: 0, endMs: 2_000, path: 'memory', sizeBytes: 10, format: 'wav' },
    ]);
    expect((await prepare({ hasVideo: true })).files).toMatchObject([{ format: 'mp3' }]);
    expect(asked).toEqual([undefined]);
    // The container says nothing: it is decoded, and found short enough.
    expect((await prepare({ durationMs: undefined })).files).toHaveLength(1);
    expect(asked).toEqual([undefined, undefined]);
    expect((await prepare({ durationMs: undefined }, 2_500)).files.length).toBeGreaterThan(1);
  });

  it('leaves room for what an encoder adds', async () => {
    const { files } = await prepare({ durationMs: 2_000, hasVideo: true }, 2_000);
    for (const { beginMs, endMs } of files) expect(endMs - beginMs).toBeLessThanOrEqual(1_000);
  });

  it('is nothing where there is no sound, and refused where there is no file', async () => {
    expect((await prepare({ durationMs: 0 })).files).toEqual([]);
    const work = prepareUpload(sourceOf(new Float32Array(1)), flashUploadLimits, encoder, options);
    await expect(work).rejects.toMatchObject({ code: 'media/not-found' });
  });
});

it('never reports going back, and ends at the end', () => {
  const step = fc.tuple(
    fc.constantFrom<EngineStage>('loading', 'uploading', 'waiting', 'aligning'),
    fc.double({ min: -1, max: 2, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const reports: EngineProgress[] = [];
      const progress = new CloudProgress(
        { loading: [0, 0.1], uploading: [0.1, 0.5], waiting: [0.5, 0.99] },
        (report) => reports.push(report),
      );
      for (const [stage, part] of steps) progress.report(stage, part);
      progress.finish({ segments: [], notices: [] });
      const fractions = reports.map(({ fraction }) => fraction);
      expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
      expect(fractions.at(-1)).toBe(1);
    }),
  );
});

it('lets a request outlive the end of the program, but not a cancel', async () => {
  const ofPerson = new AbortController();
  const first = outlastInterruption(ofPerson.signal, 1e6);
  ofPerson.abort();
  expect([first.aborted, isInterruption(ofPerson.signal)]).toEqual([true, false]);
  const ofProgram = new AbortController();
  const second = outlastInterruption(ofProgram.signal, 1);
  ofProgram.abort(new StudioError('job/interrupted', 'ends'));
  expect([second.aborted, isInterruption(ofProgram.signal)]).toEqual([false, true]);
  await expect.poll(() => second.aborted).toBe(true);
});

it.each([
  ['network/unreachable', {}, true],
  ['credentials/locked', {}, true],
  ['engine/throttled', { retry: 'next-day' }, true],
  ['engine/audio-refused', { retry: 'no' }, false],
  ['engine/audio-refused', {}, false],
  ['media/not-found', {}, false],
] as const)('keeps what was done for another time: %s %o', (code, data, isUseful) => {
  expect(isUsefulLater(new StudioError(code, 'as told', { data }))).toBe(isUseful);
});
