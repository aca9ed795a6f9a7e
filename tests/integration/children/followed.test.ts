import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noUnix } from '../../helpers/skip';

const program = resolve(import.meta.dirname, '../../../scripts/zimu.mjs');

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zimu-followed-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('a studio that npm started ends in order with the shell between them', async ({ skip }) => {
  skip(noUnix !== undefined, noUnix);
  // The second command keeps every shell from becoming the first one.
  const script = `'${process.execPath}' '${program}' serve --json; :`;
  const shell = spawn('sh', ['-c', script], {
    env: { PATH: process.env['PATH'], HOME: home, ZIMU_HOME: home, npm_lifecycle_event: 'zimu' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(createInterface({ input: shell.stdout }), 'line');
  const lock = join(home, 'studio.lock');
  expect(existsSync(lock)).toBe(true);
  // As npm does with a signal for itself; the shell hands it on to nobody.
  shell.kill('SIGTERM');
  await expect.poll(() => existsSync(lock)).toBe(false);
});
