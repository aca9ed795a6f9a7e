import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('set-up hands npm no key of the account, for the scripts of every package, and not its silence', () => {
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(folder, name));
  }
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n/usr/bin/env > "${folder}/seen"\nexit 1\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  const { status } = spawnSync(process.execPath, [join(folder, 'scripts/bootstrap.mjs'), 'setup'], {
    // Nothing else is on the path, so that no package of the system is installed either.
    env: {
      PATH: bin,
      HOME: folder,
      ALIYUN_AK_SECRET: 'dummy-secret-key',
      ALIYUN_STS_TOKEN: 'dummy-secret-sts',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'dummy-secret-other',
      ZIMU_ISI_TOKEN: 'dummy-secret-token',
      https_proxy: 'http://proxy.example:3128',
      // From `npm run -s`.
      npm_config_loglevel: 'silent',
    },
  });
  expect(status).toBe(4);
  const seen = readFileSync(join(folder, 'seen'), 'utf8').split('\n');
  expect(seen).toContain('https_proxy=http://proxy.example:3128');
  expect(seen).toContain('npm_config_loglevel=notice');
  expect(seen.filter((line) => line.includes('dummy-secret'))).toEqual([]);
});
