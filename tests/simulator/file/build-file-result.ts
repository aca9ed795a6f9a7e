import { isSpaced, listWords, removePunctuation } from '../speech/spread-words';
import type { SpokenSentence } from '../speech/spoken-sentence';
import { writeNumbers } from '../speech/write-numbers';
import { type FileTask, isVersion4 } from './file-task';

/**
 * `Result` of a finished task (protocol §3.3): sentences with their own figures, and all words in
 * one flat list without marks (§6.5), before the sentences as in the observed reply.
 */
export function buildFileResult(
  sentences: readonly SpokenSentence[],
  task: FileTask,
  isSpeakerAlwaysGiven: boolean,
): Readonly<Record<string, unknown>> {
  const isAligned = task.enable_timestamp_alignment === true;
  const isWithWords = task.enable_words === true && isVersion4(task);
  const isInDigits = task.enable_inverse_text_normalization === true;
  const isMarked = task.enable_punctuation_prediction !== false;
  const isWithSpeaker = isSpeakerAlwaysGiven || task.auto_split === true;
  const previousEndMs = new Map<number, number>();
  const described = sentences.map((sentence) => {
    const { text, beginMs, endMs, channel = 0, speaker = 1 } = sentence;
    const marked = isMarked ? text : removePunctuation(text);
    // Only the text: the words are as they were spoken.
    const bare = isInDigits ? writeNumbers(marked) : marked;
    const silenceMs = beginMs - (previousEndMs.get(channel) ?? 0);
    previousEndMs.set(channel, endMs);
    return {
      EndTime: endMs,
      SilenceDuration: Math.max(0, Math.floor(silenceMs / 1000)),
      BeginTime: beginMs,
      Text: isSpaced(bare) ? `${bare} ` : bare,
      ChannelId: channel,
      // Exact for all three known sentences (§6.13).
      SpeechRate: Math.floor((60_000 * bare.length) / Math.max(1, endMs - beginMs)),
      ...(isWithSpeaker ? { SpeakerId: String(speaker) } : {}),
      EmotionValue: 5.0,
    };
  });
  if (!isWithWords) return { Sentences: described };
  const words = sentences.flatMap((sentence) =>
    listWords(sentence, isAligned).map((word) => ({
      Word: word.isBeforeBlank ? `${word.text} ` : word.text,
      EndTime: word.endMs,
      BeginTime: word.beginMs,
      ChannelId: sentence.channel ?? 0,
    })),
  );
  return { Words: words, Sentences: described };
}
