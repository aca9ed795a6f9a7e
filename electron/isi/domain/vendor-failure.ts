/** Which of the vendor's services, or of its SDK's own checks, said no. */
export type VendorService = 'token' | 'flash' | 'file' | 'oss' | 'sdk';

/** A refusal as it arrived, before anyone knows what it means. */
export interface VendorFailure {
  readonly service: VendorService;
  /** A number (`40000001`), or a text code (`InvalidAccessKeyId.NotFound`, `NoSuchBucket`). */
  readonly code?: string | number;
  /** The vendor's message or StatusText, as it came. */
  readonly text?: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  /** Link to the vendor's help, as `readRecommendLink` gives it. */
  readonly recommend?: string;
  readonly taskId?: string;
  /** How far our clock is off, in whole minutes, where the answer's own date told. */
  readonly clockOffMinutes?: number;
  /** How long the service asked to be left alone, ms. */
  readonly retryAfterMs?: number;
}
