import { maskMarkup } from './markup';
import { segmentWords } from './segment-words';
import { findPlainTokens } from './tokenise-plain';
import type { Word } from './word';

/** A word without times: what {@link tokenise} gives. */
export type Token = Pick<Word, 'before' | 'text' | 'after'>;

/** Scripts written without blanks between words: there each dictionary word is a token. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const openingMark = /[\p{Ps}\p{Pi}¿¡]/u;
const blank = /\s/u;
/** Marks that hold a token together; a dash or an ellipsis between words does not. */
const innerMark = /^[-‐‑'’./@&+_·]$/u;
const numericMark = /^[,:]$/u;
const digit = /\d/u;

/** Whether `text` is of a script written without blanks between words (Chinese, Japanese, Thai…). */
export function isUnspaced(text: string): boolean {
  return unspacedScript.test(text);
}

/**
 * Cuts a text into tokens without losing a character: the join of `before + text + after` over the
 * result is `text` itself [TX1]. In scripts with blanks a token is what stands between blanks,
 * without the marks at its ends ("well-known", "don't", "3.5"); in scripts without, it is a word of
 * the dictionary behind `Intl.Segmenter` [TX5]. Markup of
 * subtitles (`<i>`) is marks, never a word. A text with no word in it ("♪") is one token.
 */
export function tokenise(text: string): Token[] {
  if (text === '') return [];
  const shown = maskMarkup(text);
  const places = findPlainTokens(shown);
  if (places === undefined) return tokeniseAny(text, shown);
  const tokens: Token[] = [];
  for (let at = 0; at < places.length; at += 3) {
    tokens.push({
      before: text.slice(places[at], places[at + 1]),
      text: text.slice(places[at + 1], places[at + 2]),
      after: text.slice(places[at + 2], places[at + 3]),
    });
  }
  return tokens;
}

/**
 * {@link tokenise} by the rules and dictionaries of Unicode, for text of every script.
 * @param shown the text with its markup masked
 */
export function tokeniseAny(text: string, shown: string): Token[] {
  const spans = findWordSpans(shown);
  const first = spans[0];
  if (first === undefined) {
    const body = text.trim();
    const start = body === '' ? 0 : text.indexOf(body);
    return [{ before: text.slice(0, start), text: body, after: text.slice(start + body.length) }];
  }
  const tokens: Token[] = [];
  let before = text.slice(0, first.begin);
  spans.forEach((span, index) => {
    const next = spans[index + 1]?.begin ?? text.length;
    const gap = text.slice(span.end, next);
    const cut = index === spans.length - 1 ? gap.length : findGapCut(shown.slice(span.end, next));
    tokens.push({ before, text: text.slice(span.begin, span.end), after: gap.slice(0, cut) });
    before = gap.slice(cut);
  });
  return tokens;
}

/** Half-open range of UTF-16 units. */
interface TextSpan {
  readonly begin: number;
  readonly end: number;
}

/** Word-like stretches; those joined by marks alone ("don't", "3.5") are one, except unspaced ones. */
function findWordSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let isPreviousUnspaced = false;
  for (const { segment, index: begin, isWordLike } of segmentWords(text)) {
    if (!isWordLike) continue;
    const end = begin + segment.length;
    const isWordUnspaced = isUnspaced(segment);
    const previous = spans.at(-1);
    const joins =
      previous !== undefined &&
      !isPreviousUnspaced &&
      !isWordUnspaced &&
      isInnerGap(
        text.slice(previous.end, begin),
        text.charAt(previous.end - 1),
        text.charAt(begin),
      );
    if (joins) spans[spans.length - 1] = { begin: previous.begin, end };
    else spans.push({ begin, end });
    isPreviousUnspaced = isWordUnspaced;
  }
  return spans;
}

/** Whether the marks between two spans, the left one ending in `last`, hold one token together. */
function isInnerGap(gap: string, last: string, next: string): boolean {
  if (gap === '' || innerMark.test(gap)) return true;
  // "10:30" and "1,000" are one token; in "yes,no" a blank was forgotten.
  return numericMark.test(gap) && digit.test(last) && digit.test(next);
}

/** Where the marks between two tokens part: what is left belongs to the first, the rest to the second. */
function findGapCut(gap: string): number {
  for (let index = gap.length - 1; index >= 0; index--) {
    if (blank.test(gap.charAt(index))) return index + 1;
  }
  const opening = gap.search(openingMark);
  return opening === -1 ? gap.length : opening;
}
