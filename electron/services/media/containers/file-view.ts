import type { RawSamples } from './raw-samples';

/** Bytes that are to stand in a file instead of those that do. */
export interface BytePatch {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** A file as it should have been written: cut off behind its sound, with a right header. */
export interface FileView {
  readonly endByte: number;
  readonly patches: readonly BytePatch[];
  /** Its samples, where they are read by their place and without a container. */
  readonly raw?: RawSamples;
}

/** Writes what is patched into a piece of the file that begins at `offset`. */
export function applyPatches(view: FileView | undefined, piece: Uint8Array, offset: number): void {
  for (const { offset: at, bytes } of view?.patches ?? []) {
    const begin = Math.max(at, offset);
    const end = Math.min(at + bytes.length, offset + piece.length);
    if (end > begin) piece.set(bytes.subarray(begin - at, end - at), begin - offset);
  }
}
