import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CredentialStep } from '../../fixtures/children/use-credentials';
import { shell, whyNoKeyring } from '../../helpers/keyring-shell';
import { useKeyring } from '../../helpers/use-keyring';
import { describeUnless } from '../../helpers/skip';

const key = {
  accessKeyId: 'LTAI5tAbCdEfGhIjKlMn3f2a',
  accessKeySecret: 'only-in-the-keyring-42',
} as const;
const setKey: CredentialStep = { set: { kind: 'accessKey', ...key } };
const readKey: CredentialStep = { read: 'accessKey' };
const describeAll: CredentialStep = { call: 'describe' };
const retry: CredentialStep = { call: 'retry' };
const ready = { state: 'ready', name: 'GNOME Keyring' };

/** A description with the AccessKey in a place. */
function withKey(place: string, keychain: object): object {
  const credentials = expect.arrayContaining([
    { name: 'accessKeyId', place, mask: 'LTAI…3f2a' },
    { name: 'accessKeySecret', place },
  ]) as unknown;
  return { keychain, credentials, isUnsaved: place === 'session' };
}

const without = { name: 'accessKeyId' };
const reason = whyNoKeyring();

describeUnless(reason, 'credentials in GNOME Keyring', () => {
  const { run, home } = useKeyring();

  it('are there after a restart, can be replaced and cleared', async () => {
    const other = { ...key, accessKeySecret: 'another-secret', securityToken: 's'.repeat(1_000) };
    const [first, second] = await run([
      shell.unlock,
      [setKey, { set: { kind: 'proxyPassword', proxyPassword: "密码 'with' blanks" } }],
      [describeAll, readKey, { read: 'proxyPassword' }],
    ]);
    expect(first?.published[0]).toMatchObject(withKey('keychain', ready));
    expect(second?.results).toEqual([
      expect.objectContaining(withKey('keychain', ready)),
      key,
      "密码 'with' blanks",
    ]);
    // The next session is another bus and another daemon on the same keyring.
    const [third, fourth] = await run([
      shell.unlock,
      [readKey, { set: { kind: 'accessKey', ...other } }],
      [readKey, { clear: 'accessKey' }, readKey, { read: 'proxyPassword' }],
    ]);
    expect(third?.results[0]).toEqual(key);
    expect(fourth?.results).toEqual([
      other,
      expect.objectContaining({
        credentials: expect.arrayContaining([without]) as unknown,
        isUnsaved: false,
      }),
      null,
      "密码 'with' blanks",
    ]);
  });

  it('are imported from the environment when that is asked for', async () => {
    const env = { ALIYUN_AK_ID: key.accessKeyId, ALIYUN_AK_SECRET: key.accessKeySecret };
    const [before, after] = await run(
      [
        shell.unlock,
        [describeAll, { call: 'importFromEnvironment' }],
        'unset ALIYUN_AK_ID ALIYUN_AK_SECRET',
        [readKey],
      ],
      { env },
    );
    expect(before?.results).toMatchObject([
      { ...withKey('environment', ready), canImport: true },
      { ...withKey('keychain', ready), canImport: false },
    ]);
    expect(after?.results).toEqual([key]);
  });

  it('[KC1] hold for the session while it is locked, beside what it keeps', async () => {
    const locked = { ...ready, state: 'locked' };
    const keepPassword: CredentialStep = {
      set: { kind: 'proxyPassword', proxyPassword: 'set before' },
    };
    const [, held] = await run([
      shell.unlock,
      [keepPassword],
      shell.lock,
      [describeAll, setKey, readKey, retry, { clear: 'proxyPassword' }],
    ]);
    expect(held?.results).toEqual([
      expect.objectContaining({ keychain: locked, isUnsaved: false }),
      expect.objectContaining(withKey('session', locked)),
      key,
      expect.objectContaining(withKey('session', locked)),
      // It may still be there, so that is not said to be done.
      expect.objectContaining({ keychain: locked, isUnsaved: true }),
    ]);
    expect(held?.lines[0]).toMatch(/^credentials: accessKey holds for this session only/);
    const [next] = await run([shell.unlock, [readKey, { read: 'proxyPassword' }]]);
    expect(next?.results).toEqual([null, 'set before']);
  });

  it('are kept once there is a keychain', async () => {
    const [held, next] = await run([[setKey, { shell: shell.unlock }, retry], [readKey]], {
      bus: 'empty',
    });
    expect(held?.published).toMatchObject([
      withKey('session', { state: 'absent' }),
      withKey('keychain', ready),
    ]);
    expect(next?.results).toEqual([key]);
  });

  it('are gone with the process where it stays locked', async () => {
    await run([shell.unlock, [describeAll]]);
    const [first, second] = await run([shell.start, [setKey], [readKey]]);
    expect(first?.published).toMatchObject([{ keychain: { state: 'locked' }, isUnsaved: true }]);
    expect(second?.results).toEqual([null]);
  });

  it.each(['empty', 'none'] as const)('hold for the session where the bus is %s', async (bus) => {
    const [first, second] = await run(
      [
        [setKey, readKey],
        [describeAll, readKey],
      ],
      { bus },
    );
    expect(first?.results).toEqual([
      expect.objectContaining(withKey('session', { state: 'absent' })),
      key,
    ]);
    expect(second?.results).toEqual([
      expect.objectContaining({ keychain: { state: 'absent' } }),
      null,
    ]);
  });

  it('[KC6] are looked at without a word to the person, and without anything written', async () => {
    const look: CredentialStep[] = [describeAll, { look: 'accessKey' }, describeAll];
    const [, open, locked] = await run([
      shell.unlock,
      [setKey],
      shell.listen,
      look,
      shell.lock,
      look,
      shell.stopListening,
    ]);
    expect(open?.results).toEqual([
      expect.objectContaining(withKey('keychain', ready)),
      key,
      expect.objectContaining(withKey('keychain', ready)),
    ]);
    expect(locked?.results).toMatchObject([
      { keychain: { state: 'locked' } },
      null,
      { keychain: { state: 'locked' } },
    ]);
    const asked = readFileSync(join(home(), 'asked'), 'utf8');
    expect(asked).toContain('member=Get');
    expect(asked).toContain('member=GetSecret');
    expect(asked).not.toMatch(/member=(?:CreateItem|CreateCollection|Unlock|Prompt|Delete)/);
  });

  it('[KC6] may be asked for with a word to the person by work, and to be unlocked', async () => {
    await run([shell.unlock, [setKey], shell.lock, shell.listen, [readKey], shell.stopListening]);
    expect(readFileSync(join(home(), 'asked'), 'utf8')).toMatch(/member=Unlock/);
    await run([shell.unlock, shell.lock, shell.listen, [retry], shell.stopListening]);
    expect(readFileSync(join(home(), 'asked'), 'utf8')).toMatch(/member=CreateItem/);
  });

  it('[KC4] [KC6] wait for a person who is asked, and hold up no look meanwhile', async () => {
    const [held] = await run(
      [
        shell.unlock,
        shell.leaveUnanswered,
        shell.lock,
        [{ begin: { kind: 'accessKey', ...key } }, describeAll, { look: 'pastedToken' }, readKey],
      ],
      { env: { PERSON_MS: '3000' } },
    );
    const locked = expect.objectContaining(
      withKey('session', { ...ready, state: 'locked' }),
    ) as unknown;
    // The count of what was published: nothing, while the system's window was open.
    expect(held?.results).toEqual([locked, null, key, 0]);
    expect(held?.published).toEqual([locked]);
    expect(held?.lines).toEqual([
      'credentials: accessKey holds for this session only (no answer from the keychain)',
    ]);
  });

  it('[KC4] hold for the session where it never answers, and are kept once it does', async () => {
    const [held, next] = await run([
      shell.unlock,
      shell.stop,
      [setKey, readKey, describeAll, { shell: shell.wake }, { retryUntil: 'kept' }, readKey],
      [readKey],
    ]);
    expect(held?.results[0]).toMatchObject(withKey('session', { state: 'locked' }));
    expect(held?.results[1]).toEqual(key);
    expect(held?.lines[0]).toContain('no answer from the keychain');
    expect(held?.results.at(-1)).toEqual(key);
    expect(next?.results).toEqual([key]);
  });

  it('[KC4] do not hold the end of a process while the keychain never answers', async () => {
    // The bus gives up after 25 s; native code of the process itself would wait for that.
    const [held] = await run([shell.unlock, shell.stop, [readKey]], { limitSeconds: 15 });
    expect(held?.results).toEqual([null]);
    expect(held?.lines[0]).toContain('no answer from the keychain');
  });

  it('[KC1] leave no trace in clear on the disk or in what windows and logs are told', async () => {
    const all = await run([
      shell.unlock,
      [setKey, describeAll, retry],
      shell.lock,
      [setKey, describeAll, { clear: 'accessKey' }],
    ]);
    for (const { results, published, lines } of all) {
      expect(JSON.stringify([results, published, lines])).not.toContain(key.accessKeySecret);
    }
    // Elsewhere there are sockets only, which the daemon is just removing.
    const kept = join(home(), '.local');
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' })
      .map((name) => join(kept, name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
    expect(files.some((path) => path.endsWith('.keyring'))).toBe(true);
    for (const path of files) {
      expect(readFileSync(path).includes(key.accessKeySecret), path).toBe(false);
    }
  });
});
