import { lenientStatusSchema, lenientTextSchema } from '@isi/replies/lenient-fields';
import { z } from 'zod';

/**
 * What every reply may have (protocol §3.3). None of it is needed by itself; the result and its
 * length are left as they are for those who map them.
 */
export const fileReplySchema = z.looseObject({
  TaskId: lenientTextSchema,
  RequestId: lenientTextSchema,
  // A public client takes the text for the number: both are read (protocol §3.4).
  StatusCode: lenientStatusSchema,
  StatusText: lenientTextSchema,
  Result: z.unknown().optional(),
});

export type FileReply = z.infer<typeof fileReplySchema>;

/** Where a task stands. `empty` is finished too: there was no speech (protocol §0.7). */
export type FileTaskState = 'queueing' | 'running' | 'succeeded' | 'empty' | 'failed';

/** Numbers of the vendor have eight digits, its names capitals: what else fails is not its own. */
const vendorName = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;
const noWords = /^ASR_RESPONSE_HAVE_[NH]O_WORDS$/;

/** The number of a reply, also where it is written as text; undefined without one. */
export function readStatusCode({ StatusCode: code }: FileReply): number | undefined {
  if (typeof code === 'number') return code;
  return code !== undefined && /^\d+$/.test(code.trim()) ? Number(code) : undefined;
}

/** The state a reply tells, or undefined where it tells none (protocol §3.3, §3.4). */
export function classifyFileReply(reply: FileReply): FileTaskState | undefined {
  const code = readStatusCode(reply);
  const texts = [reply.StatusText, code === undefined ? reply.StatusCode : undefined]
    .filter((text) => typeof text === 'string')
    .map((text) => text.trim());
  const says = (...wanted: string[]): boolean => texts.some((text) => wanted.includes(text));
  // By text first: its number is told in three ways (protocol §0.8).
  if (texts.some((text) => noWords.test(text))) return 'empty';
  if (code === 21_050_003 || code === 41_050_029) return 'empty';
  if (code === 21_050_000) return 'succeeded';
  if (code === 21_050_001) return 'running';
  if (code === 21_050_002) return 'queueing';
  // Unknown numbers of the family of successes go by their text; all others are ends.
  const isOpen = code === undefined || Math.floor(code / 10_000) === 2105;
  if (isOpen && says('RUNNING')) return 'running';
  if (isOpen && says('QUEUEING')) return 'queueing';
  if (code === undefined && says('SUCCESS', 'SUCCEED')) return 'succeeded';
  const isOwn = /^\d{8}$/.test(String(code ?? '')) || texts.some((text) => vendorName.test(text));
  return isOwn ? 'failed' : undefined;
}

/**
 * Whether a finished task has its result. A success without one would pass for silence, which has a
 * state of its own; some of the vendor's services put an empty text in the place of an empty result.
 */
export function hasResult({ Result: result }: FileReply): boolean {
  return result === '' || (typeof result === 'object' && result !== null && !Array.isArray(result));
}

/** An unknown number of 5xxxxxxx is the service's own fault: the task may be submitted anew. */
export function mayResubmit(reply: FileReply): boolean {
  const code = readStatusCode(reply);
  return code !== undefined && Math.floor(code / 10_000_000) === 5;
}
