import type { FileCue } from '../build-document';

/** A cue of a file, and its part of it with line feeds where that may be written otherwise. */
export interface ParsedCue {
  readonly cue: FileCue;
  readonly block?: string;
}
