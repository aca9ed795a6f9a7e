import type { FlashReply } from './flash-reply';
import { mapSentences } from './map-sentences';
import { findLastEndMs, type SpokenReply } from './spoken-reply';
import type { MapReplyOptions } from './vendor-sentence';

/**
 * A reply of the flash service in our terms (protocol §2.3, §6 rows 7 to 10). A reply without a
 * result is one in which nothing was said; whether it is a failure is asked before.
 */
export function mapFlashReply(reply: FlashReply, options: MapReplyOptions): SpokenReply {
  const result = reply.flash_result;
  const segments = mapSentences(
    (result?.sentences ?? []).map((sentence) => ({
      text: sentence.text ?? undefined,
      beginMs: sentence.begin_time,
      endMs: sentence.end_time,
      channel: sentence.channel_id,
      words: (sentence.words ?? []).map((word) => ({
        text: word.text,
        mark: word.punc ?? '',
        beginMs: word.begin_time,
        endMs: word.end_time,
      })),
    })),
    options,
  );
  return { segments, durationMs: findDurationMs(result?.duration ?? 0, findLastEndMs(segments)) };
}

/**
 * `duration` is ms, but one published reply has whole seconds (22 for 22,330 ms) and one a number
 * without sense (protocol §6, row 8) [IS8]. Less than a hundredth of the last end is no rounding:
 * then it counts as seconds if they reach that end.
 */
function findDurationMs(given: number, lastEndMs: number): number {
  const isSeconds = given * 100 < lastEndMs && (given + 1) * 1000 > lastEndMs;
  return Math.max(isSeconds ? given * 1000 : given, lastEndMs);
}
