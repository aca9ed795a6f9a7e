import { expect, test } from 'vitest';
import { playsHeardTrack } from '../../../../electron/services/media/plan-playback';
import type { MediaStream } from '../../../../electron/services/media/media-stream';
import type { MediaInfo } from '../../../../electron/services/media/probe-media';

const mp4 = 'mov,mp4,m4a,3gp,3g2,mj2';
const matroska = 'matroska,webm';

/** @param tracks codecs of the audio tracks, a star behind those that the file marks as default */
function makeInfo(container: string, tracks: readonly string[], heard: number): MediaInfo {
  const streams = tracks.map((track, index): MediaStream => ({
    ...{ index, kind: 'audio', startOffsetMs: 0, rateHz: 48_000, channels: 1 },
    codec: track.replace('*', ''),
    ...(track.endsWith('*') ? { isDefault: true } : {}),
  }));
  return {
    ...{ path: 'a', sizeBytes: 1, durationMs: 1, startOffsetMs: 0, timeline: 'kept', streams },
    container: { name: container, longName: '' },
    audioStreamIndex: heard,
  };
}

// As Chromium played made files: silence on one track, a tone on the other.
test.each<[string, readonly string[], number]>([
  [matroska, ['aac', 'aac*'], 0],
  [matroska, ['aac*', 'aac'], 0],
  [matroska, ['ac3*', 'aac'], 1],
  [mp4, ['aac', 'aac*'], 1],
  [mp4, ['aac*', 'aac'], 0],
  [mp4, ['aac*', 'aac*'], 0],
  [mp4, ['ac3*', 'aac*'], 1],
])('[TR3] of %s with %j the element plays track %i and no other', (container, tracks, played) => {
  const heard = tracks.map((_, index) => playsHeardTrack(makeInfo(container, tracks, index)));
  expect(heard).toEqual(tracks.map((_, index) => index === played));
});

test.each([
  ['none', mp4, ['ac3*', 'aac'], 0],
  ['the only one, of which an element says itself that it cannot', mp4, ['ac3*'], 0],
] as const)('%s', (_case, container, tracks, heard) => {
  expect(playsHeardTrack(makeInfo(container, tracks, heard))).toBe(tracks.length === 1);
});
