import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import { childrenOf } from '../../helpers/children-of';
import { makeHostFetch } from '../../helpers/host-fetch';
import { type ServingZimu, startServe } from '../../helpers/start-serve';
import { useCliFolder } from '../../helpers/use-cli-folder';

const nobody = 65_534;
const fixtures = resolve(import.meta.dirname, '../../fixtures/children');
const { path, inFolder } = useCliFolder();
let serving: ServingZimu | undefined;
/** The browser that stays, which a studio that is killed cannot take with it. */
let standIns: readonly number[] = [];
afterEach(async () => {
  for (const id of standIns) process.kill(id, 'SIGKILL');
  standIns = [];
  serving?.child.kill('SIGKILL');
  await serving?.ended;
});

interface Findings {
  readonly user: number;
  readonly commandLines: readonly string[];
  readonly tries: number;
  readonly letIn: readonly unknown[];
}

/** What another user of this computer finds out, and where it lets them in. */
async function pry(port: string): Promise<Findings> {
  const child = spawn(process.execPath, ['--input-type=module', '-', path(), port], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(readFileSync(resolve(fixtures, 'pry.mjs')));
  return JSON.parse(await text(child.stdout)) as Findings;
}

it.for(['chromium', 'xdg-open'])(
  'another user of the computer, who sees the command line of %s, does not get in',
  async (program, context) => {
    context.skip(process.platform !== 'linux', 'finds command lines in /proc');
    context.skip(process.getuid?.() !== 0, 'only root can be another user');
    mkdirSync(inFolder('bin'));
    // A browser that is slow: it has its command line, and comes to no page.
    const standIn = `#!${process.execPath}\nsetInterval(() => undefined, 60_000);\n`;
    writeFileSync(inFolder(`bin/${program}`), standIn, { mode: 0o755 });
    // What guards the data folder is its own mode, not that of the folder above it.
    chmodSync(path(), 0o755);
    const env = { DISPLAY: ':0', PATH: inFolder('bin') };
    serving = await startServe(['--window'], { cwd: path(), env });
    const { child, url } = serving;
    await vi.waitFor(() => {
      standIns = childrenOf(child.pid ?? 0, program);
      expect(standIns).toHaveLength(1);
    });
    const { user, commandLines, tries, letIn } = await pry(new URL(url).port);
    expect(user).toBe(nobody);
    expect(commandLines.filter((line) => line.includes(`bin/${program}`))).toHaveLength(1);
    expect(tries).toBeGreaterThan(0);
    expect(letIn).toEqual([]);
    // The studio itself goes on.
    expect((await makeHostFetch(() => url)('/')).status).toBe(200);
  },
);
