import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { EngineResult } from '../../electron/engines/engine';
import { createLocalEngine } from '../../electron/engines/local/local-engine';
import { sourceOf } from '../helpers/audio-source';
import { readAudio } from '../helpers/read-audio';
import { recordContext } from '../helpers/run-engine';
import { describeUnless } from '../helpers/skip';

/** What the local engine hears of late, faint, loud and repeated speech, on its real models. */

const root = resolve(import.meta.dirname, '../..');
const modelsDirectory = process.env['ZIMU_MODELS_DIR'] ?? resolve(root, 'resources/models');
const childScript = resolve(root, 'out/main/engine-child.js');
const corpus = resolve(process.env['ZIMU_CORPUS'] ?? resolve(root, '../shared/corpus'));
const recording = resolve(corpus, 'speech/en/jfk.wav');
const rateHz = 16_000;

const engine = createLocalEngine({ modelsDirectory, childScript });
afterAll(() => engine.dispose());

const hear = (samples: Float32Array): Promise<EngineResult> =>
  engine.transcribe({ audio: sourceOf(samples) }, recordContext());
const wordsOf = ({ segments }: EngineResult) => segments.flatMap(({ words }) => words);
const textOf = (result: EngineResult): string =>
  wordsOf(result)
    .map(({ text }) => text.toLowerCase())
    .join(' ');

describeUnless(
  existsSync(recording) ? undefined : `there is no ${recording}`,
  'a recording',
  () => {
    const original = existsSync(recording) ? readAudio(recording) : new Float32Array();
    const said =
      'and so my fellow americans ask not what your country can do for you ask what you can do for your country';

    it.each([1, 23, 100, 388, 1000, 1990, 4900, 12_345])(
      '[SO4] moves with its sound by %i ms',
      async (delayMs) => {
        const late = new Float32Array(delayMs * 16 + original.length);
        late.set(original, delayMs * 16);
        const words = wordsOf(await hear(late));
        const americans = words.find(({ text }) => text === 'Americans');
        expect(Math.abs(words[0]!.beginMs - delayMs - 284)).toBeLessThanOrEqual(60);
        expect(americans!.endMs - delayMs).toBeGreaterThanOrEqual(1976);
        expect(americans!.endMs - delayMs).toBeLessThanOrEqual(2200);
      },
    );

    it.each([12, -10, -20, -35, -45, -50])(
      '[SO2] says the same at %i dB of 16 bits',
      async (db) => {
        const changed = original.map((sample) =>
          Math.max(-1, Math.min(1, Math.round(sample * 32_768 * 10 ** (db / 20)) / 32_768)),
        );
        expect(textOf(await hear(changed))).toBe(said);
      },
    );

    it.each([2, 3, 6, 10, 20])('[HE1] keeps its last words said %i times', async (copies) => {
      const tail = original.subarray(original.length - 2.4 * rateHz);
      const repeated = new Float32Array(copies * tail.length);
      for (let copy = 0; copy < copies; copy++) repeated.set(tail, copy * tail.length);
      const result = await hear(repeated);
      const countries = wordsOf(result).filter(({ text }) => text.toLowerCase() === 'country');
      expect(countries).toHaveLength(copies);
      expect(result.notices).toEqual([]);
      countries.forEach(({ beginMs }, copy) => {
        expect(Math.abs(beginMs - countries[0]!.beginMs - 2400 * copy)).toBeLessThan(200);
      });
    });
  },
);

it.each([
  ['noise at -60 dB', 0.001],
  ['digital silence', 0],
])('[SO3] nothing is heard in %s', async (_case, amplitude) => {
  let seed = 1;
  const samples = Float32Array.from({ length: 20 * rateHz }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return amplitude * Math.sqrt(3) * ((2 * seed) / 2_147_483_647 - 1);
  });
  expect(await hear(samples)).toMatchObject({ segments: [], notices: [] });
});
