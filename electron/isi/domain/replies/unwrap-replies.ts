import { readFields, unpackJson } from '@core/replies/reply-values';

/** Where SDKs and HTTP clients put the body of a reply. */
const bodyNames = ['body', 'Body', 'data', 'Data'] as const;
const deepest = 6;

/**
 * The replies that a value holds: what an SDK of the vendor wrapped as `{headers, statusCode, body}`,
 * wrote as text of JSON, or collected in a list is taken out, in its order.
 *
 * @param isReply whether an object is a reply itself, so that nothing is taken out of it
 */
export function unwrapReplies(
  value: unknown,
  isReply: (fields: Readonly<Record<string, unknown>>) => boolean,
  depth = 0,
): readonly unknown[] {
  const given = unpackJson(value);
  if (depth > deepest) return [given];
  if (Array.isArray(given)) {
    return given.flatMap((item: unknown) => unwrapReplies(item, isReply, depth + 1));
  }
  const fields = readFields(given);
  if (fields === undefined || isReply(fields)) return [given];
  for (const name of bodyNames) {
    const body = unpackJson(fields[name]);
    if (typeof body === 'object' && body !== null) return unwrapReplies(body, isReply, depth + 1);
  }
  return [given];
}
