import type { z } from 'zod';
import { StudioError } from '@core/errors/studio-error';

/**
 * A parsed JSON value as one of the shapes of reply.
 * @throws StudioError `engine/reply-unreadable` with `data.reason` `wrong-field` and `data.path`, the
 *   first field at fault; never what stands there, as replies may hold tokens
 */
export function parseReply<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return refuseField(result.error.issues[0]?.path.join('.') ?? '');
}

/** @throws StudioError as {@link parseReply} */
export function refuseField(path: string): never {
  throw new StudioError('engine/reply-unreadable', `A field of the reply is wrong: ${path}`, {
    data: { reason: 'wrong-field', path },
  });
}
