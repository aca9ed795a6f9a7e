import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeElectron } from '../../helpers/set-up-skeleton';

const electronVite = join(
  dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
  'bin/electron-vite.js',
);

/** It is set-up's, which has no types. */
const command = pathToFileURL(
  resolve(import.meta.dirname, '../../../scripts/lib-dev-command.mjs'),
).href;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-dev-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A product of one file, which electron-vite builds in a moment. */
function placeProduct(): void {
  const config = `export default { main: { build: { rolldownOptions: { input: 'main.js' } } } };`;
  writeFileSync(join(folder, 'electron.vite.config.mjs'), config);
  writeFileSync(join(folder, 'main.js'), 'export {};');
  writeFileSync(join(folder, 'package.json'), '{"type":"module","main":"out/main/main.js"}');
}

describe('npm run dev', () => {
  it('has electron-vite start the product by its path, as anybody, whatever Electron has noted', async (context) => {
    context.skip(process.platform === 'win32', 'the program in the place of Electron is for sh');
    placeProduct();
    const seen = join(folder, 'seen');
    const lines = `echo "$*|\${ELECTRON_RUN_AS_NODE-unset}|$ZIMU_DEVELOPMENT" > "${seen}"`;
    const electron = join(placeElectron(folder, lines), 'electron');
    const { composeDevCommand } = (await import(command)) as {
      readonly composeDevCommand: (given: object) => {
        readonly words: readonly string[];
        readonly env: NodeJS.ProcessEnv;
      };
    };
    for (const isRoot of [true, false]) {
      const { words, env } = composeDevCommand({
        ...{ root: folder, electron, isRoot, files: ['talk.mp4', '-odd.mp4'] },
        environment: { PATH: process.env['PATH'], ELECTRON_RUN_AS_NODE: '1' },
      });
      // From a folder within, as where `npm run dev` was called.
      mkdirSync(join(folder, 'within'), { recursive: true });
      const environment = { ...env, INIT_CWD: join(folder, 'within') };
      const { status, stderr } = spawnSync(process.execPath, [electronVite, ...words], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      const flags = isRoot ? ' --no-sandbox' : '';
      const expected = `${folder} talk.mp4 -odd.mp4${flags}|unset|1`;
      expect(readFileSync(seen, 'utf8').trim()).toBe(expected);
    }
  });
});
