import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { Source } from './file-sources';
import type { NoticesStore } from './notices-store';

/** What is being brought in. */
export interface BringingState {
  readonly name: string;
  readonly count: number;
  /** Share that arrived, where files have to be uploaded. */
  readonly fraction: number | undefined;
}

/** Brings files to the services; what is asked for last ends what was under way. */
export interface FileBringer {
  /** Does some work with files, in the place of what is under way. */
  run(work: (files: FilesUnderWay) => Promise<void>): Promise<void>;
  /** Stops what is under way; what has arrived stays. */
  cancel(): void;
}

export interface FilesUnderWay {
  readonly signal: AbortSignal;
  /**
   * Hands a file to the services.
   * @param count how many there are
   * @returns the id of its grant; nothing where that failed, which is said
   */
  readonly bring: (source: Source, count: number) => Promise<string | undefined>;
}

export interface FileBringerOptions {
  readonly notices: NoticesStore;
  /** Hears how far it is; nothing while nothing is under way. */
  readonly onState: (state: BringingState | undefined) => void;
}

export function createFileBringer({ notices, onState }: FileBringerOptions): FileBringer {
  let stopping = new AbortController();
  return {
    run: async (work) => {
      stopping.abort();
      stopping = new AbortController();
      const { signal } = stopping;
      const tell = (state: BringingState | undefined): void => {
        if (stopping.signal === signal && !signal.aborted) onState(state);
      };
      const bring: FilesUnderWay['bring'] = async ({ name, grant }, count) => {
        tell({ name, count, fraction: undefined });
        try {
          return await grant(signal, (fraction) => tell({ name, count, fraction }));
        } catch (thrown) {
          tellFailure(notices, thrown, name);
          return undefined;
        } finally {
          tell({ name, count, fraction: undefined });
        }
      };
      try {
        await work({ signal, bring });
      } finally {
        tell(undefined);
      }
    },
    cancel: () => {
      stopping.abort();
      onState(undefined);
    },
  };
}

/** Says what went wrong with a file; that something was cancelled is no error. */
export function tellFailure(notices: NoticesStore, thrown: unknown, name?: string): void {
  if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown), name);
}
