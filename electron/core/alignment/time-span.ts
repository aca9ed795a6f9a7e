/** A stretch of time in ms. */
export interface TimeSpan {
  readonly beginMs: number;
  readonly endMs: number;
}
