/** What goes wrong with one request, instead of its answer. */
export type OssFault =
  /** The connection is reset after that many bytes of the body; nothing of it is kept. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The work is done, then the connection is reset: the reply is lost. */
  | { readonly kind: 'lost-reply' }
  /** Refused with a status of 5xx. */
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  /** Waits for the given promise with each piece of the body (a slow network). */
  | { readonly kind: 'slow'; readonly wait: (receivedBytes: number) => Promise<void> };

/** A request as a fault may choose it. */
export interface OssEvent {
  /** `PutObject`, `InitiateMultipartUpload`, `UploadPart`, … */
  readonly action: string;
  readonly bucket: string;
  readonly key: string;
  readonly partNumber?: number;
  /** How often this same request came before. */
  readonly earlier: number;
}

/** Asked once for each request that is signed right; undefined lets it pass. */
export type ChooseOssFault = (event: OssEvent) => OssFault | undefined;
