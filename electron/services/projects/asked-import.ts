/** A file, or one that came into the project before, and the encoding that a person named. */
export interface AskedImport {
  readonly path?: string | undefined;
  readonly importId?: string | undefined;
  readonly encoding?: string | undefined;
}
