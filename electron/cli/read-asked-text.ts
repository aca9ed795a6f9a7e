import { describeThrown, StudioError } from '@core/errors/studio-error';
import { readTextSource, standardInput } from './read-text-source';
import { say, type Terminal } from './terminal';

/** A text that a word of the command line names, and what it is called in messages. */
export interface AskedText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a text that a person named.
 * @param source absolute, or `-`
 * @throws StudioError `media/not-found`, `text/*`, `job/cancelled`
 */
export async function readAskedText(source: string, terminal: Terminal): Promise<AskedText> {
  const name = source === standardInput ? say(terminal, 'cli.stdin') : source;
  try {
    return { name, bytes: await readTextSource(source, { signal: terminal.signal, name }) };
  } catch (cause) {
    if (cause instanceof StudioError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new StudioError('media/not-found', 'there is no such file', {
        data: { path: name },
        cause,
      });
    }
    throw new StudioError('text/unreadable', 'text cannot be read', {
      data: { path: name, reason: describeThrown(cause) },
      cause,
    });
  }
}
