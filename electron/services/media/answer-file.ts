import type { FileHandle } from 'node:fs/promises';
import { applyPatches, type FileView } from './containers/file-view';
import { parseRange } from './parse-range';

export interface AnsweredFile {
  /** Opens it for one answer, which closes it. @throws Error the system's, where it is not there */
  readonly open: () => Promise<FileHandle>;
  readonly contentType: string;
  /** How it is given where its own header is wrong. */
  readonly view?: FileView | undefined;
}

/** Big enough that a film needs few turns, small enough that a hundred answers cost little. */
const chunkBytes = 262_144;

/**
 * Answers `GET` and `HEAD` with the bytes of a file, all of them or one range. The file is read
 * only as fast as the answer is taken, and closed when it was sent, cancelled or aborted. Nothing
 * is to be stored: recordings belong on no second place of the disk, and peaks may grow.
 *
 * @param request its method is known to be one of the two
 */
export async function answerFile(
  request: Request,
  { open, contentType, view }: AnsweredFile,
): Promise<Response> {
  let file: FileHandle;
  try {
    file = await open();
  } catch {
    // Moved or unplugged since the address was given out: for whoever asks it is not there.
    return new Response(null, { status: 404 });
  }
  let isTaken = false;
  try {
    const { size: wholeSize, mtimeMs } = await file.stat();
    const size = Math.min(wholeSize, view?.endByte ?? wholeSize);
    const entityTag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`;
    const headers = {
      'content-type': contentType,
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      etag: entityTag,
    };
    const condition = request.headers.get('if-range');
    const isSame = condition === null || condition === entityTag;
    const range = isSame ? parseRange(request.headers.get('range'), size) : undefined;
    if (range === 'unsatisfiable') {
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' },
      });
    }
    const { begin, end } = range ?? { begin: 0, end: size };
    isTaken = request.method !== 'HEAD';
    return new Response(isTaken ? streamBytes({ file, view }, begin, end, request.signal) : null, {
      status: range === undefined ? 200 : 206,
      headers: {
        ...headers,
        'content-length': String(end - begin),
        ...(range === undefined ? {} : { 'content-range': `bytes ${begin}-${end - 1}/${size}` }),
      },
    });
  } finally {
    if (!isTaken) await file.close();
  }
}

/** The bytes of a file as a stream that reads when it is asked to. Closes the file. */
function streamBytes(
  { file, view }: { readonly file: FileHandle; readonly view: FileView | undefined },
  begin: number,
  end: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let position = begin;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    signal.removeEventListener('abort', onAbort);
    closing ??= file.close();
    return closing;
  };
  const onAbort = (): void => void close();
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const length = Math.min(chunkBytes, end - position);
        const bytes = new Uint8Array(length);
        try {
          const { bytesRead } =
            length === 0 ? { bytesRead: 0 } : await file.read(bytes, 0, length, position);
          applyPatches(view, bytes, position);
          position += bytesRead;
          // Shorter than announced only where the file was cut meanwhile.
          if (bytesRead < length && bytesRead === 0) throw new Error('the file became shorter');
          if (bytesRead > 0) controller.enqueue(bytes.subarray(0, bytesRead));
          if (position >= end) {
            await close();
            controller.close();
          }
        } catch (thrown) {
          await close();
          controller.error(thrown);
        }
      },
      cancel: close,
    },
    // Nothing is read ahead, so an answer that nobody takes costs nothing but an open file.
    { highWaterMark: 0 },
  );
}
