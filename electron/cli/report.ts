import { type MessageKey, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import type { ErrorText } from '@core/errors/describe-error';
import type { StudioError } from '@core/errors/studio-error';
import { roleOfNotice } from '@core/jobs/notice-roles';
import { describeHeardTrack } from '@core/tracks/describe-track';
import { formatClock } from '@core/timing/format-clock';
import type { JobOutcome } from '../services/jobs/transcribe-recording';
import { redactForTerminal } from './redact-for-terminal';
import { type Terminal, say, tell } from './terminal';

/** What a person reads of an error; of a bug also its own message, which is all there is of it. */
export function explainError(
  { locale }: Pick<Terminal, 'locale'>,
  { code, data, message }: Pick<StudioError, 'code' | 'data' | 'message'>,
): ErrorText {
  const about = code === 'internal' ? { message } : {};
  return describeError(locale, { code, data: { ...data, ...about } });
}

/** Prints an error: its code, what happened, what to do; the stack only where asked for. */
export function reportError(
  terminal: Terminal,
  error: StudioError,
  { debug }: { readonly debug: boolean },
): void {
  const text = explainError(terminal, error);
  tell(terminal, `zimu: ${say(terminal, 'cli.error')} [${error.code}] ${text.happened}`);
  tell(terminal, `  ${say(terminal, 'cli.next')} ${text.next}`);
  if (!debug) return;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    // A cause may come from anywhere, and this is what people send in with a report of a fault.
    tell(terminal, redactForTerminal(terminal, cause.stack ?? cause.message));
  }
}

/** Says in a line that a request failed and is made again. */
export function reportRetry(terminal: Terminal, error: StudioError): void {
  const { happened } = describeError(terminal.locale, error);
  tell(terminal, say(terminal, 'cli.retrying', { code: error.code, text: happened }));
}

/** Says what a person should know of a recording, and what to do; it is no failure. */
export function reportRemark(terminal: Terminal, error: StudioError): void {
  const { happened, next } = describeError(terminal.locale, error);
  tell(terminal, say(terminal, 'cli.remark', { code: error.code, text: happened }));
  tell(terminal, `  ${say(terminal, 'cli.next')} ${next}`);
}

export interface NoticeContext {
  /** Whether the recording, not its decoder, ended before its time. */
  readonly isTruncated: boolean;
  /** Several recordings are at work: each line says whose it is. */
  readonly isOneOfMany: boolean;
  /** The text was given, so that nothing of it was left out. */
  readonly hasGivenText: boolean;
}

/** A remark on a stretch of a recording, in words. */
export function describeNotice(
  { locale }: Pick<Terminal, 'locale'>,
  { kind, beginMs, endMs, count = 0, tracks = [], heardTrack }: JobOutcome['notices'][number],
  key: MessageKey = `notice.${kind}`,
): string {
  const place = { begin: formatClock(beginMs), end: formatClock(endMs), count };
  return translate(locale, key, { ...place, ...describeHeardTrack(locale, tracks, heardTrack) });
}

/** Says what was left out of a transcript and why, and whether the recording was cut short. */
export function reportNotices(
  terminal: Terminal,
  { notices, transcript }: Pick<JobOutcome, 'notices' | 'transcript'>,
  { isTruncated, isOneOfMany, hasGivenText }: NoticeContext,
): void {
  const { path } = transcript.media;
  const tellOfIt = (text: string): void =>
    tell(terminal, isOneOfMany ? say(terminal, 'cli.about', { path, text }) : text);
  for (const notice of notices) {
    const isDoubt = hasGivenText && roleOfNotice(notice).isDoubtOfGivenText === true;
    const key: MessageKey = isDoubt ? 'notice.doubtful' : `notice.${notice.kind}`;
    tellOfIt(describeNotice(terminal, notice, key));
  }
  for (const notice of notices) {
    const { proposal } = roleOfNotice(notice);
    if (proposal !== undefined) tellOfIt(say(terminal, proposal.advice));
  }
  for (const key of new Set(notices.map((notice) => roleOfNotice(notice).whenMost))) {
    const leftOut = notices.filter((notice) => roleOfNotice(notice).whenMost === key);
    if (key === undefined || hasGivenText) continue;
    if (sumMs(leftOut) > sumMs(transcript.sentences)) tellOfIt(say(terminal, key));
  }
  if (isTruncated) tell(terminal, say(terminal, 'cli.truncated', { path }));
}

function sumMs(spans: readonly { readonly beginMs: number; readonly endMs: number }[]): number {
  return spans.reduce((sum, { beginMs, endMs }) => sum + endMs - beginMs, 0);
}
