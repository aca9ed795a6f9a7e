import type { Sentence } from '../transcript/sentence';
import type { Word } from '../transcript/word';
import { assertSpan, refuseEdit } from './refuse-edit';

/**
 * A sentence with a person's own times for one of its words [ED6]. Words on the side it grew to give
 * way: they end, or begin, where it now begins, or ends, and become `estimated` unless they are
 * `manual`. On the other side nothing moves, as overlaps that were measured are legal [TX4].
 *
 * @throws StudioError `usage/invalid` where there is no such word or the times make no span
 */
export function moveWord(
  sentence: Sentence,
  wordIndex: number,
  beginMs: number,
  endMs: number,
): Sentence {
  const word = sentence.words[wordIndex];
  if (word === undefined) throw refuseEdit('no-such-word', 'the sentence has no such word');
  assertSpan(beginMs, endMs);
  if (word.beginMs === beginMs && word.endMs === endMs) return sentence;
  const growsLeft = beginMs < word.beginMs;
  // Even where it does not grow, no word may begin before the word before it [TX2].
  const nextBeginMs = endMs > word.endMs ? endMs : beginMs;
  const words = sentence.words.map((other, index) => {
    if (index === wordIndex) return { ...other, beginMs, endMs, timing: 'manual' as const };
    if (index > wordIndex) return beginNotBefore(other, nextBeginMs);
    return growsLeft ? endNotAfter(other, beginMs) : other;
  });
  return { ...sentence, words };
}

/** A word that leaves the time before `limitMs` to others; the same object where it does. */
export function beginNotBefore(word: Word, limitMs: number): Word {
  if (word.beginMs >= limitMs) return word;
  return giveWay(word, limitMs, Math.max(word.endMs, limitMs));
}

function endNotAfter(word: Word, limitMs: number): Word {
  if (word.endMs <= limitMs) return word;
  return giveWay(word, Math.min(word.beginMs, limitMs), limitMs);
}

function giveWay(word: Word, beginMs: number, endMs: number): Word {
  return { ...word, beginMs, endMs, timing: word.timing === 'manual' ? 'manual' : 'estimated' };
}
