import { close, constants, createReadStream, fstatSync, open, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import { StudioError } from '@core/errors/studio-error';
import { openRegularFile } from '../services/files/regular-file';

/** What stands for standard input on a command line. */
export const standardInput = '-';

/** Ten times the text of a day of speech with all its word times. */
const mostBytes = 64_000_000;
/** Whoever writes may have to ask somebody else first. */
const usualIdleMs = 60_000;

export interface TextSourceOptions {
  readonly signal: AbortSignal;
  /** What it is called in errors; by default its path. */
  readonly name?: string;
  /** How long a pipe may be silent. */
  readonly idleMs?: number;
}

/**
 * All bytes of a text: of a file, of standard input (`-`), or of a pipe, also one that the shell
 * made (`<(command)`). No reading holds the program up: it ends when the person stops it, when
 * nothing comes for a while, and before it has filled the memory.
 *
 * @param source absolute, or `-`
 * @throws StudioError `text/too-large`, `text/no-data`, `text/not-a-source`, `job/cancelled`
 * @throws Error the system's, where there is no such file or it may not be read
 */
export async function readTextSource(
  source: string,
  { signal, name = source, idleMs = usualIdleMs }: TextSourceOptions,
): Promise<Uint8Array> {
  const descriptor = findOwnDescriptor(source);
  const stream =
    descriptor === undefined ? await openSource(source, name) : openDescriptor(descriptor, name);
  return collect(stream, { signal, name, idleMs });
}

/** A file or a pipe by its path. @throws StudioError `text/not-a-source`; Error the system's */
async function openSource(source: string, name: string): Promise<Readable> {
  const status = await stat(source);
  if (status.isFile()) return (await openRegularFile(source)).createReadStream();
  if (!status.isFIFO()) throw notASource(name);
  // Without waiting for somebody who writes: that would hold a thread for good.
  const { O_RDONLY, O_NONBLOCK } = constants;
  const descriptor = await promisify(open)(source, O_RDONLY | O_NONBLOCK);
  if (fstatSync(descriptor).isFIFO()) return toSocket(descriptor);
  await promisify(close)(descriptor);
  throw notASource(name);
}

/** The number of a pipe or file that this process was started with; undefined for other sources. */
export function findOwnDescriptor(source: string): number | undefined {
  if (source === standardInput || source === '/dev/stdin') return 0;
  // Opened anew, a pipe whose writer has gone would seem to wait for one.
  const [, digits] = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(source) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** @throws StudioError `text/not-a-source` */
function openDescriptor(descriptor: number, name: string): Readable {
  let status: Stats;
  try {
    status = fstatSync(descriptor);
  } catch {
    throw notASource(name);
  }
  if (isatty(descriptor)) return new ReadStream(descriptor);
  if (status.isFIFO() || status.isSocket()) return toSocket(descriptor);
  if (!status.isFile()) throw notASource(name);
  return createReadStream('', { fd: descriptor });
}

/** The system tells when there is something to read; no thread waits for it. */
function toSocket(descriptor: number): Readable {
  return new Socket({ fd: descriptor, readable: true, writable: false });
}

function collect(
  stream: Readable,
  { signal, name, idleMs }: Required<TextSourceOptions>,
): Promise<Uint8Array> {
  return new Promise((fulfil, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      stream.destroy();
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    const stop = (): void => fail(new StudioError('job/cancelled', 'reading was stopped'));
    const timer = setTimeout(() => {
      const data = { path: name, seconds: Math.round(idleMs / 1000) };
      fail(new StudioError('text/no-data', 'nothing came', { data }));
    }, idleMs);
    stream.on('data', (piece: Buffer) => {
      timer.refresh();
      bytes += piece.length;
      pieces.push(piece);
      if (bytes <= mostBytes) return;
      const data = { path: name, most: mostBytes / 1_000_000 };
      fail(new StudioError('text/too-large', 'more than a text', { data }));
    });
    stream.on('error', fail);
    stream.on('end', () => {
      end();
      fulfil(Buffer.concat(pieces));
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

function notASource(path: string): StudioError {
  return new StudioError('text/not-a-source', 'neither a file nor a pipe', { data: { path } });
}
