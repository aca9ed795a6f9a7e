import { omitUndefined } from '../omit-undefined';
import { findOrdered } from './find-ordered';
import type { HeardWord } from './heard-units';
import { findLongestSpeakingMs } from './speaking-time';
import type { GivenWord } from './given-sentence';

/** Words of a service with times in order, and how many of them were not as they should be. */
export interface MendedWords {
  readonly words: readonly (HeardWord & { readonly text: string })[];
  readonly mendedCount: number;
}

/**
 * The words of one sentence with begins that never go back and ends that never come before their
 * begins [IS6]. A time that is missing lies between the neighbours; a word without any, or that lies
 * elsewhere altogether, is left to the text [IS4].
 *
 * @param sentenceEndMs where a last word without an end ends at the latest
 */
export function mendWords(given: readonly GivenWord[], sentenceEndMs: number): MendedWords {
  const whole = readWhole(given);
  if (whole !== undefined) return { words: whole, mendedCount: 0 };
  const begins = findBegins(given);
  let mendedCount = 0;
  let nextMs = sentenceEndMs;
  const words = given
    .map(({ text, beginMs: givenBeginMs, endMs: givenEndMs, isUnreadable, confidence }, index) => ({
      ...{ text, givenBeginMs, givenEndMs, isUnreadable, confidence },
      beginMs: begins[index],
    }))
    .toReversed()
    .flatMap(({ text, beginMs, givenBeginMs, givenEndMs, isUnreadable, confidence }) => {
      if (beginMs === undefined || isUnreadable === true) {
        mendedCount += 1;
        return [];
      }
      const isEnd = givenEndMs !== undefined && givenEndMs >= beginMs;
      const mostMs = Math.min(nextMs, beginMs + findLongestSpeakingMs(text));
      const endMs = isEnd ? givenEndMs : Math.max(beginMs, mostMs);
      const isAsGiven = beginMs === givenBeginMs && endMs === givenEndMs;
      if (!isAsGiven) mendedCount += 1;
      nextMs = beginMs;
      return [{ text, beginMs, endMs, isAsGiven, ...omitUndefined({ confidence }) }];
    });
  return { words: words.toReversed(), mendedCount };
}

/** The words as they are, where there is nothing to mend, as nearly always. */
function readWhole(given: readonly GivenWord[]): MendedWords['words'] | undefined {
  const words: MendedWords['words'][number][] = [];
  let floorMs = 0;
  for (const { text, beginMs, endMs, isUnreadable, confidence } of given) {
    const isTimed = beginMs !== undefined && endMs !== undefined;
    if (!isTimed || beginMs < floorMs || endMs < beginMs || isUnreadable === true) return undefined;
    words.push(
      confidence === undefined
        ? { text, beginMs, endMs, isAsGiven: true }
        : { text, beginMs, endMs, isAsGiven: true, confidence },
    );
    floorMs = beginMs;
  }
  return words;
}

/** A begin for each word that lies somewhere; they never go back. */
function findBegins(given: readonly GivenWord[]): readonly (number | undefined)[] {
  const isInOrder = findOrdered(given.map(({ beginMs }) => beginMs));
  const nextBegins = findNextBegins(given, isInOrder);
  let floorMs = 0;
  let floorEndMs = 0;
  return given.map(({ text, beginMs, endMs }, index) => {
    const nextMs = nextBegins[index] ?? Infinity;
    let foundMs: number | undefined;
    if (isInOrder[index] === true) {
      foundMs = beginMs;
    } else if (endMs !== undefined && endMs > floorMs && endMs >= (beginMs ?? 0)) {
      // It began before the word before it, or nobody knows when: not before that one's end then.
      const earliestMs = Math.max(endMs - findLongestSpeakingMs(text), floorEndMs);
      const isLater = beginMs !== undefined && beginMs >= floorMs;
      if (!isLater) foundMs = Math.min(beginMs === undefined ? earliestMs : floorMs, endMs, nextMs);
    }
    if (foundMs === undefined) return undefined;
    floorMs = Math.max(floorMs, foundMs);
    floorEndMs = Math.max(floorMs, endMs ?? floorMs);
    return floorMs;
  });
}

/** For each word, when the next one in order begins. */
function findNextBegins(
  given: readonly GivenWord[],
  isInOrder: readonly boolean[],
): readonly (number | undefined)[] {
  let nextMs: number | undefined;
  return given
    .toReversed()
    .map(({ beginMs }, place) => {
      const found = nextMs;
      if (isInOrder[given.length - 1 - place] === true) nextMs = beginMs;
      return found;
    })
    .toReversed();
}
