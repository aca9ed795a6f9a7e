import type { Word } from '@core/transcript/word';
import { recognitionRateHz, type TextStretch, type WordToPlace } from '../engine';
import type { Span } from './map-segment';
import type { TimedChunk } from './protocol';
import { type PlacingPlan, spell } from './unit-alignment';
import { placeUnits } from './unit-placer';

/** The words as the model reads them; those without a mark of their own are left out. */
export function spellWords(words: readonly WordToPlace[]): readonly string[] {
  return words.map(spell).filter((text) => text !== '');
}

/**
 * The words of a stretch with the times that the aligner found.
 * @param chunks the aligner's answer to {@link spellWords}; empty where there was no sound
 * @returns undefined where none of them was heard
 */
export function placeWords(
  { beginMs, endMs, words }: TextStretch,
  chunks: readonly TimedChunk[],
): readonly Word[] | undefined {
  if (chunks.length === 0) return undefined;
  let chunk = 0;
  const given = words.flatMap((word, token) =>
    spell(word) === ''
      ? []
      : [{ chunk: chunk++, token, limits: findLimits(words, token, { beginMs, endMs }) }],
  );
  const toSample = (ms: number): number => Math.round((ms * recognitionRateHz) / 1000);
  const segment = {
    ...{ beginSample: toSample(beginMs), endSample: toSample(endMs) },
    ...{ speechMs: endMs - beginMs, firstFrame: 0, probabilities: new Float32Array() },
  };
  const plan: PlacingPlan = {
    unitCount: 1,
    tokens: words.map((word) => ({ ...word, unit: 0 })),
    times: words.map(({ fixed }) =>
      fixed === undefined
        ? undefined
        : { beginMs: fixed.beginMs, endMs: fixed.endMs, timing: 'estimated' },
    ),
    jobs: [{ segment, chunks: [], given: given.filter(({ token }) => !words[token]!.fixed) }],
    fitsSound: false,
    unspokenUnits: new Set(),
    speech: { beginMs, endMs },
  };
  const placed = placeUnits(plan, [chunks])[0]?.words ?? [];
  if (!placed.some(({ timing }) => timing === 'measured')) return undefined;
  return placed.map((word, index) => words[index]!.fixed ?? word);
}

/** Between the fixed words around it, or anywhere in the stretch. */
function findLimits(words: readonly WordToPlace[], index: number, stretch: Span): Span {
  const before = words.slice(0, index).findLast(({ fixed }) => fixed !== undefined)?.fixed;
  const after = words.slice(index + 1).find(({ fixed }) => fixed !== undefined)?.fixed;
  const beginMs = before?.endMs ?? stretch.beginMs;
  return { beginMs, endMs: Math.max(beginMs, after?.beginMs ?? stretch.endMs) };
}
