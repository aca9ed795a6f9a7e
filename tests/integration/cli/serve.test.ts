import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient, type StudioClient } from '@contract/client';
import {
  createHttpTransport,
  type HttpTransport,
} from '../../../renderer/src/client/http-transport';
import { childrenOf, isRunning } from '../../helpers/children-of';
import { fetchFromHost, makeHostFetch } from '../../helpers/host-fetch';
import { makeMedia } from '../../helpers/make-media';
import { type ServingZimu, startServe } from '../../helpers/start-serve';
import { longSpeech, useCliFolder } from '../../helpers/use-cli-folder';

const { path, inFolder, place, zimu, inside } = useCliFolder();
const started: ServingZimu[] = [];
const transports: HttpTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

async function serve(...words: string[]): Promise<ServingZimu> {
  return serveWith(words, {});
}

async function serveWith(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServingZimu> {
  const serving = await startServe(words, { cwd: path(), env });
  started.push(serving);
  return serving;
}

function connectTo({ url }: Pick<ServingZimu, 'url'>): StudioClient {
  const transport = createHttpTransport({ fetch: makeHostFetch(() => url), retryMs: 50 });
  transports.push(transport);
  return createClient(transport);
}

const lockFile = (): string[] =>
  readdirSync(inFolder('.zimu-home')).filter((name) => name.startsWith('studio.lock'));

describe('zimu serve', () => {
  it('says its address in the first line, and serves there what was built', async () => {
    const { url, stdout, stderr } = await serve();
    expect(stdout()).toMatch(
      /^\{"url":"http:\/\/zimu-[0-9a-f]{32}\.localhost:\d+\/\?token=[0-9a-f]{64}"\}\n$/,
    );
    await vi.waitFor(() => expect(stderr()).toContain(`Zimu Studio is at ${url}`));
    const page = await makeHostFetch(() => url)('/');
    expect(await page.text()).toContain('<div id="root">');
    expect((await fetchFromHost(new URL('/', url))).status).toBe(401);
    const description = await connectTo({ url }).call('host.describe', {});
    expect(description).toMatchObject({ kind: 'browser', hasNativeDialogs: false });
  });

  it.each([
    ['SIGTERM, and says nothing to people with --json', 'SIGTERM', ['--json']],
    ['SIGINT', 'SIGINT', []],
    ['SIGHUP', 'SIGHUP', []],
  ] as const)('ends cleanly, with a page connected, on %s', async (_name, signal, words) => {
    const serving = await serve(...words);
    await connectTo(serving).call('host.describe', {});
    expect(lockFile()).toEqual(['studio.lock']);
    serving.child.kill(signal);
    expect(await serving.ended).toEqual({ code: 0, signal: null });
    expect(lockFile()).toEqual([]);
    await expect(fetchFromHost(serving.url)).rejects.toThrow();
    if (words.length === 0) return;
    expect(serving.stderr()).toBe('');
    expect(serving.stdout().trimEnd().split('\n')).toHaveLength(1);
  });

  it('ends cleanly in the middle of a job, with its children, and keeps what was recognised', async (context) => {
    context.skip(process.platform !== 'linux', 'finds child processes in /proc');
    makeMedia(inFolder('long.wav'), ['-stream_loop', '10', '-i', longSpeech]);
    const serving = await serve('long.wav');
    const client = connectTo(serving);
    const { projectId = '' } = await client.call('host.initialProject', {});
    const recognised = new Promise<void>((fulfil) => {
      client.on('job.changed', ({ sentenceCount }) => {
        if (sentenceCount > 0) fulfil();
      });
    });
    await client.call('jobs.start', { projectId, engine: 'local', language: 'en', model: 'tiny' });
    await recognised;
    const pid = serving.child.pid ?? 0;
    const children = ['engine-child', 'ffmpeg'].flatMap((name) => childrenOf(pid, name));
    expect(children.length).toBeGreaterThan(1);
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toEqual({ code: 0, signal: null });
    // The system may need a moment to take a killed process away.
    await expect.poll(() => children.filter(isRunning)).toEqual([]);
    expect(serving.stderr()).not.toContain('cut off');

    const again = connectTo(await serve());
    const { project } = await again.call('projects.open', { projectId });
    expect(project.sentences.length).toBeGreaterThan(0);
    // It goes on where it was [JO5].
    const [job] = await again.call('jobs.list', {});
    expect(['queued', 'running']).toContain(job?.state);
    expect(job?.goesOn).toBe(true);
    expect(job?.sentenceCount).toBeGreaterThan(0);
  });

  it('listens on the port it is told, and says so when it is taken', async () => {
    const taken = createServer();
    await new Promise<void>((fulfil) => taken.listen(0, '127.0.0.1', fulfil));
    const port = String((taken.address() as AddressInfo).port);
    const refused = await inside('serve', '--port', port);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`The port ${port} cannot be used`);
    expect(lockFile()).toEqual([]);
    await new Promise((fulfil) => taken.close(fulfil));
    expect(new URL((await serve('--port', port)).url).port).toBe(port);
  });

  it.each([['70000'], ['-1'], ['x']])('refuses the port %s', async (port) => {
    expect(await inside('serve', `--port=${port}`)).toMatchObject({ code: 2, stdout: '' });
  });

  it('opens the files it is given', async () => {
    const serving = await serve(place('talk.flac'));
    const client = connectTo(serving);
    const { projectId } = await client.call('host.initialProject', {});
    const { project } = await client.call('projects.open', { projectId: projectId ?? '' });
    expect(project.media.path).toBe(inFolder('talk.flac'));
  });

  it('does not start on a file that is not there', async () => {
    const refused = await inside('serve', 'absent.mp4');
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('[media/not-found]');
    expect(lockFile()).toEqual([]);
  });
});

