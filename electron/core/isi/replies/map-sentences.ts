import type { SpokenSegment } from '../../cues/build-cues';
import { createFoldGrapheme, type FoldGrapheme } from './fold-grapheme';
import { joinVendorWords } from './join-vendor-words';
import { timeTokens } from './time-tokens';
import type { MapReplyOptions, VendorSentence } from './vendor-sentence';

/**
 * Sentences of a reply as segments of speech, sorted by begin, then channel, then end [IS1]. One
 * without text is left out [IS2]. A segment holds all its words: where one overhangs its sentence,
 * the segment grows and the word keeps its times.
 */
export function mapSentences(
  sentences: readonly VendorSentence[],
  options: MapReplyOptions,
): readonly SpokenSegment[] {
  const fold = createFoldGrapheme();
  return sentences
    .flatMap((sentence) => mapSentence(sentence, options, fold))
    .toSorted(
      (left, right) =>
        left.beginMs - right.beginMs || left.channel - right.channel || left.endMs - right.endMs,
    );
}

function mapSentence(
  sentence: VendorSentence,
  { hasMeasuredTimes, isSpeakerSplit = false }: MapReplyOptions,
  fold: FoldGrapheme,
): SpokenSegment[] {
  const text = (sentence.text ?? joinVendorWords(sentence.words)).trim();
  if (text === '') return [];
  const { beginMs, channel } = sentence;
  // The begin is trusted: an end before it may be a missing one.
  const span = { beginMs, endMs: Math.max(beginMs, sentence.endMs) };
  const words = timeTokens(text, sentence.words, { span, hasMeasuredTimes, fold });
  const speaker = sentence.speaker ?? (isSpeakerSplit ? String(channel) : undefined);
  return [
    {
      beginMs: Math.min(span.beginMs, words[0]?.beginMs ?? span.beginMs),
      endMs: words.reduce((latest, word) => Math.max(latest, word.endMs), span.endMs),
      channel,
      ...(speaker === undefined ? {} : { speaker }),
      words,
    },
  ];
}
