import { describe, expect, test } from 'vitest';
import { type Decoding, judgeDecoding } from '../../../../electron/services/media/decode-warning';
import type { MediaInfo } from '../../../../electron/services/media/probe-media';

const minute = 60_000;

function recording(durationMs: number | undefined, hasVideo = false): MediaInfo {
  const sound = { index: 0, kind: 'audio', codec: 'aac', startOffsetMs: 0 } as const;
  const picture = { index: 1, kind: 'video', codec: 'h264', startOffsetMs: 0 } as const;
  return {
    ...{ path: '/talk', sizeBytes: 1, container: { name: 'matroska', longName: '' } },
    ...{ durationMs, startOffsetMs: 0, timeline: 'kept', audioStreamIndex: 0 },
    streams: hasVideo
      ? [sound, picture]
      : [durationMs === undefined ? sound : { ...sound, durationMs }],
  };
}

function decoding(decodedMs: number, more: Partial<Decoding> = {}): Decoding {
  const end = { exitCode: 0, signal: undefined, spawnError: undefined };
  return { decodedMs, filledMs: 0, lines: [], end, ...more };
}

const seam = ['[mpegts @ 0x1] Packet corrupt (stream = 0, dts = 658800).'];
const lost = ['Error while decoding stream #0:1: Invalid data found when processing input'];

describe('[MD2] it is said that sound is missing', () => {
  test.each([
    ['much less than was stated', recording(minute), decoding(50_000), 'shorter-than-stated'],
    ['less, and a complaint', recording(minute), decoding(59_500, { lines: lost }), 'damaged'],
    [
      'a film that ends in its middle, and a complaint',
      recording(minute, true),
      decoding(30_000, { lines: seam }),
      'damaged',
    ],
    [
      'a gap where packets could not be decoded',
      recording(minute),
      decoding(minute, { lines: lost, filledMs: 900 }),
      'damaged',
    ],
    [
      'a decoder that gave up',
      recording(undefined),
      decoding(minute, { end: { exitCode: 3, signal: undefined, spawnError: undefined } }),
      'damaged',
    ],
  ] as const)('%s', (_case, info, decoded, kind) => {
    expect(judgeDecoding(info, decoded)?.kind).toBe(kind);
  });
});

describe('[MD2] it is not said where nothing is missing', () => {
  test.each([
    ['all of it', recording(minute), decoding(minute)],
    ['all of it, and a complaint', recording(minute), decoding(minute, { lines: lost })],
    ['a little less', recording(minute), decoding(59_400)],
    [
      'the seams of joined recordings',
      recording(minute, true),
      decoding(59_100, { lines: seam, filledMs: 2_800 }),
    ],
    ['a pause of the recorder', recording(minute), decoding(minute, { filledMs: 9_000 })],
    ['a film without sound at its end', recording(minute, true), decoding(30_000)],
    ['more than was stated', recording(minute), decoding(70_000, { lines: seam })],
  ] as const)('%s', (_case, info, decoded) => {
    expect(judgeDecoding(info, decoded)).toBeUndefined();
  });
});
