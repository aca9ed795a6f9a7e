/** A stretch of a file that is sent as one part. */
export interface FilePart {
  /** From 1. */
  readonly number: number;
  readonly beginByte: number;
  readonly endByte: number;
}

/** Limits of a multipart upload (protocol §4.1). */
export const smallestPartBytes = 100 * 1024;
export const mostParts = 10_000;

/** Size of a part that keeps within the limits, as near to the wanted one as they allow. */
export function choosePartBytes(fileSizeBytes: number, wantedBytes: number): number {
  const least = Math.ceil(fileSizeBytes / mostParts);
  return Math.max(Math.floor(wantedBytes), least, smallestPartBytes);
}

/** The parts of a file, in order, without gaps; the last may be shorter. */
export function planParts(fileSizeBytes: number, partBytes: number): FilePart[] {
  return Array.from({ length: Math.ceil(fileSizeBytes / partBytes) }, (_, index) => ({
    number: index + 1,
    beginByte: index * partBytes,
    endByte: Math.min((index + 1) * partBytes, fileSizeBytes),
  }));
}
