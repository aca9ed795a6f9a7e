import type { Steps } from '@core/steps';
import { mapSentencesInSteps } from '@core/replies/map-sentences';
import { type GivenList, readSpeech } from './read-speech';
import { refuseNothingRead } from './refuse-nothing-read';
import { readFields, readTimeMs, unpackJson } from '@core/replies/reply-values';
import { findLastEndMs, type SpokenReply } from '@core/replies/spoken-reply';
import type { MapReplyOptions, GivenSpeech } from '@core/replies/given-sentence';

/**
 * In steps: a result of the vendor's model studio (Paraformer, SenseVoice, Fun-ASR): for each channel a
 * transcript with sentences and words [IS10].
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where nothing of it can be read
 */
export function* mapParaformerReply(
  reply: Readonly<Record<string, unknown>>,
  options: MapReplyOptions,
): Steps<SpokenReply> {
  const path = 'transcripts';
  const given = unpackJson(reply[path]);
  const transcripts: readonly unknown[] = Array.isArray(given) ? given : [given];
  const sentences = transcripts.flatMap(listSentences);
  const properties = readFields(reply['properties']);
  const durationMs = readTimeMs(properties?.['original_duration_in_milliseconds']);
  const speech: GivenSpeech = readSpeech({ value: sentences, path } satisfies GivenList);
  const { segments, repairs } = yield* mapSentencesInSteps(speech, [durationMs], options);
  refuseNothingRead(segments, repairs, path);
  return { segments, durationMs: Math.max(durationMs ?? 0, findLastEndMs(segments)), repairs };
}

/** The sentences of a channel, each with its number; its whole text where it has none. */
function listSentences(transcript: unknown): readonly unknown[] {
  const fields = readFields(transcript);
  if (fields === undefined) return [transcript];
  const { channel_id: channel, text, content_duration_in_milliseconds: spokenMs } = fields;
  const sentences = unpackJson(fields['sentences']);
  if (!Array.isArray(sentences) || sentences.length === 0) {
    return text === '' ? [] : [{ text, end_time: spokenMs, channel_id: channel }];
  }
  return sentences.map((sentence: unknown) => {
    const own = readFields(sentence);
    return own === undefined ? sentence : { ...own, channel_id: own['channel_id'] ?? channel };
  });
}
