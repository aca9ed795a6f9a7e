/** What signs requests. Held in memory only where a request is made; never logged. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of a temporary key (STS). */
  readonly securityToken?: string;
  /** When a temporary key ends, ms since 1970; absent: nobody said. */
  readonly expiresAtMs?: number;
}

/** Time and chance, given from outside so that what is signed can be compared. */
export interface SigningMoment {
  /** ms since 1970. */
  readonly nowMs: number;
  /** Any text that no other request has. */
  readonly nonce: string;
}
