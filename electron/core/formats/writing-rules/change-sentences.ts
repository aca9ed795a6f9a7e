import { retimeWords } from '../../alignment/retime-words';
import { formatTimecode, parseTimecode } from '../../timing/timecode';
import type { Sentence } from '../../transcript/sentence';
import { joinWords, type Word } from '../../transcript/word';
import { createOverrideMapper, hasOverrideTimes } from '../ass/map-override-times';
import { mapContentTimes } from '../ttml/map-content-times';
import type { FormatDocument } from '../format-document';

/** A document with each of its sentences changed; the same where none is. */
export function mapSentences(
  document: FormatDocument,
  change: (sentence: Sentence, index: number) => Sentence,
): FormatDocument {
  const sentences = document.sentences.map(change);
  const isSame = sentences.every((sentence, index) => sentence === document.sentences[index]);
  return isSame ? document : { ...document, sentences };
}

/**
 * A sentence of which everything is at another time, whatever is timed within it too: words, marks of
 * WebVTT, overrides of SubStation Alpha, animations of TTML.
 * @param keepsEffects leaves fades and animations as long as they are, as nothing is said by them
 */
export function mapTimes(
  sentence: Sentence,
  map: (timeMs: number) => number,
  { keepsEffects = false } = {},
): Sentence {
  const whole = (timeMs: number): number => Math.max(0, map(timeMs));
  const hasMarks = timeMark.test(sentence.text);
  const hasTimes = hasMarks || hasOverrideTimes(sentence.text);
  const mapOverrides = createOverrideMapper(sentence, whole, keepsEffects);
  const inText = (text: string): string => {
    if (!hasTimes) return text;
    return mapOverrides(hasMarks ? moveTimeMarks(text, whole) : text);
  };
  const words = sentence.words.map((word): Word => ({
    ...word,
    before: inText(word.before),
    text: inText(word.text),
    after: inText(word.after),
    beginMs: whole(word.beginMs),
    endMs: whole(word.endMs),
  }));
  return {
    ...(keepsEffects ? sentence : mapContentTimes(sentence, whole)),
    beginMs: whole(sentence.beginMs),
    endMs: whole(sentence.endMs),
    text: hasTimes ? joinWords(words) : sentence.text,
    words,
  };
}

/** As WebVTT tells within a text when a word begins. */
const timeMark = /<(?:\d+:)?\d\d:\d\d\.\d{3}>/u;

function moveTimeMarks(text: string, map: (timeMs: number) => number): string {
  return text.replace(new RegExp(timeMark, 'gu'), (mark) => {
    const timeMs = parseTimecode(mark.slice(1, -1));
    return timeMs === undefined ? mark : `<${formatTimecode(map(timeMs), '.')}>`;
  });
}

/** A sentence of another text, whose words that are still there keep their times [TX6]. */
export function withText(sentence: Sentence, text: string): Sentence {
  if (text === sentence.text) return sentence;
  const { beginMs, endMs, words } = sentence;
  return { ...sentence, text, words: retimeWords(words, text, { beginMs, endMs }) };
}
