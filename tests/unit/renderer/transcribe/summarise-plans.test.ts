import type { EnginePlan } from '@contract/api';
import type { ChannelDecision } from '@isi/decide-channels';
import { describe, expect, it } from 'vitest';
import { summarisePlans } from '../../../../renderer/src/features/transcribe/summarise-plans';

const region = 'cn-beijing';
const lecture: EnginePlan = {
  sizeBytes: 900,
  durationMs: 5_000,
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  codec: 'aac',
  hasVideo: true,
  upload: { kind: 'encode', reason: 'video', sizeBytes: 30, partCount: 1, region },
  estimatedMs: 100,
};
const tape: EnginePlan = {
  sizeBytes: 100,
  durationMs: 3_000,
  container: 'mp3',
  codec: 'mp3',
  hasVideo: false,
  upload: { kind: 'as-is', sizeBytes: 100, partCount: 1, region },
  estimatedMs: 50,
};

describe('what would be done with several recordings', () => {
  it('is added up, with each reason once', () => {
    const long: EnginePlan = {
      ...lecture,
      upload: { kind: 'parts', reason: 'length', sizeBytes: 70, partCount: 3, region },
    };
    expect(summarisePlans([lecture, lecture, tape, long])).toEqual({
      count: 4,
      sizeBytes: 2_800,
      durationMs: 18_000,
      formats: ['MP4 (aac)', 'MP3'],
      hasVideo: true,
      upload: {
        sizeBytes: 230,
        isByAddress: false,
        region,
        conversions: [
          { reason: 'video', parts: 2 },
          { reason: 'length', parts: 3 },
        ],
        channels: [],
        listensFirst: false,
      },
      estimatedMs: 350,
    });
  });

  it('has no length where one of them does not say its own, and no upload where nothing leaves', () => {
    const stream: EnginePlan = { sizeBytes: 1, container: 'ogg', codec: 'opus', hasVideo: false };
    expect(summarisePlans([stream, stream])).toMatchObject({
      durationMs: undefined,
      upload: undefined,
      estimatedMs: undefined,
    });
  });

  it('names alike channels once, with what all of them are charged', () => {
    const both: ChannelDecision = {
      ...{ count: 2, sends: 'both', reason: 'different', firstChannelOnly: false },
      ...{ billedChannels: 2, isByLevel: false },
    };
    const alone = { sends: 'all', reason: 'mono' } as const;
    const call: EnginePlan = {
      ...tape,
      upload: { ...tape.upload!, channels: { ...both, billedMs: 6_000 } },
    };
    const mono: EnginePlan = {
      ...tape,
      upload: {
        ...tape.upload!,
        channels: { ...both, ...alone, count: 1, billedChannels: 1 },
      },
    };
    expect(summarisePlans([call, mono, call]).upload).toMatchObject({
      channels: [{ decision: both, count: 2, billedMs: 12_000 }],
      listensFirst: false,
    });
    const open: EnginePlan = { ...tape, upload: { ...tape.upload!, listensFirst: true } };
    expect(summarisePlans([call, open]).upload?.listensFirst).toBe(true);
  });
});
