import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventHub } from '@contract/event-hub';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../../electron/host/start-browser-host';
import { findRunningStudio, lockStudio } from '../../../electron/services/instance/studio-lock';
import { noFiles, placeNoFile } from '../../helpers/place-no-file';
import { makeHandlers } from '../../helpers/make-handlers';
import { startServe } from '../../helpers/start-serve';
import { useServers } from '../../helpers/use-servers';
import { noUnix } from '../../helpers/skip';

const { listen } = useServers();

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zimu-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lockFile = (): string => join(home, 'studio.lock');
const alreadyRunning = { name: 'StudioError', code: 'host/already-running' };

/** The id of a process that has ended. */
function findEndedPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function startHost(): Promise<BrowserHost> {
  return startBrowserHost({
    handlers: makeHandlers({}),
    events: createEventHub(),
    answerBytes: () => Promise.resolve(new Response(null, { status: 404 })),
    rendererDirectory: home,
    uploads: join(home, 'uploads'),
    grant: () => Promise.reject(new Error('not asked for')),
    open: () => Promise.resolve(),
  });
}

describe('the lock of a data folder', () => {
  it.for(noFiles)('is made where %s lies in its place, which is kept', async (kind, { skip }) => {
    skip(noUnix !== undefined, noUnix);
    placeNoFile(kind, lockFile());
    const lock = await lockStudio(home);
    expect(readdirSync(home).toSorted()).toEqual(['studio.lock', 'studio.lock.broken']);
    await expect(lockStudio(home)).rejects.toMatchObject(alreadyRunning);
    await lock.release();
    expect(readdirSync(home)).toEqual(['studio.lock.broken']);
  });

  it('[JN10] is held by one at a time, and given up', async () => {
    const lock = await lockStudio(home);
    await expect(lockStudio(home)).rejects.toMatchObject(alreadyRunning);
    await lock.release();
    expect(readdirSync(home)).toEqual([]);
    await (await lockStudio(home)).release();
  });

  it('makes the folder', async () => {
    const deep = join(home, 'a', 'b');
    const lock = await lockStudio(deep);
    expect(readdirSync(deep)).toEqual(['studio.lock']);
    await lock.release();
  });

  it('is for nobody else to read', async () => {
    const lock = await lockStudio(home);
    expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
    await lock.announce({ url: 'http://127.0.0.1:1/?token=a', handoverToken: 'b' });
    expect(statSync(lockFile()).mode & 0o777).toBe(0o600);
    await lock.release();
  });

  it('says where the studio is', async () => {
    const host = await startHost();
    const lock = await lockStudio(home);
    await lock.announce(host);
    expect(await findRunningStudio(home)).toMatchObject({ pid: process.pid, url: host.url });
    await expect(lockStudio(home)).rejects.toMatchObject({
      ...alreadyRunning,
      data: { path: home, address: host.url },
    });
    await lock.release();
    await host.close();
  });

  it.each([
    ['of a process that is no more', () => JSON.stringify({ pid: findEndedPid(), nonce: 'a' })],
    ['of this id in an earlier start', () => JSON.stringify({ pid: process.pid, nonce: 'a' })],
    [
      'of an id that another program has by now',
      () =>
        JSON.stringify({
          pid: process.ppid,
          nonce: 'a',
          url: 'http://127.0.0.1:9/?token=a',
          handoverToken: 'b',
        }),
    ],
    [
      'of an id that another program has by now, and no address',
      () => JSON.stringify({ pid: process.ppid, nonce: 'a' }),
    ],
    [
      'of an id that another program has by now, where nobody answers',
      () => JSON.stringify({ pid: process.ppid, nonce: 'a', proofPort: 9 }),
    ],
    ['that a power cut left empty', () => ''],
    ['that a power cut left half written', () => '{"pid":1'],
  ])('[JN10] is taken over where it is one %s', async (_name, makeText) => {
    writeFileSync(lockFile(), makeText());
    const lock = await lockStudio(home);
    expect(readdirSync(home)).toEqual(['studio.lock']);
    expect(readFileSync(lockFile(), 'utf8')).toContain(String(process.pid));
    await lock.release();
  });

  it('[JN10] is taken over where another program answers in the place of its holder', async () => {
    const signed = createServer((socket) => {
      // What a program that knows the way but not the secret would say.
      socket.on('data', () => socket.end(randomBytes(32).toString('hex')));
    });
    const silent = createServer(
      (socket) => void socket.on('data', () => socket.end('HTTP/1.1 400')),
    );
    for (const server of [signed, silent]) {
      const proofPort = await listen(server);
      writeFileSync(lockFile(), JSON.stringify({ pid: process.ppid, nonce: 'a', proofPort }));
      const lock = await lockStudio(home);
      await lock.release();
    }
  });

  it('[JN10] is left alone where its process runs and has no address yet', async () => {
    const holder = await lockStudio(home);
    const text = readFileSync(lockFile(), 'utf8');
    await expect(lockStudio(home)).rejects.toMatchObject(alreadyRunning);
    expect(readFileSync(lockFile(), 'utf8')).toBe(text);
    await holder.release();
  });

  it('[JN10] is left alone where its process was stopped, and taken over once that was killed', async ({
    skip,
  }) => {
    skip(noUnix !== undefined, noUnix);
    const { child, ended } = await startServe([], { cwd: home });
    const folder = join(home, '.zimu-home');
    child.kill('SIGSTOP');
    await expect(lockStudio(folder, { answerLimitMs: 100 })).rejects.toMatchObject(alreadyRunning);
    child.kill('SIGKILL');
    await ended;
    await (await lockStudio(folder)).release();
  });

  it('is given up at once where nothing can be waited for', async () => {
    const lock = await lockStudio(home);
    lock.releaseAtOnce();
    expect(readdirSync(home)).toEqual([]);
    const next = await lockStudio(home);
    lock.releaseAtOnce();
    await lock.release();
    expect(readdirSync(home)).toEqual(['studio.lock']);
    await next.release();
  });

  it('is not announced by one that has lost it, nor taken away from its holder', async () => {
    const lost = await lockStudio(home);
    rmSync(lockFile());
    const holder = await lockStudio(home);
    const address = { url: 'http://127.0.0.1:1/', handoverToken: 'b' };
    await expect(lost.announce(address)).rejects.toMatchObject(alreadyRunning);
    await lost.release();
    expect(readdirSync(home)).toEqual(['studio.lock']);
    await holder.release();
  });

  it('[JN10] goes to exactly one of many that start at once over a stale one', async () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: findEndedPid(), nonce: 'a' }));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockStudio(home)));
    const held = results.filter(({ status }) => status === 'fulfilled');
    expect(held).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject(alreadyRunning);
    }
    expect(readdirSync(home)).toEqual(['studio.lock']);
  });
});
