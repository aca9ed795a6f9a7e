import type { FileReply, LegacyCallback } from './file-reply';
import type { Steps } from '@core/steps';
import { mapSentencesInSteps } from '@core/replies/map-sentences';
import { refuseField } from './parse-reply';
import { type GivenList, readSpeech } from './read-speech';
import { refuseNothingRead } from './refuse-nothing-read';
import { readFields, unpackJson } from '@core/replies/reply-values';
import { findLastEndMs, type SpokenReply } from '@core/replies/spoken-reply';
import type { MapReplyOptions } from '@core/replies/given-sentence';

/**
 * In steps: a result of the file service, asked for or called back in version 4.0, in our terms (protocol
 * §3.3, §6 rows 5, 15, 17 and 18). Without a result nothing was said; whether the task failed or is
 * not done is asked before.
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where nothing of it can be read
 */
export function* mapFileReply(reply: FileReply, options: MapReplyOptions): Steps<SpokenReply> {
  const given = unpackJson(reply.Result);
  const result = readResult(given);
  if (result === undefined) return refuseField('Result');
  return yield* toReply(
    { value: result['Sentences'], path: 'Result.Sentences' },
    { value: result['Words'], path: 'Result.Words' },
    reply.BizDuration,
    options,
  );
}

/** Other services of the vendor put an empty text where there is no result. */
function readResult(given: unknown): Readonly<Record<string, unknown>> | undefined {
  if (given === undefined || given === null || given === '') return {};
  return Array.isArray(given) ? { Sentences: given } : readFields(given);
}

/**
 * In steps: the body of a callback of version 2.0, whose result is the list and which has no words (protocol
 * §3.3, §6 row 1).
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where nothing of it can be read
 */
export function* mapLegacyCallback(
  reply: LegacyCallback,
  options: MapReplyOptions,
): Steps<SpokenReply> {
  const sentences = { value: reply.result, path: 'result' };
  return yield* toReply(sentences, undefined, reply.biz_duration, options);
}

function* toReply(
  sentences: GivenList,
  words: GivenList | undefined,
  durationMs: number | undefined,
  options: MapReplyOptions,
): Steps<SpokenReply> {
  const speech = readSpeech(sentences, words);
  const { segments, repairs } = yield* mapSentencesInSteps(speech, [durationMs], options);
  refuseNothingRead(segments, repairs, sentences.path);
  return { segments, durationMs: Math.max(durationMs ?? 0, findLastEndMs(segments)), repairs };
}
