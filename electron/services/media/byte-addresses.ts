import { randomBytes } from 'node:crypto';
import type { AnsweredFile } from './answer-file';

export type ByteKind = 'media' | 'peaks';

/** Files that may be asked for by URL, under keys that cannot be guessed and tell nothing. */
export class ByteAddresses {
  private readonly files = new Map<string, AnsweredFile>();

  /** @returns the path under which the file is to be had, such as `media/3f…` */
  add(kind: ByteKind, file: AnsweredFile): string {
    const path = `${kind}/${randomBytes(16).toString('hex')}`;
    this.files.set(path, file);
    return path;
  }

  find(path: string): AnsweredFile | undefined {
    return this.files.get(path);
  }

  /** Answers that have begun go on; no new ones are given. */
  remove(path: string): void {
    this.files.delete(path);
  }
}
