import type { Writable } from 'node:stream';
import type { RunningTool } from './run-tool';

/**
 * Writes everything to a tool and ends its input, no faster than it reads. A tool that ends before it
 * has read all of it says why in its own way.
 * @throws what `blocks` throws
 */
export async function feedTool(
  { stdin }: RunningTool,
  blocks: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (stdin === undefined) throw new TypeError('The tool was started without an input');
  for await (const block of blocks) {
    if (stdin.destroyed || !stdin.writable) break;
    if (!stdin.write(block)) await untilWritable(stdin);
  }
  stdin.end();
}

/** Until it takes more, or is no more; what became of it shows at the next write or at the end. */
export function untilWritable(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stdin.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdin.on(event, done);
  });
}
