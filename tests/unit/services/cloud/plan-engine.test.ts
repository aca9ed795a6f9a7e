import { findModel } from '@core/isi/model-table';
import { describe, expect, it } from 'vitest';
import { planEngine } from '../../../../electron/services/cloud/plan-engine';
import type { MediaInfo } from '../../../../electron/services/media/probe-media';

const recordingOf = (rateHz: number, channels = 1): MediaInfo => ({
  path: '/recordings/call.wav',
  sizeBytes: 128_044,
  container: { name: 'wav', longName: 'WAV' },
  durationMs: 4_000,
  startOffsetMs: 0,
  timeline: 'untimed',
  streams: [{ index: 0, kind: 'audio', codec: 'pcm_s16le', startOffsetMs: 0, rateHz, channels }],
  audioStreamIndex: 0,
});
const readRegion = () => 'cn-shanghai' as const;
const telephone = findModel('电话客服（通用）', { sampleRateHz: 8000 });

describe('what a person reads before it starts', () => {
  it('says that file transcription gets the rate of the model', () => {
    expect(telephone?.sampleRateHz).toBe(8000);
    expect(
      planEngine(recordingOf(16_000), 'file', { model: telephone, readRegion }).upload,
    ).toMatchObject({
      ...{ kind: 'encode', reason: 'rate', partCount: 1 },
      sizeBytes: 24_000,
    });
  });

  it('says how large two channels are that are kept apart', () => {
    const wishes = { firstChannelOnly: false, splitsSpeakers: false };
    const choice = { model: telephone, readRegion, wishes };
    const sizeOf = (channels: number): number | undefined =>
      planEngine(recordingOf(16_000, channels), 'file', choice).upload?.sizeBytes;
    expect(sizeOf(2)).toBe(48_000);
    expect(sizeOf(1)).toBe(24_000);
  });

  it.each([
    ['it has that rate', recordingOf(8_000), 'file', telephone],
    ['nobody knows the model', recordingOf(16_000), 'file', undefined],
    ['flash converts itself', recordingOf(16_000), 'flash', telephone],
  ] as const)('says that nothing is converted where %s', (_why, info, engine, model) => {
    expect(planEngine(info, engine, { model, readRegion }).upload).toMatchObject({ kind: 'as-is' });
  });
});
