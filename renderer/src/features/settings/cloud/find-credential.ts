import type { CredentialsDescription, CredentialState } from '@contract/api';

/** What is known of one credential; without a place where there is none. */
export function findCredential(
  { credentials }: CredentialsDescription,
  name: CredentialState['name'],
): CredentialState {
  return credentials.find((candidate) => candidate.name === name) ?? { name };
}
