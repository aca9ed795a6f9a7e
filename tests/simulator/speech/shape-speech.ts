import type { SpokenSentence, SpokenWord } from './spoken-sentence';
import { listWords } from './spread-words';
import { writeNumbers } from './write-numbers';

/** A stretch of one channel; the service hears nothing else (protocol §3.2, `valid_times`). */
export interface ValidTime {
  readonly begin_time: number;
  readonly end_time: number;
  readonly channel_id: number;
}

export interface SpeechShape {
  /** Without any, all is heard. */
  readonly validTimes?: readonly ValidTime[] | undefined;
  /** Most characters of a sentence, marks included (`sentence_max_length`). */
  readonly maximumLength?: number | undefined;
  /** Whether the length is that of a text with its numbers in digits. */
  readonly isInDigits?: boolean;
  /** Sentences end at these marks too (`punctuation_mark`); what is no mark has no effect. */
  readonly marks?: string | undefined;
}

interface Piece {
  readonly words: readonly SpokenWord[];
}

/** What of the speech a service gives back, cut as it was asked to. */
export function shapeSpeech(
  sentences: readonly SpokenSentence[],
  { validTimes = [], maximumLength, marks = '', isInDigits = false }: SpeechShape,
): readonly SpokenSentence[] {
  return sentences.flatMap((sentence) => {
    const words = listWords(sentence, true);
    const heard = validTimes.length === 0 ? [{ words }] : cutToTimes(words, sentence, validTimes);
    const pieces = heard
      .flatMap((piece) => cutAtMarks(piece, marks))
      .flatMap((piece) => cutToLength(piece, maximumLength, isInDigits));
    const isWhole = pieces.length === 1 && pieces[0]!.words.length === words.length;
    return isWhole ? [sentence] : pieces.map((piece) => toSentence(piece, sentence));
  });
}

/** The words whose middle lies in one of the stretches; each stretch has sentences of its own. */
function cutToTimes(
  words: readonly SpokenWord[],
  { channel = 0 }: SpokenSentence,
  validTimes: readonly ValidTime[],
): Piece[] {
  return validTimes
    .filter((time) => time.channel_id === channel)
    .map((time) => ({
      words: words.filter(({ beginMs, endMs }) => {
        const middleMs = (beginMs + endMs) / 2;
        return middleMs >= time.begin_time && middleMs < time.end_time;
      }),
    }))
    .filter((piece) => piece.words.length > 0);
}

function cutAtMarks({ words }: Piece, marks: string): Piece[] {
  const own = Array.from(marks).filter((mark) => /\p{P}/u.test(mark));
  return cut(words, (_, last) => own.some((mark) => last.punctuation.includes(mark)));
}

function cutToLength({ words }: Piece, maximumLength = Infinity, isInDigits: boolean): Piece[] {
  const measure = (text: string): number =>
    Array.from(isInDigits ? writeNumbers(text) : text).length;
  return cut(words, (piece, _, next) => measure(spell([...piece, next])) > maximumLength);
}

function cut(
  words: readonly SpokenWord[],
  isEnd: (piece: readonly SpokenWord[], last: SpokenWord, next: SpokenWord) => boolean,
): Piece[] {
  const pieces: SpokenWord[][] = [];
  for (const word of words) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece === undefined || last === undefined || isEnd(piece, last, word)) pieces.push([word]);
    else piece.push(word);
  }
  return pieces.map((piece) => ({ words: piece }));
}

function spell(words: readonly SpokenWord[]): string {
  return words
    .map(({ text, punctuation, isBeforeBlank }) => text + punctuation + (isBeforeBlank ? ' ' : ''))
    .join('')
    .trimEnd();
}

function toSentence({ words }: Piece, { channel, speaker }: SpokenSentence): SpokenSentence {
  return {
    text: spell(words),
    beginMs: words[0]!.beginMs,
    endMs: words.at(-1)!.endMs,
    ...(channel === undefined ? {} : { channel }),
    ...(speaker === undefined ? {} : { speaker }),
    words: words.map(({ text, beginMs, endMs }) => ({ text, beginMs, endMs })),
  };
}
