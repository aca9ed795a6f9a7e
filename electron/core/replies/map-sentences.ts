import { omitUndefined } from '../omit-undefined';
import { finishSteps, type Steps } from '../steps';
import type { SpokenSegment } from '../cues/spoken-segment';
import { findLatestMs, findLengthMs } from './find-length';
import { createFoldGrapheme, type FoldGrapheme } from './fold-grapheme';
import { joinGivenWords } from './join-given-words';
import { mendWords } from './mend-words';
import { type PlacedSentence, placeSentences } from './place-sentences';
import type { ReplyRepair } from './reply-repair';
import { timeTokens } from './time-tokens';
import type { MapReplyOptions, GivenSpeech } from './given-sentence';

/** What a reply says, and where something of it had to be mended. */
export interface MappedSpeech {
  readonly segments: readonly SpokenSegment[];
  /** One for each sentence with something to mend, in the order of the segments. */
  readonly repairs: readonly ReplyRepair[];
}

/**
 * Sentences of a reply as segments of speech, sorted by begin, then channel, then end [IS1]. One
 * without text is left out [IS2]. A segment holds all its words: where one overhangs its sentence,
 * the segment grows and the word keeps its times. What is missing or cannot be is mended [IS17].
 *
 * @param lengths what is said to be the length of the recording, the most trusted first
 */
export function mapSentences(...given: Parameters<typeof mapSentencesInSteps>): MappedSpeech {
  return finishSteps(mapSentencesInSteps(...given));
}

/** Sentences mapped in one step: a few milliseconds of work. */
const sentencesPerStep = 50;

/** The same in steps: three hours of speech take half a second. */
export function* mapSentencesInSteps(
  speech: GivenSpeech,
  lengths: readonly (number | undefined)[],
  options: MapReplyOptions,
): Steps<MappedSpeech> {
  const times = listTimes(speech);
  const lengthMs = findLengthMs(times, [options.recordingMs, ...lengths]);
  const possible = openImpossible(speech, times, findLatestMs(lengthMs));
  const fold = createFoldGrapheme();
  yield;
  const placed = placeSentences(possible, lengthMs);
  const all: MappedSentence[] = [];
  for (const [index, sentence] of placed.entries()) {
    if (index % sentencesPerStep === 0) yield;
    all.push(mapSentence(sentence, options, fold));
  }
  const mapped = all.toSorted((left, right) => compare(left.place, right.place));
  return {
    segments: mapped.flatMap(({ segment }) => segment ?? []),
    repairs: mapped.flatMap(({ repair }) => repair ?? []),
  };
}

function listTimes({ sentences, words }: GivenSpeech): readonly number[] {
  const times: number[] = [];
  const add = ({
    beginMs,
    endMs,
  }: {
    readonly beginMs?: number | undefined;
    readonly endMs?: number | undefined;
  }) => {
    if (beginMs !== undefined) times.push(beginMs);
    if (endMs !== undefined) times.push(endMs);
  };
  sentences.forEach((sentence) => {
    add(sentence);
    sentence.words.forEach(add);
  });
  words.forEach(add);
  return times;
}

/** The same without times that lie far beyond the recording. */
function openImpossible(
  speech: GivenSpeech,
  times: readonly number[],
  latestMs: number,
): GivenSpeech {
  if (times.every((timeMs) => timeMs <= latestMs)) return speech;
  const open = (timeMs: number | undefined): number | undefined =>
    timeMs !== undefined && timeMs > latestMs ? undefined : timeMs;
  const openBoth = <
    Timed extends { readonly beginMs: number | undefined; readonly endMs: number | undefined },
  >(
    timed: Timed,
  ): Timed => ({ ...timed, beginMs: open(timed.beginMs), endMs: open(timed.endMs) });
  return {
    ...speech,
    sentences: speech.sentences.map((sentence) => ({
      ...openBoth(sentence),
      words: sentence.words.map(openBoth),
    })),
    words: speech.words.map(openBoth),
  };
}

interface MappedSentence {
  readonly place: { readonly beginMs: number; readonly endMs: number; readonly channel: number };
  /** Absent where nothing was said, or nothing can be read. */
  readonly segment?: SpokenSegment;
  readonly repair?: ReplyRepair;
}

function mapSentence(
  sentence: PlacedSentence,
  { hasMeasuredTimes, isSpeakerSplit = false }: MapReplyOptions,
  fold: FoldGrapheme,
): MappedSentence {
  const { beginMs, endMs, channel, isUnreadable = false } = sentence;
  const span = { beginMs, endMs };
  const text = (sentence.text ?? joinGivenWords(sentence.words)).trim();
  if (text === '') {
    const place = { ...span, channel };
    const isLost = isUnreadable && sentence.text === undefined;
    if (!isLost) return { place };
    return { place, repair: { ...span, sentences: 0, words: 0, leftOut: 1 } };
  }
  const mended = mendWords(sentence.words, endMs);
  const words = timeTokens(text, mended.words, { span, hasMeasuredTimes, fold });
  const speaker = sentence.speaker ?? (isSpeakerSplit ? String(channel) : undefined);
  const segment: SpokenSegment = {
    beginMs: Math.min(beginMs, words[0]?.beginMs ?? beginMs),
    endMs: words.reduce((latest, word) => Math.max(latest, word.endMs), endMs),
    channel,
    ...omitUndefined({ speaker }),
    words,
  };
  const sentences = sentence.isMended || isUnreadable ? 1 : 0;
  const isWhole = sentences + mended.mendedCount === 0;
  const { beginMs: fromMs, endMs: toMs } = segment;
  return {
    place: segment,
    segment,
    ...(isWhole
      ? {}
      : {
          repair: {
            beginMs: fromMs,
            endMs: toMs,
            sentences,
            words: mended.mendedCount,
            leftOut: 0,
          },
        }),
  };
}

function compare(left: MappedSentence['place'], right: MappedSentence['place']): number {
  return left.beginMs - right.beginMs || left.channel - right.channel || left.endMs - right.endMs;
}
