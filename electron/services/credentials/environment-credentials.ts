import type { CredentialChange } from '@contract/api';
import { inputSchemas } from '@contract/inputs';

type Environment = Readonly<Record<string, string | undefined>>;

/** What credentials an environment holds. A key of which a half is missing is none. */
export interface EnvironmentCredentials {
  readonly changes: readonly CredentialChange[];
  /** Variables that are missing, or hold what no credential can be, for a complete AccessKey. */
  readonly missing: readonly string[];
}

/**
 * Reads ALIYUN_AK_ID, ALIYUN_AK_SECRET, ALIYUN_STS_TOKEN and ZIMU_ISI_TOKEN (of unknown expiry), by
 * the same rules as what a person types. An STS token belongs to the key beside it and to no other.
 */
export function readEnvironmentCredentials(env: Environment): EnvironmentCredentials {
  const securityToken = findValue(env, 'ALIYUN_STS_TOKEN');
  const keyNames = ['ALIYUN_AK_ID', 'ALIYUN_AK_SECRET'];
  const absent = keyNames.filter((name) => findValue(env, name) === undefined);
  const key = check({
    kind: 'accessKey',
    accessKeyId: findValue(env, 'ALIYUN_AK_ID'),
    accessKeySecret: findValue(env, 'ALIYUN_AK_SECRET'),
    ...(securityToken === undefined ? {} : { securityToken }),
  });
  const token = check({ kind: 'pastedToken', token: findValue(env, 'ZIMU_ISI_TOKEN') });
  const isRefused = key === undefined && absent.length === 0;
  return {
    changes: [key, token].filter((change) => change !== undefined),
    missing: isRefused ? keyNames : absent,
  };
}

/** Every value of the environment that must be seen by nobody, of use or not. */
export function listEnvironmentSecrets(env: Environment): readonly string[] {
  return ['ALIYUN_AK_SECRET', 'ALIYUN_STS_TOKEN', 'ZIMU_ISI_TOKEN']
    .map((name) => findValue(env, name))
    .filter((value) => value !== undefined);
}

function findValue(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function check(change: unknown): CredentialChange | undefined {
  return inputSchemas['credentials.set'].safeParse(change).data;
}
