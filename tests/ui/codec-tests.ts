import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CodecCase, makeToneSources, tone, type ToneSources } from './codec-set';
import type { HeardTone } from './pages/heard-tone';
import { expect, test } from './studio-test';

const mostErrorSeconds = 0.2;
const mostTries = 3;

/** A line of the table that these tests find out. */
export interface CodecRow {
  readonly name: string;
  readonly way: string;
  /** Of the element. */
  readonly lengthSeconds: number;
  readonly seconds: number;
  readonly largestErrorSeconds: number;
}

/**
 * What is shown is what is heard, for each codec in each container: how it is played, how long the
 * element says it is, and how far what is heard lies from where the element says it is.
 */
export function testCodecs(
  cases: readonly CodecCase[],
  {
    shares = [0.13, 0.87, 0.41, 0.66, 0.02],
    onRow = () => undefined,
  }: {
    /** Where it is heard, as shares of the whole. */
    readonly shares?: readonly number[];
    readonly onRow?: (row: CodecRow) => void;
  } = {},
): void {
  let folder = '';
  let sources: ToneSources | undefined;

  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zimu-codecs-'));
    sources = makeToneSources(folder);
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const codecCase of cases) {
    const { name, seconds, pieces = 1, shiftSeconds = 0, way } = codecCase;
    test(name, async ({ studio }) => {
      test.setTimeout(240_000);
      const { window, scratch } = studio;
      const path = join(scratch, name);
      codecCase.make(path, sources!);
      await window.drop([path]);
      await window.transcribe.cancelButton.click();
      const { player } = window;
      await expect.poll(() => player.duration(), { timeout: 120_000 }).toBeGreaterThan(1);
      await expect.poll(() => window.waveform.isDrawn()).toBe(true);
      const isCopied = way !== 'as it is';
      await expect(player.copyMark).toHaveCount(isCopied ? 1 : 0, { timeout: 120_000 });
      await expect
        .poll(() => player.duration(), { timeout: 30_000 })
        .toBeGreaterThan(seconds - 0.3);
      const length = await player.duration();
      expect(length).toBeLessThan(seconds + 0.3 + 0.1 * pieces);

      let largest = 0;
      for (const share of shares) {
        const at = Math.floor(seconds * share) + 0.25;
        let error = Number.NaN;
        // Sound that came late on a busy computer comes at another time; a wrong place stays wrong.
        for (let tries = 0; tries < mostTries && !(error < mostErrorSeconds); tries += 1) {
          const heard = await player.hearAt(at);
          expect(heard.length).toBeGreaterThan(3);
          error = Math.abs(findError(heard, length / pieces, shiftSeconds));
        }
        largest = Math.max(largest, error);
      }
      expect(await player.hasPicture()).toBe(codecCase.hasPicture ?? false);
      await expect(player.copyMark).toHaveCount(isCopied ? 1 : 0);
      onRow({ name, way, lengthSeconds: length, seconds, largestErrorSeconds: largest });
      expect(largest).toBeLessThan(mostErrorSeconds);
    });
  }
}

/** How much later the tone's place is than the position, in s; the middle one of what was heard. */
function findError(
  heard: readonly HeardTone[],
  pieceSeconds: number,
  shiftSeconds: number,
): number {
  const { fromHz, hzPerSecond, periodSeconds } = tone;
  const errors = heard
    .map(({ positionSeconds, hertz }) => {
      const place = (hertz - fromHz) / hzPerSecond;
      const apart = (place - ((positionSeconds + shiftSeconds) % pieceSeconds)) % periodSeconds;
      const around = (apart + 1.5 * periodSeconds) % periodSeconds;
      return around - periodSeconds / 2;
    })
    .toSorted((a, b) => a - b);
  return errors[Math.floor(errors.length / 2)] ?? Number.NaN;
}
