import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFiles, placeNoFile } from '../../../helpers/place-no-file';
import { createTaskStore } from '../../../../electron/services/tasks/task-store';
import { noUnix } from '../../../helpers/skip';

const hourMs = 3_600_000;
let folder = '';
let nowMs = 0;
const lines: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-tasks-'));
  nowMs = 1_000 * hourMs;
  lines.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => createTaskStore({ folder, now: () => nowMs, log: (line) => lines.push(line) });
const task = {
  source: '/talk.wav',
  engine: 'file',
  taskId: 'abcd1234',
  state: { taskId: 'abcd1234' },
};
const findLock = (): string =>
  join(
    folder,
    readdirSync(folder).find((n) => n.endsWith('.lock'))!,
  );

/** The number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

describe('kept tasks', () => {
  it.for(noFiles)(
    'are held where %s lies in place of the lock, and of the task',
    async (kind, { skip }) => {
      skip(noUnix !== undefined, noUnix);
      const first = await open().hold('work', '/talk.wav');
      await first.keep(task);
      const [lock, entry] = [findLock(), findLock().replace(/\.lock$/, '')];
      await first.release();
      placeNoFile(kind, lock);
      const again = await open().hold('work', '/talk.wav');
      expect(again.kept).toMatchObject(task);
      await again.release();
      rmSync(entry);
      placeNoFile(kind, entry);
      const third = await open().hold('work', '/talk.wav');
      expect(third.kept).toBe(undefined);
      await third.release();
      expect(await open().find('abcd1234')).toBe(undefined);
    },
  );

  it('[JO12] are found by the same identity in another run, and by no other', async () => {
    const first = await open().hold('work', '/talk.wav');
    expect(first.kept).toBe(undefined);
    await first.keep(task);
    await first.release();
    const again = await open().hold('work', '/copy.wav');
    expect(again.kept).toMatchObject(task);
    const other = await open().hold('other work', '/talk.wav');
    expect(other.kept).toBe(undefined);
    await again.remove();
    await again.release();
    await other.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tell nothing of the identity, which may hold a signed link', async () => {
    const held = await open().hold('address https://x.test/a.wav?Signature=secret', 'x.test/a.wav');
    await held.keep(task);
    await held.release();
    const [name = ''] = readdirSync(folder);
    expect(name + readFileSync(join(folder, name), 'utf8')).not.toContain('secret');
  });

  it('are for one process at a time', async () => {
    const held = await open().hold('work', '/talk.wav');
    // As another process would have written it: that of the tests' own parent.
    writeFileSync(findLock(), JSON.stringify({ pid: process.ppid, nonce: 'n' }));
    await expect(open().hold('work', '/talk.wav')).rejects.toMatchObject({
      code: 'engine/task-busy',
      data: { path: '/talk.wav', pid: process.ppid },
    });
    await held.release();
    // A lock of another process is not ours to give back.
    expect(readFileSync(findLock(), 'utf8')).toContain(String(process.ppid));
  });

  it('wait for their turn within one process', async () => {
    const store = open();
    const first = await store.hold('work', '/a.wav');
    const order: string[] = [];
    const second = store.hold('work', '/b.wav').then((held) => {
      order.push('second');
      return held;
    });
    await first.keep(task);
    order.push('first');
    await first.release();
    const held = await second;
    expect(order).toEqual(['first', 'second']);
    expect(held.kept).toMatchObject(task);
    await held.release();
  });

  it('are taken over from a process that was killed', async () => {
    const held = await open().hold('work', '/talk.wav');
    await held.keep(task);
    writeFileSync(findLock(), JSON.stringify({ pid: await endedPid(), nonce: 'n' }));
    const next = await open().hold('work', '/talk.wav');
    expect(next.kept).toMatchObject(task);
    await next.release();
  });

  it('are taken over where another process has the number of the one that held them', async () => {
    const held = await open().hold('work', '/talk.wav');
    await held.keep(task);
    const mine = JSON.parse(readFileSync(findLock(), 'utf8')) as { readonly proofPort: number };
    const ofAnother = { ...mine, pid: process.ppid };
    // It still answers, as only the holder can.
    writeFileSync(findLock(), JSON.stringify(ofAnother));
    await expect(open().hold('work', '/talk.wav')).rejects.toMatchObject({
      code: 'engine/task-busy',
    });
    await held.release();
    const next = await open().hold('work', '/talk.wav');
    expect(next.kept).toMatchObject(task);
    await next.release();
  });

  it('are taken over where the number of the process is another one’s since a restart', async () => {
    await open().hold('work', '/talk.wav');
    writeFileSync(findLock(), JSON.stringify({ pid: process.ppid, nonce: 'n' }));
    const before = Date.now() / 1_000 - uptime() - 60;
    utimesSync(findLock(), before, before);
    const next = await open().hold('work', '/talk.wav');
    await next.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are found by the id of their task', async () => {
    const held = await open().hold('work', '/talk.wav');
    await held.keep(task);
    const found = await open().find('abcd1234');
    expect(found?.task.source).toBe('/talk.wav');
    expect(await open().find('other')).toBe(undefined);
    await held.release();
    expect(await open().forget(found!.name)).toBe(true);
    expect(await open().find('abcd1234')).toBe(undefined);
  });

  it('leave after 72 hours, for their uploads to be removed', async () => {
    const held = await open().hold('work', '/talk.wav');
    await held.keep(task);
    await held.release();
    nowMs += 72 * hourMs - 1;
    expect(await open().takeExpired()).toEqual([]);
    nowMs += 1;
    expect(await open().takeExpired()).toMatchObject([task]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[JN9] that cannot be understood are set aside, and said', async () => {
    const held = await open().hold('work', '/talk.wav');
    await held.keep(task);
    await held.release();
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), '{"version":');
    const again = await open().hold('work', '/talk.wav');
    expect(again.kept).toBe(undefined);
    await again.release();
    expect(readdirSync(folder)).toEqual([`${name}.broken`]);
    expect(lines.join()).toContain('cannot be understood');
  });
});
