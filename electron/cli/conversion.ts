/** One file that becomes another. */
export interface Conversion {
  /** Absolute, or `-`. */
  readonly source: string;
  /** Absolute, or `-`. */
  readonly target: string;
}
