import type { CredentialChange, CredentialsDescription, Publish } from '@contract/api';
import { toStudioError } from '@core/errors/studio-error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCredentialStore,
  type CredentialStore,
} from '../../../../electron/services/credentials/create-credential-store';
import {
  createMemorySecretStore,
  type MemorySecretStore,
} from '../../../../electron/services/credentials/memory-secret-store';

const key = {
  accessKeyId: 'LTAI5tAbCdEfGhIjKlMn3f2a',
  accessKeySecret: 'kept-secret-0123456789',
} as const;
const setKey: CredentialChange = { kind: 'accessKey', ...key };
const environment = {
  ALIYUN_AK_ID: 'LTAIenvironment0000',
  ALIYUN_AK_SECRET: 'environment-secret',
  ALIYUN_STS_TOKEN: 'environment-sts',
  ZIMU_ISI_TOKEN: 'environment-token',
};
const fromEnvironment = {
  accessKeyId: 'LTAIenvironment0000',
  accessKeySecret: 'environment-secret',
  securityToken: 'environment-sts',
};
const locked = { state: 'locked', reason: 'Cannot create an item in a locked collection' } as const;

interface Opened {
  readonly store: CredentialStore;
  readonly secrets: MemorySecretStore;
  readonly published: CredentialsDescription[];
  readonly lines: string[];
}

function open({
  env = {},
  first = 'kept',
  secrets = createMemorySecretStore(),
  endLimitMs = 60_000,
}: {
  readonly env?: Readonly<Record<string, string>>;
  readonly first?: 'kept' | 'environment';
  readonly secrets?: MemorySecretStore;
  readonly endLimitMs?: number;
} = {}): Opened {
  const published: CredentialsDescription[] = [];
  const lines: string[] = [];
  const publish: Publish = (name, payload) => {
    expect(name).toBe('credentials.changed');
    published.push(payload as CredentialsDescription);
  };
  const store = createCredentialStore({
    ...{ env, first, secrets, publish, endLimitMs },
    log: (line) => lines.push(line),
  });
  return { store, secrets, published, lines };
}

function placeOf({ credentials }: CredentialsDescription, name: string): string | undefined {
  return credentials.find((credential) => credential.name === name)?.place;
}

