import { omitUndefined } from '@core/omit-undefined';
import type { CredentialKind, CredentialPlace, CredentialState } from '@contract/api';
import type { Credentials } from './stored-credentials';

export interface FoundCredential<Kind extends CredentialKind> {
  readonly value: Credentials[Kind];
  readonly place: CredentialPlace;
}

/** What was found of each kind. */
export type FoundCredentials = {
  readonly [Kind in CredentialKind]: FoundCredential<Kind> | undefined;
};

/** At least as much is hidden as is shown. */
const leastMaskedLength = 16;

/** What the window may know of what was found: every name there is, and no value. */
export function describeCredentials({
  accessKey,
  pastedToken,
  proxyPassword,
}: FoundCredentials): readonly CredentialState[] {
  const mask = accessKey === undefined ? undefined : maskAccessKeyId(accessKey.value.accessKeyId);
  const expiresAtMs = pastedToken?.value.expiresAtMs;
  const keyEndsAtMs = accessKey?.value.expiresAtMs;
  const hasSecurityToken = accessKey?.value.securityToken !== undefined;
  return [
    { name: 'accessKeyId', ...placeOf(accessKey), ...omitUndefined({ mask }) },
    { name: 'accessKeySecret', ...placeOf(accessKey) },
    {
      name: 'securityToken',
      ...(hasSecurityToken ? placeOf(accessKey) : {}),
      ...omitUndefined({ expiresAtMs: keyEndsAtMs }),
    },
    {
      name: 'pastedToken',
      ...placeOf(pastedToken),
      ...omitUndefined({ expiresAtMs }),
    },
    { name: 'proxyPassword', ...placeOf(proxyPassword) },
  ];
}

/** "LTAI…3f2a": enough to tell one's keys apart. Undefined for one that is too short for that. */
export function maskAccessKeyId(accessKeyId: string): string | undefined {
  if (accessKeyId.length < leastMaskedLength) return undefined;
  return `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

function placeOf(found: { readonly place: CredentialPlace } | undefined): {
  readonly place?: CredentialPlace;
} {
  return found === undefined ? {} : { place: found.place };
}
