import { listEnvironmentSecrets } from '../services/credentials/environment-credentials';
import { redact } from '../services/credentials/redact';
import type { Terminal } from './terminal';

/**
 * A line without secrets, as the window's log has it: values of the environment and those that
 * the keychain gave, and whatever is named as secrets are.
 */
export function redactForTerminal(
  { env, knownSecrets }: Pick<Terminal, 'env' | 'knownSecrets'>,
  line: string,
): string {
  return redact(line, [...listEnvironmentSecrets(env), ...(knownSecrets?.() ?? [])]);
}
