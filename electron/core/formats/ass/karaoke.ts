import type { Sentence } from '../../transcript/sentence';
import { type TimeMark, timeWords } from '../timed-words';

const block = /\{\\[^{}]*\}/gu;
/** How long a syllable is sung, in hundredths: `\k`, `\K`, `\kf` and `\ko`; when one begins: `\kt`. */
const syllable = /\\(k[fot]?|K)(\d{1,9}(?:\.\d{1,3})?)/gu;
/** Shorter than this a script cannot say. */
const leastMs = 10;
const firstSyllable = /\\(k[fo]?|K)\d/u;
const timeMark = /<(?:\d{2,}:)?\d\d:\d\d\.\d{3}>/gu;

/** When the syllables of a text begin, and the end of the last one [FM36]; empty where it has none. */
export function findTimeMarks(text: string, beginMs: number): readonly TimeMark[] {
  if (!text.includes('\\k') && !text.includes('\\K')) return [];
  const marks: TimeMark[] = [];
  let untilMs = beginMs;
  for (const found of text.matchAll(block)) {
    for (const [, kind, length] of found[0].matchAll(syllable)) {
      if (kind === 'kt') untilMs = beginMs;
      else marks.push({ offset: found.index, atMs: Math.round(untilMs) });
      untilMs += Number(length) * 10;
    }
  }
  if (marks.length > 0) marks.push({ offset: text.length, atMs: Math.round(untilMs) });
  return marks;
}

/** Whether a text has times of its own, of this format or of WebVTT. */
export function hasTimes(text: string): boolean {
  return (
    (text.includes('{\\') && firstSyllable.test(text)) ||
    (text.includes('<') && text.search(timeMark) !== -1)
  );
}

/** Whether the words of a sentence have the times that stand within its text. */
function isSung(sentence: Sentence): boolean {
  const { text, beginMs, words } = sentence;
  // They count from the begin as it is written.
  const marks = findTimeMarks(text, Math.round(beginMs / 10) * 10);
  if (marks.length === 0) return false;
  const timed = timeWords(text, sentence, marks);
  const isNear = (left: number, right: number): boolean => Math.abs(left - right) < leastMs;
  return (
    timed.length === words.length &&
    timed.every(({ beginMs: fromMs, endMs }, index) => {
      const word = words[index]!;
      return isNear(fromMs, word.beginMs) && isNear(endMs, word.endMs);
    })
  );
}

/**
 * The text of a sentence with the times of its words before them [FM36], in place of those it has.
 * Hundredths are counted from the begin of the cue as it is written, so that they do not drift.
 */
export function addSyllables(sentence: Sentence): string {
  const { text, words, beginMs } = sentence;
  if (isSung(sentence)) return text;
  const kind = firstSyllable.exec(text)?.[1] ?? 'k';
  let at = Math.round(beginMs / 10);
  let written = '';
  for (const word of words) {
    const from = Math.max(at, Math.round(word.beginMs / 10));
    const until = Math.max(from, Math.round(word.endMs / 10));
    if (word.text === '') {
      written += dropTimes(word.before) + dropTimes(word.after);
      continue;
    }
    const gap = from > at ? `\\${kind}${from - at}` : '';
    written += `${dropTimes(word.before)}{${gap}\\${kind}${until - from}}${word.text}`;
    written += dropTimes(word.after);
    at = until;
  }
  return written;
}

function dropTimes(marks: string): string {
  if (!marks.includes('\\') && !marks.includes('<')) return marks;
  return marks
    .replace(block, (found) => {
      const rest = found.replace(syllable, '');
      return rest === '{}' ? '' : rest;
    })
    .replace(timeMark, '');
}
