import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSkeleton, placeElectron } from '../../helpers/set-up-skeleton';
import { describeUnless, noUnix } from '../../helpers/skip';

let folder = '';
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = makeSkeleton();
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** `npm start` with a program in the place of Electron's; a studio in a browser is ended at once. */
function start(
  program: string,
  env: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<Started> {
  const child = spawn(
    process.execPath,
    [join(folder, 'scripts/bootstrap.mjs'), 'start', ...words],
    {
      cwd: folder,
      env: {
        PATH: join(folder, 'bin'),
        HOME: folder,
        ZIMU_HOME: join(folder, 'home'),
        LC_ALL: 'C.UTF-8',
        ELECTRON_OVERRIDE_DIST_PATH: placeElectron(folder, program),
        SEEN: join(folder, 'seen'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.push(child);
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.includes('"url"')) child.kill('SIGTERM');
  });
  return new Promise((fulfil) => {
    child.on('close', (code) => fulfil({ stdout, stderr, code }));
  });
}

const readSeen = (): string => readFileSync(join(folder, 'seen'), 'utf8');
const sandbox =
  'The SUID sandbox helper binary was found, but is not configured correctly. ' +
  'Rather than run without sandboxing I am aborting now.';
const fatal = `[77:1130/120000.123456:FATAL:sandbox/linux/suid/setuid_sandbox_host.cc:169] ${sandbox}`;

describeUnless(noUnix, 'npm start', () => {
  it('opens the studio in a browser where Electron ends at once, and says why', async () => {
    const { stdout, stderr, code } = await start(
      `echo '${fatal}' >&2; echo '#0 0x55d0 base::debug' >&2; exit 133`,
    );
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
      url: expect.stringMatching(/^http:/) as unknown,
    });
    expect(stderr).toContain(`Electron could not show a window on this computer (${sandbox})`);
    expect(code).toBe(0);
  });

  it.each([
    ['no display', "echo '[1:1130/1.2:ERROR:x.cc(1)] Missing X server or $DISPLAY' >&2; exit 1"],
    ['a signal', "echo 'Missing X server or $DISPLAY' >&2; kill -ABRT $$"],
  ])('says so in Chinese: %s', async (_name, program) => {
    const { stdout, stderr } = await start(program, { LC_ALL: 'zh_CN.UTF-8' });
    expect(stdout).toContain('"url"');
    expect(stderr).toContain('没能显示窗口（Missing X server or $DISPLAY）');
  });

  it('gives Electron the product, the files and no word that makes a Node of it', async () => {
    const within = join(folder, 'recordings');
    mkdirSync(within);
    const { code, stdout } = await start(
      'echo "$PWD|$*|${ELECTRON_RUN_AS_NODE-unset}" > "$SEEN"',
      { ELECTRON_RUN_AS_NODE: '1', INIT_CWD: within },
      ['talk.mp4'],
    );
    expect([code, stdout]).toEqual([0, '']);
    const [cwd, words, asNode] = readSeen().trim().split('|');
    expect(cwd).toBe(realpathSync(within));
    expect(words?.replace('--no-sandbox ', '')).toBe(`${realpathSync(folder)} talk.mp4`);
    expect(asNode).toBe('unset');
  });

  it('ends as Electron ended where that had shown a window', async () => {
    const { code, stdout } = await start(
      ': > "$ZIMU_SHOWN_MARK"; echo "$ZIMU_SHOWN_MARK" > "$SEEN"; exit 133',
    );
    expect([code, stdout]).toEqual([133, '']);
    expect(existsSync(readSeen().trim())).toBe(false);
  });
});