describe('a credential', () => {
  it('comes from what is kept, else from the environment', async () => {
    const { store } = open({ env: environment });
    expect(await store.read('accessKey')).toEqual(fromEnvironment);
    expect(await store.read('pastedToken')).toEqual({ token: 'environment-token' });
    expect(placeOf(await store.describe(), 'securityToken')).toBe('environment');
    // The STS token of the environment is of another key.
    expect(placeOf(await store.set(setKey), 'securityToken')).toBeUndefined();
    expect(await store.read('accessKey')).toEqual(key);
    const cleared = await store.clear('accessKey');
    expect(placeOf(cleared, 'accessKeyId')).toBe('environment');
    expect(await store.read('accessKey')).toEqual(fromEnvironment);
  });

  it('comes from the environment first on a command line', async () => {
    const { store, secrets } = open({ env: environment, first: 'environment' });
    await store.set(setKey);
    expect(await store.read('accessKey')).toEqual(fromEnvironment);
    const { store: without } = open({ env: {}, first: 'environment', secrets });
    expect(await without.read('accessKey')).toEqual(key);
  });

  it.each([
    ['an id alone', { ALIYUN_AK_ID: 'LTAI1' }, 'ALIYUN_AK_SECRET'],
    ['a secret alone', { ALIYUN_AK_SECRET: 'a', ALIYUN_STS_TOKEN: 'b' }, 'ALIYUN_AK_ID'],
    ['blanks', { ALIYUN_AK_ID: ' ', ALIYUN_AK_SECRET: 'a' }, 'ALIYUN_AK_ID'],
    ['nothing', {}, 'ALIYUN_AK_ID, ALIYUN_AK_SECRET'],
  ])('is not made of %s in the environment', async (_name, env, missing) => {
    const { store } = open({ env });
    expect(await store.read('accessKey')).toBeUndefined();
    const error = { code: 'credentials/missing', data: { missing } };
    await expect(store.demand('accessKey')).rejects.toMatchObject(error);
    await expect(store.importFromEnvironment()).rejects.toMatchObject(error);
  });

  const whole = { ALIYUN_AK_ID: 'LTAI1', ALIYUN_AK_SECRET: 'fine' };
  it.each([
    ['a blank', { ...whole, ALIYUN_AK_SECRET: 'hush hush' }, 'ALIYUN_AK_SECRET', 'blanks'],
    ['a line break', { ...whole, ALIYUN_AK_SECRET: 'hush\nhush' }, 'ALIYUN_AK_SECRET', 'blanks'],
    ['a blank in its name', { ...whole, ALIYUN_AK_ID: 'LTAI hush' }, 'ALIYUN_AK_ID', 'blanks'],
    ['other letters', { ...whole, ALIYUN_AK_SECRET: 'hush密' }, 'ALIYUN_AK_SECRET', 'not-ascii'],
    [
      'too many letters',
      { ...whole, ALIYUN_AK_SECRET: 'hush'.repeat(99) },
      'ALIYUN_AK_SECRET',
      'too-long',
    ],
    [
      'a session token with a blank',
      { ...whole, ALIYUN_STS_TOKEN: 'hush hush' },
      'ALIYUN_STS_TOKEN',
      'blanks',
    ],
    ['a token with a blank', { ZIMU_ISI_TOKEN: 'hush hush' }, 'ZIMU_ISI_TOKEN', 'blanks'],
  ])('names what holds %s in the environment', async (_name, env, parameter, reason) => {
    const { store } = open({ env });
    expect(await store.read('accessKey')).toBeUndefined();
    for (const asked of [store.demand('accessKey'), store.importFromEnvironment()]) {
      const error = toStudioError(await asked.catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({ code: 'usage/invalid', data: { parameter, reason } });
      expect(JSON.stringify([error.message, error.data])).not.toMatch(/hush|密/);
    }
  });

  it('is called missing where its own variables are, whatever a token holds', async () => {
    const { store } = open({ env: { ALIYUN_AK_ID: 'LTAI1', ZIMU_ISI_TOKEN: 'hush hush' } });
    await expect(store.demand('accessKey')).rejects.toMatchObject({
      code: 'credentials/missing',
      data: { missing: 'ALIYUN_AK_SECRET' },
    });
  });

  it.each([
    ['a half of a pair', '{"accessKeyId":"LTAI1"}'],
    ['an empty half', '{"accessKeyId":"LTAI1","accessKeySecret":""}'],
    ['no JSON', 'LTAI1'],
    ['another thing', 'null'],
  ])('is not made of %s in the keychain', async (_name, entry) => {
    const { store, secrets } = open();
    secrets.entries.set('accessKey', entry);
    expect(await store.read('accessKey')).toBeUndefined();
    expect(placeOf(await store.describe(), 'accessKeyId')).toBeUndefined();
  });

  it('is kept as a whole for the next process', async () => {
    const { store, secrets, published } = open();
    const token = { token: '0f9e8d7c6b5a', expiresAtMs: 1_800_000_000_000 };
    await store.set({ ...setKey, securityToken: 'sts' });
    await store.set({ kind: 'pastedToken', ...token });
    await store.set({ kind: 'proxyPassword', proxyPassword: ' 密码 ' });
    expect(published).toHaveLength(3);
    const { store: next } = open({ secrets });
    expect(await next.read('accessKey')).toEqual({ ...key, securityToken: 'sts' });
    expect(await next.read('pastedToken')).toEqual(token);
    expect(await next.read('proxyPassword')).toBe(' 密码 ');
    await next.clear('pastedToken');
    expect([...secrets.entries.keys()]).toEqual(['accessKey', 'proxyPassword']);
  });

  it('holds from the call on, and of several the last one stays', async () => {
    const { store, secrets } = open();
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...key,
      accessKeySecret: `secret-${index}`,
    }));
    const setting = many.map((one) => store.set({ kind: 'accessKey', ...one }));
    expect(await store.read('accessKey')).toEqual(many.at(-1));
    await Promise.all(setting);
    expect(await store.read('accessKey')).toEqual(many.at(-1));
    expect(JSON.parse(secrets.entries.get('accessKey') ?? '')).toEqual(many.at(-1));
  });
});

