import type { ErrorCode } from '@core/errors/error-codes';

/** Where the vendor uses a code: its services, its SDK for phones, its API gateway, its storage. */
export type VendorScope =
  | 'flash'
  | 'file'
  | 'file-lite'
  | 'one-sentence'
  | 'realtime'
  | 'sdk'
  | 'pop'
  | 'oss';

/**
 * What helps against a failure, and who does it. `self` is what a program may do without asking,
 * always with a limit; `isUseful` is whether the same work can succeed later at all.
 */
export const vendorRetries = {
  no: { self: false, isUseful: false },
  /** Wait, then send the same request again. */
  backoff: { self: true, isUseful: true },
  /** Drop the token, get another one and repeat once. */
  'refetch-token': { self: true, isUseful: true },
  /** Submit the task again with the same link. */
  resubmit: { self: true, isUseful: true },
  /** Sign a fresh link to the recording and submit once more. */
  'resign-link': { self: true, isUseful: true },
  /** Put the recording into the bucket again and submit once more. */
  'upload-again': { self: true, isUseful: true },
  /** Repeat once, at once, with a new nonce. */
  'sign-anew': { self: true, isUseful: true },
  /** A person sets the clock: a program that signed with another time would hide that it is wrong. */
  'fix-clock': { self: false, isUseful: true },
  /** No failure: ask again after the interval. */
  poll: { self: true, isUseful: true },
  /** A person removes the cause first. */
  manual: { self: false, isUseful: true },
  'next-day': { self: false, isUseful: true },
  /** The same request fails for ever; another parameter or a new job does not. */
  'change-parameter': { self: false, isUseful: false },
  'start-anew': { self: false, isUseful: false },
  /** The code only wraps another one, which decides. */
  'by-server-code': { self: false, isUseful: false },
} as const satisfies Readonly<Record<string, { self: boolean; isUseful: boolean }>>;

export type VendorRetry = keyof typeof vendorRetries;

/** What a code says of the work: most are failures, the rest must not be shown as such. */
export type VendorOutcome = 'failure' | 'empty' | 'running' | 'success';

/** One row of the catalogue: what the vendor says and what it means. */
export interface VendorErrorEntry {
  /** Stable: it is kept in the errors of jobs. */
  readonly id: string;
  /** As it arrives, a number as text; undefined where the vendor published none. */
  readonly code: string | undefined;
  /** The vendor's StatusText, or the name its SDK gives the number. */
  readonly name: string;
  readonly otherCodes?: readonly string[];
  readonly otherNames?: readonly string[];
  readonly scopes: readonly VendorScope[];
  /** The vendor's message, where one is published. */
  readonly message?: string;
  /** What the message holds that tells this row from others of the same code. */
  readonly tellTale?: string;
  readonly cause: BothLanguages;
  readonly remedy: BothLanguages;
  readonly retry: VendorRetry;
  readonly outcome: VendorOutcome;
  /** The code of ours with which it reaches people. */
  readonly errorCode: ErrorCode;
}

/** As in the message catalogue: English (ours), then Simplified Chinese (the vendor's, if any). */
export type BothLanguages = readonly [english: string, simplifiedChinese: string];

/** A row as it is written in the tables; what most rows of a table share is given once. */
export interface VendorErrorRow extends Omit<
  VendorErrorEntry,
  'id' | 'code' | 'name' | 'scopes' | 'outcome'
> {
  readonly code: string | number | undefined;
  /** Left out where the code is a name itself. */
  readonly name?: string;
  /** The last part of the id, where the code is not enough. */
  readonly key?: string;
  readonly scopes?: readonly VendorScope[];
  readonly outcome?: VendorOutcome;
}

/** Makes entries of rows. @param table the first part of their ids */
export function defineVendorErrors(
  table: string,
  scopes: readonly VendorScope[],
  rows: readonly VendorErrorRow[],
): readonly VendorErrorEntry[] {
  return rows.map(({ key, name, code, ...row }) => ({
    scopes,
    outcome: 'failure',
    ...row,
    id: `${table}/${key ?? code ?? name ?? ''}`,
    code: code === undefined ? undefined : String(code),
    name: name ?? String(code),
  }));
}
