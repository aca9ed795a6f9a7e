import type { CredentialChange, CredentialKind } from '@contract/api';
import { z } from 'zod';
import type { AccessKey } from '../../isi/client/credentials';

/** A token made elsewhere, used as it is. */
export interface PastedToken {
  readonly token: string;
  /** ms since 1970; absent: unknown. */
  readonly expiresAtMs?: number;
}

/** What the services use, by kind. */
export interface Credentials {
  readonly accessKey: AccessKey;
  readonly pastedToken: PastedToken;
  readonly proxyPassword: string;
}

type Formats = {
  readonly [Kind in CredentialKind]: z.ZodType<Credentials[Kind]>;
};

const text = z.string().min(1);
const formats: Formats = {
  accessKey: z.object({
    accessKeyId: text,
    accessKeySecret: text,
    securityToken: z.exactOptional(text),
    expiresAtMs: z.exactOptional(z.int()),
  }),
  pastedToken: z.object({ token: text, expiresAtMs: z.exactOptional(z.int()) }),
  proxyPassword: text,
};

/** The text of an entry of the keychain for what a person set: JSON, so that all of it is one. */
export function formatEntry(change: CredentialChange): string {
  if (change.kind === 'proxyPassword') return JSON.stringify(change.proxyPassword);
  return JSON.stringify({ ...change, kind: undefined });
}

/** What {@link formatEntry} wrote; undefined for anything else, such as a half of a pair. */
export function parseEntry<Kind extends CredentialKind>(
  kind: Kind,
  entry: string | undefined,
): Credentials[Kind] | undefined {
  if (entry === undefined) return undefined;
  try {
    return formats[kind].parse(JSON.parse(entry));
  } catch {
    return undefined;
  }
}

/** Everything in a credential that must be seen by nobody. */
export function listSecrets(credential: Credentials[CredentialKind]): readonly string[] {
  if (typeof credential === 'string') return [credential];
  if ('token' in credential) return [credential.token];
  const { accessKeySecret, securityToken } = credential;
  return securityToken === undefined ? [accessKeySecret] : [accessKeySecret, securityToken];
}
