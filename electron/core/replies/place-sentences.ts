import { assignWords } from './assign-words';
import { fillSpans } from './fill-spans';
import { findOrdered } from './find-ordered';
import { groupLooseWords } from './group-loose-words';
import { joinGivenWords } from './join-given-words';
import type { LooseWord, GivenSentence, GivenSpeech, GivenWord } from './given-sentence';

/** A sentence with its words and with times; its text may still be missing. */
export interface PlacedSentence extends GivenSentence {
  readonly beginMs: number;
  readonly endMs: number;
  /** A time of it is not the reply's. */
  readonly isMended: boolean;
}

/** A word that lies farther than this from its sentence is not of it: one of the two is wrong. */
const farMs = 10_000;

/**
 * Gives every sentence its words and its times [IS7] [IS17]: those of the flat list by where they lie;
 * to a sentence without a begin or an end that of its words, or what its neighbours leave. Words for
 * which the reply has no sentence become sentences.
 *
 * @param lengthMs of the recording, where it is known
 */
export function placeSentences(
  speech: GivenSpeech,
  lengthMs: number | undefined,
): readonly PlacedSentence[] {
  const given = dropRepeated(speech.sentences).map(openReversed);
  const owned = speech.words.length === 0 ? given : takeLooseWords(given, speech, lengthMs);
  const closed = owned.map(closeByWords);
  const spans = fillSpans(closed.map(describeSpan), { lengthMs });
  return closed.map((sentence, index) => ({ ...sentence, ...spans[index]! }));
}

/** The same sentence twice, as a reply that was put together from several may hold it. */
function dropRepeated(sentences: readonly GivenSentence[]): readonly GivenSentence[] {
  const kept = new Map<unknown, GivenSentence>();
  for (const sentence of sentences) {
    const { text, beginMs, endMs, channel, speaker } = sentence;
    const isWhole = text !== undefined && beginMs !== undefined && endMs !== undefined;
    const key = isWhole ? JSON.stringify([text, beginMs, endMs, channel, speaker]) : sentence;
    const other = kept.get(key);
    if (other === undefined || other.words.length < sentence.words.length) kept.set(key, sentence);
  }
  return [...kept.values()];
}

/**
 * Of a begin behind its end one is wrong: the begin where the end suits the next sentence and the
 * begin does not, or else the end, which may be a missing one. Words know better than either.
 */
function openReversed(
  sentence: GivenSentence,
  index: number,
  all: readonly GivenSentence[],
): GivenSentence {
  const { beginMs, endMs, channel, words } = sentence;
  if (beginMs === undefined || endMs === undefined || endMs >= beginMs) return sentence;
  const next = all[index + 1];
  const nextMs = next?.channel === channel ? next.beginMs : undefined;
  const isBeginWrong = nextMs !== undefined && beginMs > nextMs && endMs <= nextMs;
  const isSpoken = words.some((word) => word.beginMs !== undefined);
  return {
    ...sentence,
    beginMs: isBeginWrong || isSpoken ? undefined : beginMs,
    endMs: isBeginWrong && !isSpoken ? endMs : undefined,
  };
}

function describeSpan(sentence: GivenSentence): Parameters<typeof fillSpans>[0][number] {
  const { beginMs, endMs, channel, text } = sentence;
  return { beginMs, endMs, channel, text: text ?? joinGivenWords(sentence.words) };
}

function takeLooseWords(
  sentences: readonly GivenSentence[],
  { words, hasUnknownChannel }: GivenSpeech,
  lengthMs: number | undefined,
): readonly GivenSentence[] {
  const spans = fillSpans(sentences.map(describeSpan), { lengthMs, isUnbounded: true });
  const places = sentences.map(({ channel }, index) => ({ ...spans[index]!, channel }));
  const placed = placeLooseWords(words);
  const assigned = assignWords(places, placed);
  const taken = new Set<PlacedWord>();
  const owned = sentences.map((sentence, index) => {
    const own = assigned.get(places[index]!) ?? [];
    for (const word of own) taken.add(word);
    return { ...sentence, words: own.map(({ word }) => word) };
  });
  const heard = new Set(sentences.map(({ channel }) => channel));
  const hasLost = sentences.some(({ text }) => text === undefined);
  const left = placed.filter(
    (word) => !taken.has(word) && (hasLost || (!hasUnknownChannel && !heard.has(word.channel))),
  );
  return [...owned, ...groupLooseWords(left.map(({ word }) => word))];
}

