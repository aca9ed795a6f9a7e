import { isOrigin } from '@contract/is-origin';
import { isBucketName } from '@isi/is-bucket-name';
import { isIpAddress } from '@isi/is-ip-address';
import { isStorageRegion } from '@isi/is-storage-region';
import type { MessageKey } from '@core/messages/catalogue';

/** What is wrong with a text that was typed, as the catalogue says it. */
export type Wrong = Extract<MessageKey, `cloud.wrong.${string}`>;

export type CheckEntry = (text: string) => Wrong | undefined;

/**
 * For keys and tokens: visible ASCII, which is all that headers and signatures take. The services
 * check by the same rule; here it is said at the field, before anything is sent.
 */
export function checkSecret(most: number): CheckEntry {
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '') return 'cloud.wrong.empty';
    if (!/^[\x21-\x7e]*$/.test(trimmed)) return 'cloud.wrong.ascii';
    return trimmed.length > most ? 'cloud.wrong.long' : undefined;
  };
}

/** A password may hold blanks, but no line breaks. */
export function checkPassword(text: string): Wrong | undefined {
  if (text === '') return 'cloud.wrong.empty';
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return 'cloud.wrong.controls';
  return text.length > 512 ? 'cloud.wrong.long' : undefined;
}

/** For names that a person gives. */
export function checkName(text: string): Wrong | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'cloud.wrong.empty';
  return trimmed.length > 200 ? 'cloud.wrong.long' : undefined;
}

/** A name to choose by. @param others names that are there already */
export function checkOwnName(text: string, others: readonly string[]): Wrong | undefined {
  return checkName(text) ?? (others.includes(text.trim()) ? 'cloud.wrong.taken' : undefined);
}

/** The rule of OSS for names of buckets. */
export function checkBucketName(text: string): Wrong | undefined {
  return isBucketName(text) ? undefined : 'cloud.wrong.bucket';
}

/** Of a bucket, with or without `oss-` before it. */
export function checkRegion(text: string): Wrong | undefined {
  return isStorageRegion(text) ? undefined : 'cloud.wrong.region';
}

/**
 * Of a storage of one's own: an origin, http allowed. The service fetches from names only, never
 * from an IP address (protocol §3.2).
 */
export function checkOrigin(text: string): Wrong | undefined {
  const isUsable = isOrigin(text) && !isIpAddress(new URL(text.trim()).hostname);
  return isUsable ? undefined : 'cloud.wrong.origin';
}

/** Of a proxy; its user name and password have fields of their own. */
export function checkProxyUrl(text: string): Wrong | undefined {
  return isOrigin(text) ? undefined : 'cloud.wrong.proxy';
}

/** Lets a field be empty. */
export function optional(check: CheckEntry): CheckEntry {
  return (text) => (text.trim() === '' ? undefined : check(text));
}
