import type { FileCue } from './build-document';

/** A cue as SubRip has it. */
export interface SrtCue extends FileCue {
  /** Absent where the file has none. */
  readonly number: number | undefined;
  /** What follows the times: `X1:… X2:… Y1:… Y2:…` in the files of some programs; often empty. */
  readonly coordinates: string;
  /**
   * The cue below its number as it stands in the file, with line feeds; absent where it had to be mended,
   * and where it stands there just as it is written.
   */
  readonly block: string | undefined;
}
