import { type StudioError, toStudioError } from '@core/errors/studio-error';

export interface UnreachedOptions {
  /** How long to wait before the services are tried again, ms. */
  readonly retryMs: number;
  /** They are out of reach: the call is made again. */
  readonly onUnreached: (error: StudioError) => void;
}

/**
 * Makes a call until it reaches the services. Only for what may arrive twice: of a diff, the services
 * see that they have it.
 * @throws StudioError what they answer
 */
export async function callUntilReached<Value>(
  call: () => Promise<Value>,
  { retryMs, onUnreached }: UnreachedOptions,
): Promise<Value> {
  for (;;) {
    try {
      return await call();
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (error.code !== 'host/unreachable') throw error;
      onUnreached(error);
      await new Promise((fulfil) => setTimeout(fulfil, retryMs));
    }
  }
}
