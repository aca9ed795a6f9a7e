import { omitUndefined } from '@core/omit-undefined';
import type { NoticeKind } from '@core/jobs/notice-kinds';
import type { Word } from '@core/transcript/word';
import type { EngineSegment, SegmentNotice } from '../engine';
import type { Heard, Take } from './hear-recording';
import type { Hearing, LanguageGuard } from './language-guard';
import { mapSegment } from './map-segment';
import { toMs } from './segmentation';
import type { HeardStretch } from './stretch-gaps';

function wordsOf({ segment, reply }: Take): Word[] {
  return mapSegment(reply.chunks, toMs(segment.beginSample), toMs(segment.endSample));
}

export function toHearing({ segment, reply }: Take): Hearing {
  return {
    text: reply.chunks.map((chunk) => chunk.text).join(' '),
    meanLogProbability: reply.meanLogProbability,
    ...omitUndefined({ improbableShare: reply.improbableShare }),
    outcome: reply.outcome,
    speechMs: segment.speechMs,
    textMs: (reply.chunks.at(-1)?.endMs ?? 0) - (reply.chunks[0]?.beginMs ?? 0),
  };
}

/** What of a take becomes text, and what is told of it. */
export function judgeTake(
  guard: LanguageGuard,
  take: Take,
): { readonly segment: readonly EngineSegment[]; readonly notice: readonly SegmentNotice[] } {
  const { kind, keepsText } = guard.judge(toHearing(take));
  const words = keepsText ? wordsOf(take) : [];
  return {
    segment: words.length > 0 ? [segmentOf(words, take)] : [],
    notice: kind === undefined ? [] : [noticeOf(kind, take, words)],
  };
}

/** @param kept words of the stretch that are passed off as its transcript */
export function noticeOf(
  kind: NoticeKind,
  { segment }: Take,
  kept: readonly Word[],
): SegmentNotice {
  const beginMs = kept.at(-1)?.endMs ?? toMs(segment.beginSample);
  return { kind, beginMs, endMs: toMs(segment.endSample) };
}

/** What is told of a recording in which no speech was found: one remark, where there is a reason. */
export function noticeOfNoSpeech({
  soundWithoutSpeech,
  faintSound,
}: Pick<Heard, 'soundWithoutSpeech' | 'faintSound'>): readonly SegmentNotice[] {
  if (faintSound !== undefined) return [{ kind: 'too-quiet', ...faintSound }];
  return soundWithoutSpeech === undefined ? [] : [{ kind: 'not-speech', ...soundWithoutSpeech }];
}

/** Whether a remark is one of {@link noticeOfNoSpeech}. */
export function isOfNoSpeech({ kind }: SegmentNotice): boolean {
  return kind === 'not-speech' || kind === 'too-quiet';
}

function segmentOf(words: readonly Word[], { segment: { isCut } }: Take): EngineSegment {
  const [beginMs, endMs] = [words[0]!.beginMs, words.at(-1)!.endMs];
  return { beginMs, endMs, channel: 0, words, ...omitUndefined({ isCut }) };
}

/**
 * A take as evidence for a known text: doubtful words may still be right, those of a decoder
 * that repeated itself are not.
 */
export function stretchOf(take: Take): HeardStretch {
  const { segment, reply } = take;
  return { segment, words: reply.outcome === 'ended' ? wordsOf(take) : [] };
}
