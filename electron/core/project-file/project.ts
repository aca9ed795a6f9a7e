import type { Sentence } from '../transcript/sentence';

/** Version of the `.zimu` file; see SPEC.md [PF1]. */
export const projectVersion = 1;

/** The recording a project is about, as it was when it was last probed. */
export interface ProjectMedia {
  /** Where it lies on this computer; shown, but never opened on a renderer's word. */
  readonly path: string;
  /** File name without folders. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Length over all streams, whole ms. */
  readonly durationMs: number;
  readonly hasVideo: boolean;
  /** Frames a second as a fraction, where there is a video whose rate is known. */
  readonly frameRate?: { readonly numerator: number; readonly denominator: number };
}

/** What an edit may change apart from sentences. */
export interface ProjectProperties {
  readonly title: string;
  /** BCP 47 tag of the speech; `und` until known. */
  readonly language: string;
  /** Id of the engine that made the text; empty until there is one. */
  readonly engine: string;
}

/** One recording with its text: the document of the studio, and the content of a `.zimu` file. */
export interface Project extends ProjectProperties {
  readonly version: typeof projectVersion;
  readonly id: string;
  readonly media: ProjectMedia;
  /** Sorted [TX3]. */
  readonly sentences: readonly Sentence[];
}
