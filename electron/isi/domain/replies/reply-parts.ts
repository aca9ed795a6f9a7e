import { z } from 'zod';
import type { RecordingPart } from '../plan-parts';

/** A reply as it came, and the part of the recording that it is about. */
export interface KeptPart extends RecordingPart {
  /** JSON of the service. */
  readonly json: string;
}

const timeMs = z.int().nonnegative();
const replyPartsSchema = z
  .array(
    z
      .object({
        beginMs: timeMs,
        endMs: timeMs,
        reply: z.record(z.string(), z.unknown()),
      })
      .refine(({ beginMs, endMs }) => beginMs <= endMs),
  )
  .min(1);

export type ReplyPart = z.infer<typeof replyPartsSchema>[number];

/**
 * Replies for parts of one recording as one text of JSON, untouched, with where each part lies: the
 * service does not know, and without it they cannot be joined again [IS10].
 */
export function formatReplyParts(parts: readonly KeptPart[]): string {
  const texts = parts.map(
    ({ beginMs, endMs, json }) =>
      `{"beginMs":${Math.round(beginMs)},"endMs":${Math.round(endMs)},"reply":${json}}`,
  );
  return `[${texts.join(',\n')}]`;
}

/** What {@link formatReplyParts} wrote, or undefined for anything else. */
export function readReplyParts(value: unknown): readonly ReplyPart[] | undefined {
  return replyPartsSchema.safeParse(value).data;
}
