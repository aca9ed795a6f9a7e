/** What the life of a signed link depends on. */
export interface LinkKey {
  /** Of a temporary key (STS), with which its links die. */
  readonly securityToken?: string;
  /** ms since 1970, where a person said so. */
  readonly expiresAtMs?: number;
}

/** How long a link is signed for, and whether that is as long as it should be. */
export interface LinkLife {
  readonly seconds: number;
  /**
   * `whole`: it outlives the queue. `cut`: its key ends before. `unknown`: its key is temporary and
   * nobody said until when; those of the vendor end after 12 hours at most.
   */
  readonly kind: 'whole' | 'cut' | 'unknown' | 'dead';
}

/**
 * The life of a link signed with a key (protocol §4) [IS18]: what is longer than the key's own promises
 * more than holds.
 * @param wantedSeconds so long a task may wait for its turn
 */
export function planLinkLife(key: LinkKey, nowMs: number, wantedSeconds: number): LinkLife {
  const { securityToken, expiresAtMs } = key;
  if (securityToken === undefined) return { seconds: wantedSeconds, kind: 'whole' };
  if (expiresAtMs === undefined) return { seconds: wantedSeconds, kind: 'unknown' };
  const leftSeconds = Math.floor((expiresAtMs - nowMs) / 1000);
  if (leftSeconds < 1) return { seconds: 0, kind: 'dead' };
  if (leftSeconds < wantedSeconds) return { seconds: leftSeconds, kind: 'cut' };
  return { seconds: wantedSeconds, kind: 'whole' };
}
