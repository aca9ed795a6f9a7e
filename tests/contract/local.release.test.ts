import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinWords, type Word } from '../../electron/core/transcript/word';
import type { EngineResult, TranscriptionEngine } from '../../electron/engines/engine';
import { EngineChild } from '../../electron/engines/local/child-process';
import { createLocalEngine } from '../../electron/engines/local/local-engine';
import { sourceOf } from '../helpers/audio-source';
import { readAudio } from '../helpers/read-audio';
import { recordContext } from '../helpers/run-engine';
import { testEngine } from './engine-suite';

/** The local engine on its real models, with speech made by tests/fixtures/make-speech.sh. */

const root = resolve(import.meta.dirname, '../..');
const modelsDirectory = process.env['ZIMU_MODELS_DIR'] ?? resolve(root, 'resources/models');
const childScript = resolve(root, 'out/main/engine-child.js');
for (const [path, remedy] of [
  [childScript, 'npm run build'],
  [modelsDirectory, 'npm run setup'],
] as const) {
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`${remedy}\` first`);
}

const create = (): TranscriptionEngine => createLocalEngine({ modelsDirectory, childScript });
const fixture = (name: string): Float32Array =>
  readAudio(resolve(root, 'tests/fixtures/audio', `${name}.flac`));

/** Of the long recording, where its third sentence has ended. */
const threeSentencesMs = 13_500;
const longUnits = [
  'Last summer we walked along the river for three days.',
  'On the second evening, an old stone bridge came into sight,\nand we put up our tent below it.',
  'It rained all night.',
  'In the morning a man with a small boat took us to the other side,',
  'and he did not want any money for it.',
  'We sent him a letter when we were home again.',
];

testEngine('local', {
  readsAudio: true,
  create,
  speech: () => sourceOf(fixture('long-english').subarray(0, threeSentencesMs * 16)),
  units: longUnits.slice(0, 3).map((unit) => unit.replace('stone', 'wooden').toLowerCase()),
  spokenWord: 'river',
});

const wordsOf = ({ segments }: EngineResult): Word[] => segments.flatMap(({ words }) => words);
const textOf = (result: EngineResult): string =>
  wordsOf(result)
    .map(({ text }) => text.toLowerCase())
    .join(' ');

it('a child without a model says why it cannot answer', async () => {
  const child = new EngineChild(childScript);
  const request = child.request({ kind: 'recognise', samples: new Float32Array(1600) }, 10_000);
  await expect(request).rejects.toMatchObject({
    code: 'engine/worker-failed',
    data: { reason: 'not-loaded' },
  });
  child.kill();
  await child.exited;
});

describe('the local engine', () => {
  let engine: TranscriptionEngine;
  let longHearing: Promise<EngineResult> | undefined;

  /** The long recording as it was heard for the first test that asked. */
  const hearLong = (): Promise<EngineResult> =>
    (longHearing ??= engine.transcribe(
      { audio: sourceOf(fixture('long-english')) },
      recordContext(),
    ));

  beforeAll(() => {
    engine = create();
  });

  afterAll(async () => {
    await engine.dispose();
  });

  it('hears a sentence, with measured times where it was said', async () => {
    const audio = sourceOf(fixture('short-english'));
    const result = await engine.transcribe({ audio, language: 'en-US' }, recordContext());
    expect(textOf(result)).toContain('market opens at seven in the morning');
    const words = wordsOf(result);
    expect(words.every(({ timing }) => timing === 'measured')).toBe(true);
    expect(words[0]!.beginMs).toBeGreaterThan(350);
    expect(words[0]!.beginMs).toBeLessThan(800);
    expect(words.at(-1)!.endMs).toBeGreaterThan(5000);
  });

  it('hears the same with one recogniser as with two', async () => {
    const single = createLocalEngine({ modelsDirectory, childScript, workers: 1 });
    const audio = sourceOf(fixture('long-english'));
    const alone = await single.transcribe({ audio }, recordContext());
    await single.dispose();
    expect(await hearLong()).toEqual(alone);
  });

  it.each(['mandarin', 'german'])('does not pass %s off as English', async (name) => {
    const result = await engine.transcribe({ audio: sourceOf(fixture(name)) }, recordContext());
    expect(result.segments).toEqual([]);
    expect(result.notices.map(({ kind }) => kind)).toContain('other-language');
  });

  it('places words close to where they were heard, around wrong, missing and extra ones', async () => {
    const audio = sourceOf(fixture('long-english'));
    const heard = wordsOf(await hearLong());
    const units = [
      longUnits[0]!.replace('three', 'four'),
      longUnits[1]!.replace(' old', ''),
      'Nobody in this recording ever says anything like this sentence.',
      ...longUnits.slice(2),
    ];
    const placed = await engine.align({ audio, units }, recordContext());
    expect(placed.segments.map(({ words }) => joinWords(words))).toEqual(units);
    const extra = placed.segments[2]!.words;
    expect(extra.filter(({ timing }) => timing === 'measured')).toEqual([]);
    const unique = ['summer', 'second', 'bridge', 'evening', 'rained', 'boat', 'letter'];
    const beginOf = (words: readonly Word[], text: string): number =>
      words.find((word) => word.text === text)!.beginMs;
    for (const text of unique) {
      expect(Math.abs(beginOf(wordsOf(placed), text) - beginOf(heard, text))).toBeLessThan(50);
    }
  });
});
