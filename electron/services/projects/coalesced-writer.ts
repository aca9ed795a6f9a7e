import { writePrivateFile } from '../files/private-files';
/** Keeps a small file up to date without writing it at every change. */
export interface CoalescedWriter {
  /** Writes within the delay, whatever is true by then. */
  schedule(): void;
  /** Writes at once what was scheduled; resolves when nothing is left to be written. */
  flush(): Promise<void>;
  /** Writes nothing more. */
  cancel(): Promise<void>;
}

export interface CoalescedWriterOptions {
  readonly path: string;
  readonly delayMs: number;
  /** The content at the moment of writing. */
  readonly format: () => string;
  readonly onError: (thrown: unknown) => void;
}

/**
 * Makes a writer that replaces the whole file each time, so that a reader never sees half of it. A
 * write that fails is told once and tried again at the next change.
 */
export function createCoalescedWriter(options: CoalescedWriterOptions): CoalescedWriter {
  const { path, delayMs, format, onError } = options;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(() => writePrivateFile(path, format())).catch(onError);
    return writing;
  };
  return {
    schedule() {
      timer ??= setTimeout(() => void write(), delayMs).unref();
    },
    flush: () => (timer === undefined ? writing : write()),
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      return writing;
    },
  };
}