describe('zimu serve --window', () => {
  const placeBrowser = (): string => {
    const folder = inFolder('bin');
    mkdirSync(folder);
    const visitor = resolve(import.meta.dirname, '../../fixtures/children/visit-once.mjs');
    copyFileSync(visitor, inFolder('bin/chromium'));
    chmodSync(inFolder('bin/chromium'), 0o755);
    return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  };

  it('ends when its window was closed', async () => {
    const env = { DISPLAY: ':0', PATH: placeBrowser() };
    const serving = await serveWith(['--window'], env);
    expect(await serving.ended).toEqual({ code: 0, signal: null });
    expect(lockFile()).toEqual([]);
  });

  it('goes on without a window where there is no display', async () => {
    const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, PATH: placeBrowser() };
    const serving = await serveWith(['--window'], env);
    await vi.waitFor(() => expect(serving.stderr()).toContain('No window can be opened here'));
    expect(await connectTo(serving).call('jobs.list', {})).toEqual([]);
  });
});

describe('a second zimu serve on the same data folder', () => {
  it('ends and says where the first is, or hands its file over, or says why it cannot be opened', async () => {
    const first = await serve();
    const client = connectTo(first);
    const refused = await inside('serve', 'absent.mp4');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('[media/not-found]');

    const second = await inside('serve');
    expect(second).toMatchObject({ code: 4, stdout: '' });
    expect(second.stderr).toContain('[host/already-running]');
    expect(second.stderr).toContain(first.url);
    expect(await client.call('jobs.list', {})).toEqual([]);

    const requested = vi.fn();
    client.on('project.openRequested', requested);
    expect(await client.call('projects.list', {})).toEqual([]);
    const third = await zimu('serve', place('talk.flac'));
    expect(third).toMatchObject({ code: 0, stdout: `${JSON.stringify({ url: first.url })}\n` });
    expect(third.stderr).toContain('already running');
    await vi.waitFor(() => expect(requested).toHaveBeenCalledOnce());
    const [{ id } = { id: '' }] = await client.call('projects.list', {});
    expect(requested).toHaveBeenCalledWith({ projectId: id });
  });

  it('takes the place of one that was killed', async () => {
    const first = await serve();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(lockFile()).toEqual(['studio.lock']);
    mkdirSync(inFolder('.zimu-home/uploads/.incoming'), { recursive: true });
    writeFileSync(inFolder('.zimu-home/uploads/.incoming/half'), 'sound');
    mkdirSync(inFolder('.zimu-home/way-in'), { recursive: true });
    writeFileSync(inFolder('.zimu-home/way-in/1.html'), 'page');
    const second = await serve();
    expect(existsSync(inFolder('.zimu-home/way-in'))).toBe(false);
    expect(second.url).not.toBe(first.url);
    expect(readdirSync(inFolder('.zimu-home/uploads'))).toEqual([]);
  });
});
