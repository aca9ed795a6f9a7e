import type { FlashReply } from './flash-reply';
import type { Steps } from '@core/steps';
import { mapSentencesInSteps } from '@core/replies/map-sentences';
import { refuseNothingRead } from './refuse-nothing-read';
import { readSpeech } from './read-speech';
import { readTimeMs, readFields, unpackJson } from '@core/replies/reply-values';
import { refuseField } from './parse-reply';
import { findLastEndMs, type SpokenReply } from '@core/replies/spoken-reply';
import type { MapReplyOptions } from '@core/replies/given-sentence';

/**
 * In steps: a reply of the flash service in our terms (protocol §2.3, §6 rows 7 to 10). A reply without a
 * result is one in which nothing was said; whether it is a failure is asked before.
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where nothing of it can be read
 */
export function* mapFlashReply(reply: FlashReply, options: MapReplyOptions): Steps<SpokenReply> {
  const given = unpackJson(reply.flash_result);
  if (given === undefined || given === null || given === '') {
    return { segments: [], durationMs: 0, repairs: [] };
  }
  const result = Array.isArray(given) ? { sentences: given } : readFields(given);
  if (result === undefined) return refuseField('flash_result');
  const path = 'flash_result.sentences';
  const durationMs = readTimeMs(result['duration']) ?? 0;
  const { segments, repairs } = yield* mapSentencesInSteps(
    readSpeech(
      { value: result['sentences'], path },
      { value: result['words'], path: 'flash_result.words' },
    ),
    [durationMs, durationMs * 1000],
    options,
  );
  refuseNothingRead(segments, repairs, path);
  return { segments, durationMs: findDurationMs(durationMs, findLastEndMs(segments)), repairs };
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