interface PlacedWord {
  readonly word: LooseWord;
  readonly channel: number;
  readonly beginMs: number;
  readonly endMs: number;
}

/** One without a time goes with the word before it in the list, or else with the one behind it. */
function placeLooseWords(words: readonly LooseWord[]): readonly PlacedWord[] {
  const lastByChannel = new Map<number, { readonly beginMs: number; readonly endMs: number }>();
  const first = words.find((word) => word.beginMs !== undefined || word.endMs !== undefined);
  const firstMs = first?.beginMs ?? first?.endMs ?? 0;
  return words.map((word) => {
    const { channel, beginMs = word.endMs } = word;
    const last = lastByChannel.get(channel) ?? { beginMs: firstMs, endMs: firstMs };
    const place =
      beginMs === undefined ? last : { beginMs, endMs: Math.max(beginMs, word.endMs ?? beginMs) };
    lastByChannel.set(channel, place);
    return { word, channel, ...place };
  });
}

/** A time that is missing, or that the words contradict, is that of the words. */
function closeByWords(
  sentence: GivenSentence,
): Omit<PlacedSentence, 'beginMs' | 'endMs'> & Pick<GivenSentence, 'beginMs' | 'endMs'> {
  const { words } = sentence;
  const timed = words.filter(({ beginMs }) => beginMs !== undefined);
  const far = timed.filter((word) => isOutside(word.beginMs, sentence));
  const isMostlyFar = far.length * 2 > timed.length;
  const near = isMostlyFar ? timed : timed.filter((word) => !far.includes(word));
  const spoken = findSpokenSpan(near);
  const open = { beginMs: undefined, endMs: undefined };
  const { beginMs, endMs } = isMostlyFar ? open : openContradicted(sentence, spoken);
  if (beginMs !== undefined && endMs !== undefined) {
    return { ...sentence, words: words.map((word) => openFar(word, sentence)), isMended: false };
  }
  return {
    ...sentence,
    beginMs: beginMs ?? (spoken && Math.min(spoken.beginMs, endMs ?? Infinity)),
    endMs: endMs ?? (spoken && Math.max(spoken.endMs, beginMs ?? 0)),
    isMended: true,
  };
}

interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

/** The times of a sentence but for those that lie far from its words. */
function openContradicted(
  { text, beginMs, endMs, words }: GivenSentence,
  spoken: Span | undefined,
): Pick<GivenSentence, 'beginMs' | 'endMs'> {
  if (spoken === undefined) return { beginMs, endMs };
  // Some replies list a part of the words only.
  const isWhole = joinGivenWords(words).length * 2 >= (text ?? '').length;
  if (!isWhole) return { beginMs, endMs };
  return {
    beginMs: isOutside(beginMs, spoken) ? undefined : beginMs,
    endMs: isOutside(endMs, spoken) ? undefined : endMs,
  };
}

/** A word without those of its times that lie far from its sentence. */
function openFar(word: GivenWord, span: GivenSentence): GivenWord {
  const { beginMs, endMs } = word;
  const isBeginFar = isOutside(beginMs, span);
  const isEndFar = isOutside(endMs, span);
  if (!isBeginFar && !isEndFar) return word;
  return {
    ...word,
    beginMs: isBeginFar ? undefined : beginMs,
    endMs: isEndFar ? undefined : endMs,
  };
}

/** Nothing lies outside of what has no ends. */
function isOutside(
  timeMs: number | undefined,
  { beginMs = -Infinity, endMs = Infinity }: Pick<GivenSentence, 'beginMs' | 'endMs'>,
): boolean {
  return timeMs !== undefined && (timeMs < beginMs - farMs || timeMs > endMs + farMs);
}

/** From the first to the last of the words whose times follow on each other. */
function findSpokenSpan(timed: readonly GivenWord[]): Span | undefined {
  const isInOrder = findOrdered(timed.map(({ beginMs }) => beginMs));
  const own = timed.filter((_, index) => isInOrder[index]);
  const beginMs = own[0]?.beginMs;
  if (beginMs === undefined) return undefined;
  const lastBeginMs = own.at(-1)?.beginMs ?? beginMs;
  const endMs = own.reduce((latest, { endMs: wordEndMs = 0 }) => {
    const isNear = wordEndMs <= lastBeginMs + farMs;
    return isNear ? Math.max(latest, wordEndMs) : latest;
  }, lastBeginMs);
  return { beginMs, endMs };
}