describe('a keychain that takes nothing', () => {
  it('[KC1] leaves what was set to this session, until it is told again', async () => {
    const secrets = createMemorySecretStore(locked);
    const { store, published } = open({ secrets });
    const description = await store.set(setKey);
    expect(description).toMatchObject({ keychain: { state: 'locked' }, isUnsaved: true });
    expect(placeOf(description, 'accessKeyId')).toBe('session');
    expect(published).toEqual([description]);
    expect(await store.read('accessKey')).toEqual(key);
    const { store: other } = open({ secrets });
    await expect(other.demand('accessKey')).rejects.toMatchObject({ code: 'credentials/locked' });

    expect(await store.retry()).toEqual(description);
    secrets.setState({ state: 'ready' });
    const saved = await store.retry();
    expect(saved).toMatchObject({ keychain: { state: 'ready' }, isUnsaved: false });
    expect(placeOf(saved, 'accessKeyId')).toBe('keychain');
    expect(await other.demand('accessKey')).toEqual(key);
  });

  it.each(['absent', 'library-missing'] as const)('is said to be %s', async (state) => {
    const { store, lines } = open({
      secrets: createMemorySecretStore({ state, reason: 'no such\nthing' }),
    });
    const description = await store.set(setKey);
    expect(description).toMatchObject({ keychain: { state }, isUnsaved: true });
    expect(lines).toEqual(['credentials: accessKey holds for this session only (no such)']);
    await expect(store.demand('pastedToken')).rejects.toMatchObject({
      code: 'credentials/missing',
    });
    // Nothing can be left in a keychain that there is not.
    expect(await store.clear('accessKey')).toMatchObject({ isUnsaved: false });
  });

  it('[KC4] holds up no look and no end while it waits for a person', async () => {
    const secrets = createMemorySecretStore();
    let type: () => void = () => undefined;
    const typed = new Promise<void>((fulfil) => (type = fulfil));
    const asking = {
      ...secrets,
      write: (account: 'accessKey', secret: string) =>
        typed.then(() => secrets.write(account, secret)),
    } as MemorySecretStore;
    const { store, published } = open({ secrets: asking, endLimitMs: 20 });
    const setting = store.set(setKey);
    expect(placeOf(await store.describe(), 'accessKeyId')).toBe('session');
    await store.settled();
    expect(published).toEqual([]);
    type();
    expect(placeOf(await setting, 'accessKeyId')).toBe('keychain');
  });

  it('[KC6] is asked for a look only where it is ready, and has nobody asked', async () => {
    const secrets = createMemorySecretStore();
    await secrets.write('accessKey', JSON.stringify(key));
    const calls: string[] = [];
    const heard = new Proxy(secrets, {
      get: (target, name, receiver) => {
        calls.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const { store } = open({ secrets: heard });
    await store.describe();
    expect(await store.demand('accessKey', 'look')).toEqual(key);
    secrets.setState(locked);
    await store.describe();
    await expect(store.demand('accessKey', 'look')).rejects.toMatchObject({
      code: 'credentials/locked',
    });
    expect(new Set(calls)).toEqual(new Set(['check', 'findName', 'look']));
    await expect(store.demand('accessKey')).rejects.toMatchObject({ code: 'credentials/locked' });
    expect(calls).toContain('read');
    await store.retry();
    expect(calls).toContain('unlock');
  });

  it('gives nothing back that was cleared while it was locked', async () => {
    const { store, secrets } = open();
    await store.set(setKey);
    secrets.setState(locked);
    expect(await store.clear('accessKey')).toMatchObject({ isUnsaved: true });
    secrets.setState({ state: 'ready' });
    expect(await store.read('accessKey')).toBeUndefined();
    expect(await store.retry()).toMatchObject({ isUnsaved: false });
    expect(secrets.entries.size).toBe(0);
  });
});

describe('the import from the environment', () => {
  it('keeps what there is, and is then no longer offered', async () => {
    const { store, secrets } = open({ env: environment });
    expect(await store.describe()).toMatchObject({ canImport: true });
    expect(secrets.entries.size).toBe(0);
    expect(await store.importFromEnvironment()).toMatchObject({ canImport: false });
    const { store: next } = open({ secrets });
    expect(await next.read('accessKey')).toEqual(fromEnvironment);
    expect(await next.read('pastedToken')).toEqual({ token: 'environment-token' });
  });
});

describe('what the window is told', () => {
  it.each([
    ['LTAI5tAbCdEfGhIjKlMn3f2a', 'LTAI…3f2a'],
    ['LTAI567890123456', 'LTAI…3456'],
    ['LTAI56789012345', undefined],
    ['abc', undefined],
  ])('of the AccessKey id %s is %s', async (accessKeyId, mask) => {
    const { store } = open();
    const { credentials } = await store.set({ ...setKey, accessKeyId });
    expect(credentials[0]?.mask).toBe(mask);
  });

  it('[KC2] never holds a secret, nor does a line of the log or an error', async () => {
    // Long enough not to stand in our own words by chance.
    const secret = fc.stringMatching(/^[!-~]{12,60}$/);
    const state = fc.constantFrom('ready', 'locked', 'absent', 'library-missing');
    await fc.assert(
      fc.asyncProperty(
        fc.array(secret, { minLength: 8, maxLength: 8 }),
        state,
        async (values, given) => {
          const [id = '', ...rest] = values;
          const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = rest;
          const env = { ALIYUN_AK_ID: id, ALIYUN_AK_SECRET: a, ALIYUN_STS_TOKEN: b };
          const secrets = createMemorySecretStore(
            given === 'ready' ? { state: given } : { state: given, reason: `is ${given}` },
          );
          const { store, published, lines } = open({ env: { ...env, ZIMU_ISI_TOKEN: c }, secrets });
          const answers = await Promise.allSettled([
            store.describe(),
            store.importFromEnvironment(),
            store.set({ kind: 'accessKey', accessKeyId: id, accessKeySecret: d, securityToken: e }),
            store.set({ kind: 'pastedToken', token: f }),
            store.set({ kind: 'proxyPassword', proxyPassword: g }),
            store.retry(),
            store.clear('accessKey'),
          ]);
          const said = JSON.stringify([answers, published, lines]);
          for (const value of values) {
            expect(said.includes(JSON.stringify(value).slice(1, -1))).toBe(false);
          }
          expect(new Set(store.knownSecrets())).toEqual(new Set(rest));
        },
      ),
    );
  });
});
