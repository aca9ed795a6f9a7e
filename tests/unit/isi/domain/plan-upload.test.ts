import {
  fileUploadLimits,
  flashUploadLimits,
  planUpload,
  type UploadSource,
} from '@isi/plan-upload';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const hour = 3_600_000;
const wav: UploadSource = {
  sizeBytes: 1_000,
  durationMs: 60_000,
  containerName: 'wav',
  codecName: 'pcm_s16le',
  sampleRateHz: 16_000,
  hasVideo: false,
  hasSeveralTracks: false,
  beginsAtZero: true,
};

describe('a recording that a service takes', () => {
  it.each([
    ['wav', 'pcm_s16le', 'wav', 'wav'],
    ['mp3', 'mp3', 'mp3', 'mp3'],
    ['aac', 'aac', 'aac', 'aac'],
    ['mov,mp4,m4a,3gp,3g2,mj2', 'aac', undefined, 'mp4'],
    ['asf', 'wmav2', undefined, 'asf'],
    ['ogg', 'opus', undefined, 'ogg'],
    ['amr', 'amr_nb', undefined, 'amr'],
    ['flac', 'flac', undefined, 'flac'],
    ['wav', 'pcm_mulaw', undefined, 'wav'],
    ['wav', 'pcm_f32le', undefined, undefined],
    ['matroska,webm', 'opus', undefined, undefined],
    ['mov,mp4,m4a,3gp,3g2,mj2', 'alac', undefined, undefined],
  ])('%s with %s is named', (containerName, codecName, ofFlash, ofFile) => {
    const source = { ...wav, containerName, codecName };
    const plan = (format: string | undefined): object =>
      format === undefined ? { kind: 'encode', reason: 'format' } : { kind: 'as-is', format };
    expect(planUpload(source, flashUploadLimits)).toEqual(plan(ofFlash));
    expect(planUpload(source, fileUploadLimits)).toEqual(plan(ofFile));
  });
});

describe('a recording that a service does not take', () => {
  it.each([
    [{ hasVideo: true, codecName: 'odd' }, 'video'],
    [{ hasSeveralTracks: true }, 'tracks'],
    [{ beginsAtZero: false }, 'offset'],
    [{ durationMs: undefined }, 'length-unknown'],
    [{ sizeBytes: 101_000_000 }, 'size'],
    [{ durationMs: 2 * hour, sizeBytes: 200_000_000 }, 'size'],
  ])('is encoded: %o', (changes, reason) => {
    expect(planUpload({ ...wav, ...changes }, flashUploadLimits)).toEqual({
      kind: 'encode',
      reason,
    });
  });

  it('is cut where it is too long, whatever else is wrong with it', () => {
    const long = { ...wav, durationMs: 2 * hour + 1, hasVideo: true };
    expect(planUpload(long, flashUploadLimits)).toEqual({ kind: 'parts', reason: 'length' });
    expect(planUpload(long, fileUploadLimits).kind).toBe('encode');
    expect(planUpload({ ...long, durationMs: 12 * hour + 1 }, fileUploadLimits).kind).toBe('parts');
  });
});

describe('the sample rate of a model', () => {
  it.each([
    [8_000, 8_000, 'as-is'],
    [16_000, 16_000, 'as-is'],
    [48_000, 16_000, 'as-is'],
    [8_000, 16_000, 'encode'],
    [16_000, 8_000, 'encode'],
    [48_000, 8_000, 'encode'],
    [11_025, 8_000, 'encode'],
    [undefined, 8_000, 'as-is'],
    [8_000, undefined, 'as-is'],
  ] as const)('%s Hz for a model of %s Hz: %s', (sampleRateHz, modelRateHz, kind) => {
    const source = { ...wav, sampleRateHz };
    expect(planUpload(source, fileUploadLimits, modelRateHz)).toEqual(
      kind === 'as-is' ? { kind, format: 'wav' } : { kind, reason: 'rate' },
    );
    expect(planUpload(source, flashUploadLimits, modelRateHz).kind).toBe('as-is');
  });
});

it('never sends as it is what is too large, too long, or heard at other times', () => {
  fc.assert(
    fc.property(
      fc.record({
        sizeBytes: fc.nat({ max: 1_000_000_000 }),
        durationMs: fc.option(fc.nat({ max: 20 * hour }), { nil: undefined }),
        containerName: fc.constantFrom('wav', 'mp3', 'flac', 'matroska,webm'),
        sampleRateHz: fc.option(fc.constantFrom(8_000, 16_000, 44_100), { nil: undefined }),
        codecName: fc.constantFrom('pcm_s16le', 'mp3', 'flac', 'opus'),
        hasVideo: fc.boolean(),
        hasSeveralTracks: fc.boolean(),
        beginsAtZero: fc.boolean(),
      }),
      fc.constantFrom(flashUploadLimits, fileUploadLimits),
      (source, limits) => {
        if (planUpload(source, limits).kind !== 'as-is') return;
        expect(source.sizeBytes).toBeLessThanOrEqual(limits.mostBytes);
        expect(source.durationMs).toBeLessThanOrEqual(limits.mostMs);
        expect(source.beginsAtZero && !source.hasVideo && !source.hasSeveralTracks).toBe(true);
      },
    ),
  );
});

describe('the channels of a recording [CH1]', () => {
  it.each([
    ['one', 1, 'all', 'as-is'],
    ['the first of two', 2, 'first', 'as-is'],
    ['both', 2, 'both', 'as-is'],
    ['the second', 2, 'second', 'encode'],
    ['a mix', 2, 'mix', 'encode'],
    ['six, whatever is sent', 6, undefined, 'encode'],
    ['two of which nothing is known', 2, undefined, 'as-is'],
  ] as const)('%s', (_what, channelCount, sends, kind) => {
    const source = { ...wav, channelCount };
    for (const limits of [flashUploadLimits, fileUploadLimits]) {
      const plan = planUpload(source, limits, undefined, sends);
      expect(plan).toMatchObject(
        kind === 'encode' ? { kind, reason: 'channels' } : { kind, format: 'wav' },
      );
    }
    expect(planUpload({ ...source, hasVideo: true }, fileUploadLimits, undefined, sends)).toEqual({
      kind: 'encode',
      reason: 'video',
    });
  });
});
