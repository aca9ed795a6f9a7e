import type { ChannelFindings } from '@isi/compare-channels';
import { findModel } from '@isi/model-table';
import type { StereoFacts } from '@isi/stereo-facts';
import { describe, expect, it } from 'vitest';
import { planEngine } from '../../../../electron/services/cloud/plan-engine';
import type { MediaInfo } from '../../../../electron/services/media/probe-media';
import { plannedEngines } from '../../../helpers/planned-engines';

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
      planEngine(recordingOf(16_000), plannedEngines.file, { model: telephone, readRegion }).upload,
    ).toMatchObject({
      ...{ kind: 'encode', reason: 'rate', partCount: 1 },
      sizeBytes: 24_000,
    });
  });

  it('says how large two channels are that are kept apart', () => {
    const wishes = { firstChannelOnly: false, splitsSpeakers: false };
    const choice = { model: telephone, readRegion, wishes };
    const sizeOf = (channels: number): number | undefined =>
      planEngine(recordingOf(16_000, channels), plannedEngines.file, choice).upload?.sizeBytes;
    expect(sizeOf(2)).toBe(48_000);
    expect(sizeOf(1)).toBe(24_000);
  });

  it.each([
    ['it has that rate', recordingOf(8_000), 'file', telephone],
    ['nobody knows the model', recordingOf(16_000), 'file', undefined],
    ['flash converts itself', recordingOf(16_000), 'flash', telephone],
  ] as const)('says that nothing is converted where %s', (_why, info, engine, model) => {
    expect(planEngine(info, plannedEngines[engine], { model, readRegion }).upload).toMatchObject({
      kind: 'as-is',
    });
  });
});

describe('what a person reads of channels before it starts', () => {
  const facts: StereoFacts = {
    ...{ by: 'voice', sharedMs: 0, sameMs: 0, oppositeMs: 0, louderMs: [0, 0] },
    ...{ ownMs: [2_000, 2_000], togetherMs: 0, faintMs: 0 },
  };

  it('is that they are listened to first, and then what is sent and charged', () => {
    const info = recordingOf(16_000, 2);
    expect(planEngine(info, plannedEngines.flash, { readRegion }).upload).toMatchObject({
      ...{ kind: 'as-is', listensFirst: true },
    });
    const { upload } = planEngine(info, plannedEngines.flash, { readRegion, facts });
    expect(upload).not.toHaveProperty('listensFirst');
    expect(upload?.channels).toMatchObject({ sends: 'both', billedChannels: 2, billedMs: 8_000 });
  });

  it('is the price of one for a model of telephones', () => {
    const choice = { readRegion, facts, model: telephone };
    expect(
      planEngine(recordingOf(8_000, 2), plannedEngines.file, choice).upload?.channels,
    ).toMatchObject({
      ...{ sends: 'both', billedChannels: 1, billedMs: 4_000 },
    });
  });

  it('is the size of one where one is made of two', () => {
    const right = { ...facts, ownMs: [0, 4_000] } as const;
    expect(
      planEngine(recordingOf(16_000, 2), plannedEngines.file, { readRegion, facts: right }).upload,
    ).toEqual({
      ...{ kind: 'encode', reason: 'channels', sizeBytes: 24_000, partCount: 1 },
      region: 'cn-shanghai',
      channels: {
        ...{ count: 2, sends: 'second', reason: 'only-second', firstChannelOnly: true },
        ...{ billedChannels: 1, billedMs: 4_000, isByLevel: false },
      },
    });
  });

  it('is that six are mixed, which nobody has to listen to', () => {
    expect(
      planEngine(recordingOf(16_000, 6), plannedEngines.flash, { readRegion }).upload,
    ).toMatchObject({
      ...{ kind: 'encode', reason: 'channels', channels: { sends: 'mix', reason: 'many' } },
    });
  });

  it('[TR6] says what several channels hold that could each be heard by itself', () => {
    const channelsOf = (count: number, findings?: ChannelFindings) =>
      planEngine(recordingOf(16_000, count), plannedEngines.local, { readRegion, findings })
        .channels;
    const findings = { differ: true, speaking: [0, 2], silent: [1], same: [] };
    expect([1, 2, 3, 8, 9].map((count) => channelsOf(count))).toEqual([
      undefined,
      ...[2, 3, 8].map((count) => ({ count, listensFirst: true })),
      { count: 9 },
    ]);
    expect(channelsOf(3, findings)).toEqual({ count: 3, findings });
  });

  it('is nothing where nothing leaves this computer', () => {
    expect(
      planEngine(recordingOf(16_000, 2), plannedEngines.local, { readRegion }),
    ).not.toHaveProperty('upload');
  });
});
