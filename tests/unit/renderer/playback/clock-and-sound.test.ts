import { describe, expect, test } from 'vitest';
import { findClockProblem } from '../../../../renderer/src/playback/find-clock-problem';
import { isSilentBySurprise } from '../../../../renderer/src/playback/is-silent-by-surprise';

describe("[MD4] an element's length against what was decoded", () => {
  test.each([
    ['the same', 60_000, 60_000, false, false],
    ['an encoder is a little longer', 60_050, 60_000, false, false],
    ['longer than the sound', 70_000, 60_000, false, true],
    ['shorter than the sound', 2_000, 60_000, false, true],
    ['a picture that goes on', 70_000, 60_000, true, false],
    ['a picture that ends before the sound', 50_000, 60_000, true, true],
    ['one that never knows', Infinity, 60_000, true, true],
  ])('%s', (_case, elementMs, decodedMs, hasVideo, isProblem) => {
    expect(findClockProblem(elementMs, decodedMs, { hasVideo })).toBe(isProblem);
  });
});

describe('[MD4] an element that plays without a sound', () => {
  const element = (decodedBytes: number | undefined, ...played: [number, number][]) =>
    ({
      webkitAudioDecodedByteCount: decodedBytes,
      played: {
        length: played.length,
        start: (index: number) => played[index]![0],
        end: (index: number) => played[index]![1],
      },
    }) as unknown as HTMLMediaElement;

  test.each([
    ['decoded nothing in two seconds', element(0, [0, 2]), 0, true],
    ['decoded something', element(4_096, [0, 2]), 0, false],
    ['has hardly begun', element(0, [0, 0.5]), 0, false],
    ['played here and there', element(0, [0, 0.6], [9, 9.6]), 0, true],
    ['is before the sound begins', element(0, [0, 20]), 30_000, false],
    ['has no sound', element(0, [0, 20]), undefined, false],
    ['does not count', element(undefined, [0, 20]), 0, false],
  ])('%s', (_case, media, soundBeginMs, isSilent) => {
    expect(isSilentBySurprise(media, soundBeginMs)).toBe(isSilent);
  });
});
