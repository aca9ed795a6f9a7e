import { omitUndefined } from '@core/omit-undefined';
import type { CredentialChange } from '@contract/api';
import { inputSchemas } from '@contract/inputs';
import type { UsageReason } from '@core/errors/explain-reason';
import { parseExpiration } from '@isi/parse-expiration';

type Environment = Readonly<Record<string, string | undefined>>;

/** What credentials an environment holds. A key of which a half is missing is none. */
export interface EnvironmentCredentials {
  readonly changes: readonly CredentialChange[];
  /** Variables that are missing for a complete AccessKey. */
  readonly missing: readonly string[];
  /** Variables that are set to what no credential can be: first those of the AccessKey. */
  readonly refused: readonly RefusedVariable[];
}

/** A variable that is of no use, without its value: that is a secret with a typing error in it. */
export interface RefusedVariable {
  readonly kind: 'accessKey' | 'pastedToken';
  readonly name: string;
  readonly reason: UsageReason;
}

/**
 * Reads ALIYUN_AK_ID, ALIYUN_AK_SECRET, ALIYUN_STS_TOKEN with ALIYUN_STS_EXPIRATION and ZIMU_ISI_TOKEN
 * (of unknown expiry), by the same rules as what a person types. An STS token belongs to the key
 * beside it and to no other.
 */
export function readEnvironmentCredentials(env: Environment): EnvironmentCredentials {
  const securityToken = findValue(env, 'ALIYUN_STS_TOKEN');
  const ends = findValue(env, 'ALIYUN_STS_EXPIRATION');
  const keyNames = ['ALIYUN_AK_ID', 'ALIYUN_AK_SECRET'];
  const absent = keyNames.filter((name) => findValue(env, name) === undefined);
  const key = check({
    kind: 'accessKey',
    accessKeyId: findValue(env, 'ALIYUN_AK_ID'),
    accessKeySecret: findValue(env, 'ALIYUN_AK_SECRET'),
    ...omitUndefined({ securityToken }),
    ...(securityToken === undefined || ends === undefined
      ? {}
      : { expiresAtMs: parseExpiration(ends) ?? NaN }),
  });
  const token = check({ kind: 'pastedToken', token: findValue(env, 'ZIMU_ISI_TOKEN') });
  return {
    changes: [key.change, token.change].filter((change) => change !== undefined),
    missing: absent,
    refused: [
      ...listRefused(env, 'accessKey', key.fields),
      ...listRefused(env, 'pastedToken', token.fields),
    ],
  };
}

/** Where the fields of a credential come from. */
const nameOfField: Readonly<Record<string, string>> = {
  accessKeyId: 'ALIYUN_AK_ID',
  accessKeySecret: 'ALIYUN_AK_SECRET',
  securityToken: 'ALIYUN_STS_TOKEN',
  expiresAtMs: 'ALIYUN_STS_EXPIRATION',
  token: 'ZIMU_ISI_TOKEN',
};

/** Of the fields that were found wrong those that are set; the others are missing. */
function listRefused(
  env: Environment,
  kind: RefusedVariable['kind'],
  fields: readonly string[],
): readonly RefusedVariable[] {
  return fields.flatMap((field) => {
    const name = nameOfField[field];
    const value = name === undefined ? undefined : findValue(env, name);
    return name === undefined || value === undefined
      ? []
      : [{ kind, name, reason: field === 'expiresAtMs' ? 'not-a-time' : findReason(value) }];
  });
}

/** Why no credential can be this: by what it holds, else it is longer than any. */
function findReason(value: string): UsageReason {
  if (/\s/.test(value)) return 'blanks';
  return /^[\x21-\x7e]*$/.test(value) ? 'too-long' : 'not-ascii';
}

/**
 * Takes the secrets out of the environment of this process, for whatever a runtime starts by itself
 * (Electron its helpers, a shell to open a folder) inherits what stands there.
 * @param env that of the process; it loses them
 * @returns all of it as it was
 */
export function takeEnvironment(env: NodeJS.ProcessEnv): Environment {
  const whole = { ...env };
  for (const name of secretNames) Reflect.deleteProperty(env, name);
  return whole;
}

const secretNames = ['ALIYUN_AK_SECRET', 'ALIYUN_STS_TOKEN', 'ZIMU_ISI_TOKEN'];

/** Every value of the environment that must be seen by nobody, of use or not. */
export function listEnvironmentSecrets(env: Environment): readonly string[] {
  return secretNames.map((name) => findValue(env, name)).filter((value) => value !== undefined);
}

function findValue(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** A credential as it is kept, or the fields for which it is none. */
function check(change: unknown): {
  readonly change: CredentialChange | undefined;
  readonly fields: readonly string[];
} {
  const { data, error } = inputSchemas['credentials.set'].safeParse(change);
  return { change: data, fields: error?.issues.map(({ path }) => String(path[0])) ?? [] };
}
