/** Bytes `begin` up to and without `end`. */
export interface ByteRange {
  readonly begin: number;
  readonly end: number;
}

/**
 * The range that a `Range` header asks of a content of `sizeBytes` (RFC 9110, 14.1–14.2).
 * @returns undefined where all of it is to be sent: no header, another unit, several ranges (which
 *   a server need not serve) or one that breaks the grammar; `unsatisfiable` where none of it is
 *   there (416)
 */
export function parseRange(
  header: string | null,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '');
  const [first = '', last = ''] = match?.slice(1) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { begin: sizeBytes - length, end: sizeBytes };
  }
  const begin = Number(first);
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== '' && Number(last) < begin) return undefined;
  return begin >= sizeBytes ? 'unsatisfiable' : { begin, end };
}
