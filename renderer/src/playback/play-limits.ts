/** A stretch of the recording in whole ms. */
export interface Stretch {
  readonly beginMs: number;
  readonly endMs: number;
}

/** What playing has to keep to. */
export interface PlayLimits {
  readonly loop: Stretch | undefined;
  /** Where playing a single stretch ends; goes before the loop. */
  readonly stopAtMs: number | undefined;
}

export type LimitAction =
  | { readonly kind: 'none' }
  | { readonly kind: 'stop'; readonly atMs: number }
  | { readonly kind: 'restart'; readonly atMs: number };

/**
 * What to do when playing has come from one position to the next. A loop catches only who comes
 * from inside of it: a person may listen behind it without being thrown back.
 */
export function keepLimits(
  { loop, stopAtMs }: PlayLimits,
  fromMs: number,
  toMs: number,
): LimitAction {
  if (stopAtMs !== undefined) {
    return toMs >= stopAtMs ? { kind: 'stop', atMs: stopAtMs } : { kind: 'none' };
  }
  if (loop !== undefined && fromMs < loop.endMs && toMs >= loop.endMs) {
    return { kind: 'restart', atMs: loop.beginMs };
  }
  return { kind: 'none' };
}
