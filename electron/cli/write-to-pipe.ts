import { constants, open } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';
import { StudioError } from '@core/errors/studio-error';

const { O_WRONLY, O_NONBLOCK } = constants;

/**
 * Writes a result into a pipe that somebody reads, as slowly as they do; no thread waits for them.
 * @throws StudioError `job/cancelled` where the person stops it
 * @throws Error where nobody reads, or who read has gone
 */
export async function writeToPipe(
  path: string,
  content: string | Uint8Array,
  signal: AbortSignal | undefined,
): Promise<void> {
  const descriptor = await promisify(open)(path, O_WRONLY | O_NONBLOCK).catch((thrown: unknown) => {
    const isUnread = (thrown as NodeJS.ErrnoException).code === 'ENXIO';
    throw isUnread ? new Error('nobody reads from this pipe') : thrown;
  });
  const pipe = new Socket({ fd: descriptor, readable: false, writable: true });
  try {
    await new Promise<void>((fulfil, reject) => {
      pipe.on('error', reject);
      pipe.end(content, () => fulfil());
      const stop = (): void => reject(new StudioError('job/cancelled', 'writing was stopped'));
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop);
    });
  } finally {
    pipe.destroy();
  }
}
