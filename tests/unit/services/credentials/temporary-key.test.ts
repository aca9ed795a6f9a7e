import { expect, it } from 'vitest';
import { describeCredentials } from '../../../../electron/services/credentials/describe-credential';
import { readEnvironmentCredentials } from '../../../../electron/services/credentials/environment-credentials';
import {
  formatEntry,
  parseEntry,
} from '../../../../electron/services/credentials/stored-credentials';

const expiresAtMs = Date.UTC(2026, 0, 15, 9, 30);
const environment = { ALIYUN_AK_ID: 'LTAIdummy0000', ALIYUN_AK_SECRET: 'dummy-secret' };
const temporary = { ...environment, ALIYUN_STS_TOKEN: 'dummy-sts' };

it('the environment says when its temporary key ends', () => {
  const env = { ...temporary, ALIYUN_STS_EXPIRATION: ' 2026-01-15T09:30:00Z ' };
  expect(readEnvironmentCredentials(env).changes).toEqual([
    {
      kind: 'accessKey',
      accessKeyId: 'LTAIdummy0000',
      accessKeySecret: 'dummy-secret',
      securityToken: 'dummy-sts',
      expiresAtMs,
    },
  ]);
});

it('of a key that is not temporary the end says nothing', () => {
  const env = { ...environment, ALIYUN_STS_EXPIRATION: 'soon' };
  expect(readEnvironmentCredentials(env)).toMatchObject({ refused: [] });
  expect(readEnvironmentCredentials(env).changes[0]).not.toHaveProperty('expiresAtMs');
});

it('what is no time is refused by the name of its variable', () => {
  const env = { ...temporary, ALIYUN_STS_EXPIRATION: 'in an hour' };
  expect(readEnvironmentCredentials(env)).toMatchObject({
    changes: [],
    refused: [{ kind: 'accessKey', name: 'ALIYUN_STS_EXPIRATION', reason: 'not-a-time' }],
  });
});

it('the end is kept with the key and shown beside it', () => {
  const change = {
    kind: 'accessKey',
    accessKeyId: 'LTAIdummy0000',
    accessKeySecret: 'dummy-secret',
    securityToken: 'dummy-sts',
    expiresAtMs,
  } as const;
  const value = parseEntry('accessKey', formatEntry(change));
  expect(value).toMatchObject({ expiresAtMs });
  const described = describeCredentials({
    accessKey: { value: value!, place: 'keychain' },
    pastedToken: undefined,
    proxyPassword: undefined,
  });
  expect(described.find(({ name }) => name === 'securityToken')).toEqual({
    name: 'securityToken',
    place: 'keychain',
    expiresAtMs,
  });
});
