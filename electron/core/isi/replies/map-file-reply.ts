import { assignWords } from './assign-words';
import type { FileReply, LegacyCallback } from './file-reply';
import { mapSentences } from './map-sentences';
import { findLastEndMs, type SpokenReply } from './spoken-reply';
import type { MapReplyOptions, VendorSentence } from './vendor-sentence';

/**
 * A result of the file service, asked for or called back in version 4.0, in our terms (protocol
 * §3.3, §6 rows 5, 15, 17 and 18). Without a result nothing was said; whether the task failed or is
 * not done is asked before.
 */
export function mapFileReply(reply: FileReply, options: MapReplyOptions): SpokenReply {
  const sentences = (reply.Result?.Sentences ?? []).map((sentence) => ({
    text: sentence.Text ?? undefined,
    beginMs: sentence.BeginTime,
    endMs: sentence.EndTime,
    channel: sentence.ChannelId,
    ...(sentence.SpeakerId === undefined ? {} : { speaker: sentence.SpeakerId }),
  }));
  const words = assignWords(
    sentences,
    (reply.Result?.Words ?? []).map((word) => ({
      text: word.Word,
      beginMs: word.BeginTime,
      endMs: word.EndTime,
      channel: word.ChannelId,
    })),
  );
  return toReply(
    sentences.map((sentence) => ({ ...sentence, words: words.get(sentence) ?? [] })),
    reply.BizDuration,
    options,
  );
}

/** The body of a callback of version 2.0, which has no words (protocol §3.3, §6 row 1). */
export function mapLegacyCallback(reply: LegacyCallback, options: MapReplyOptions): SpokenReply {
  return toReply(
    (reply.result ?? []).map((sentence) => ({
      text: sentence.text ?? undefined,
      beginMs: sentence.begin_time,
      endMs: sentence.end_time,
      channel: sentence.channel_id,
      ...(sentence.speaker_id === undefined ? {} : { speaker: sentence.speaker_id }),
      words: [],
    })),
    reply.biz_duration,
    options,
  );
}

function toReply(
  sentences: readonly VendorSentence[],
  durationMs: number | undefined,
  options: MapReplyOptions,
): SpokenReply {
  const segments = mapSentences(sentences, options);
  return { segments, durationMs: Math.max(durationMs ?? 0, findLastEndMs(segments)) };
}
