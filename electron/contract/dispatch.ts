import { errorToJson, StudioError, toStudioError } from '@core/errors/studio-error';
import { methodNames, type Reply, type StudioMethods } from './api';
import { inputSchemas } from './inputs';

/**
 * Answers one call on the service side: checks its name and arguments, runs its handler. Never
 * rejects; whatever goes wrong is a coded reply.
 */
export async function dispatch(
  handlers: StudioMethods,
  name: string,
  input: unknown,
): Promise<Reply> {
  try {
    const known = methodNames.find((candidate) => candidate === name);
    if (known === undefined) {
      throw new StudioError('usage/invalid', 'unknown call', { data: { problem: name } });
    }
    const parsed = inputSchemas[known].safeParse(input);
    if (!parsed.success) {
      throw new StudioError('usage/invalid', 'arguments refused', {
        data: {
          problem: `${known}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
        },
      });
    }
    // Each name's schema is typed by its call in inputs.ts; a union of calls loses that link.
    const handler = handlers[known] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data) };
  } catch (thrown) {
    return { ok: false, error: errorToJson(toStudioError(thrown)) };
  }
}
