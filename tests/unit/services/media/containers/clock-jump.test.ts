import { expect, it } from 'vitest';
import type { ReadClockMarks } from '../../../../../electron/services/media/containers/broadcast-clock';
import { doesClockJump } from '../../../../../electron/services/media/containers/clock-jump';
import type { ReadAt } from '../../../../../electron/services/media/containers/read-at';

const sizeBytes = 2_000_000_000;
const bytesPerSecond = 500_000;

/** A file of which only the place of each piece is made, and its clock, which is marked ten times a second. */
function look(clockAt: (byte: number) => number, programs = 1): Promise<[boolean, number]> {
  let looks = 0;
  const readAt: ReadAt = (offset, length) => {
    looks += 1;
    const place = Buffer.alloc(16);
    place.writeDoubleBE(offset);
    place.writeDoubleBE(length, 8);
    return Promise.resolve(place);
  };
  const readMarks: ReadClockMarks = (place) => {
    const begin = place.readDoubleBE(0);
    const count = Math.floor(place.readDoubleBE(8) / 50_000);
    return Array.from({ length: count }, (_, index) => ({
      clock: index % programs,
      seconds: clockAt(begin + index * 50_000) + (index % programs) * 1_000,
    }));
  };
  return doesClockJump(readAt, sizeBytes, readMarks).then((jumps) => [jumps, looks]);
}

const steady = (byte: number): number => byte / bytesPerSecond;
/** Between a third and three times of the usual rate, a scene of a minute or ten after the other. */
const varied = (byte: number): number =>
  steady(byte) + 20 * Math.sin(byte / 37e6) + 90 * Math.sin(byte / 290e6);
const seam = 1_234_567_890;
const withJump =
  (clockAt: (byte: number) => number, seconds: number) =>
  (byte: number): number =>
    clockAt(byte) + (byte > seam ? seconds : 0);

it.each([
  ['back by 3 s', withJump(steady, -3)],
  ['back by 100 s', withJump(steady, -100)],
  ['forward by 15 s', withJump(steady, 15)],
  ['forward by a day', withJump(steady, 86_400)],
  ['forward by a minute, in a variable rate', withJump(varied, 60)],
  ['back by a minute, in a variable rate', withJump(varied, -60)],
])('[MD3] one jump %s in 2 GB is found, and little is read for it', async (_name, clockAt) => {
  const [jumps, looks] = await look(clockAt);
  expect(jumps).toBe(true);
  expect(looks).toBeLessThan(200);
});

it('[MD3] a clock without a jump has none, whatever its rate and however many programs there are', async () => {
  expect(await look(steady)).toEqual([false, 64]);
  expect(await look(steady, 3)).toEqual([false, 64]);
  const [jumps, looks] = await look(varied);
  expect(jumps).toBe(false);
  expect(looks).toBeLessThanOrEqual(64 + 256);
});
