import type { ReadAt } from './read-at';

const pageHeadBytes = 27;
const mostPageBytes = pageHeadBytes + 255 + 255 * 255;
const pieceBytes = 1_048_576;
const firstPageFlag = 2;

/**
 * How many recordings follow each other in an Ogg file. Each begins with first pages of all its
 * streams; a file that was joined has more of them later on, and its time begins anew there.
 * Source: RFC 3533 §4 and §6.
 */
export async function countOggLinks(
  readAt: ReadAt,
  sizeBytes: number,
  signal?: AbortSignal,
): Promise<number> {
  let piece: Buffer = Buffer.alloc(0);
  let pieceAt = 0;
  let at = 0;
  let links = 0;
  let isAmongFirst = false;
  while (at + pageHeadBytes <= sizeBytes && signal?.aborted !== true) {
    if (at + mostPageBytes > pieceAt + piece.length && pieceAt + piece.length < sizeBytes) {
      piece = await readAt(at, pieceBytes);
      pieceAt = at;
      if (piece.length < pageHeadBytes) break;
    }
    const index = at - pieceAt;
    if (piece.toString('latin1', index, index + 4) !== 'OggS') {
      const next = piece.indexOf('OggS', index + 1, 'latin1');
      at = next === -1 ? Math.max(at + 1, pieceAt + piece.length - 3) : pieceAt + next;
      continue;
    }
    const isFirst = (piece[index + 5]! & firstPageFlag) !== 0;
    if (isFirst && !isAmongFirst) links += 1;
    isAmongFirst = isFirst;
    const segments = piece[index + 26]!;
    let bodyBytes = 0;
    for (let segment = 0; segment < segments; segment += 1) {
      bodyBytes += piece[index + pageHeadBytes + segment] ?? 0;
    }
    at += pageHeadBytes + segments + bodyBytes;
  }
  return links;
}
