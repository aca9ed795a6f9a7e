import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { type ServingZimu, startServe } from '../helpers/start-serve';
import { findChromiumWithWindows } from './hosts/find-chromium';
import { expect, test } from './studio-test';

/** What another program of this computer was sent by a browser. */
interface Stranger {
  readonly port: number;
  /** Every header and address of every request. */
  readonly heard: string[];
  readonly cookies: string[];
  close(): void;
}

/** Serves a page that asks the studio for whatever it can, as the page of an attacker would. */
async function startStranger(studioPort: number): Promise<Stranger> {
  const heard: string[] = [];
  const cookies: string[] = [];
  const server = createServer((asked, response) => {
    heard.push(`${asked.url ?? ''} ${JSON.stringify(asked.rawHeaders)}`);
    if (asked.headers.cookie !== undefined) cookies.push(asked.headers.cookie);
    const at = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${studioPort}`);
    response.setHeader('content-type', 'text/html').end(
      `<title>stranger</title>${at.map((url) => `<img src="${url}/"><iframe src="${url}/"></iframe>`).join('')}
      <script>Promise.all(${JSON.stringify(at)}.map((url) =>
        fetch(url + '/invoke', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).catch(() => 0)
      )).then(() => document.title = 'done')</script>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    cookies,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

let serving: ServingZimu | undefined;
test.afterEach(async () => {
  serving?.child.kill('SIGTERM');
  await serving?.ended;
  serving = undefined;
});

/** The status of a path of the studio, asked for with what was overheard. */
async function askStudio(
  port: number,
  host: string,
  path: string,
  cookie: string,
): Promise<number> {
  const headers = { host, cookie };
  const sent = request({ host: '127.0.0.1', port, path, headers }).end();
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; destroy(): void }];
  answer.destroy();
  return answer.statusCode;
}

test(
  'gives no other port of this computer what opens it',
  { tag: '@browser' },
  async ({ studio }) => {
    const { page } = studio;
    const { port: portText, host } = new URL(page.url());
    const port = Number(portText);
    const stranger = await startStranger(port);
    for (const name of ['127.0.0.1', 'localhost', 'zimu-0.localhost']) {
      await page.goto(`http://${name}:${stranger.port}/`);
      await expect(page).toHaveTitle('done');
    }
    stranger.close();
    expect(stranger.heard.length).toBeGreaterThanOrEqual(3);
    expect(stranger.cookies).toEqual([]);
    expect(stranger.heard.join('\n')).not.toContain('zimu=');
    // The name is the half of the key, so it is told to nobody either.
    expect(stranger.heard.join('\n')).not.toContain(host);
    for (const cookie of ['', ...stranger.cookies]) {
      for (const name of [host, `127.0.0.1:${port}`, `localhost:${port}`]) {
        for (const path of ['/', '/events', '/bytes/media/x']) {
          const status = await askStudio(port, name, path, cookie);
          expect(status, `${path} at ${name} with ${cookie}`).toBe(401);
        }
      }
    }
    // Back in the studio, whose page has kept its cookie.
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.reload();
    await expect(studio.window.start.openButton).toBeVisible();
  },
);

test(
  'is opened by Chromium through a file, and by its command line for nobody',
  { tag: '@browser' },
  async ({ playwright }, testInfo) => {
    const folder = testInfo.outputPath('way-in');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    const program = join(folder, 'bin', 'chromium');
    // The real one, where nobody has a display.
    writeFileSync(
      program,
      `#!/bin/sh\nexec '${findChromiumWithWindows()}' --headless=new --remote-debugging-port=0 "$@"\n`,
    );
    chmodSync(program, 0o755);
    const PATH = [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter);
    serving = await startServe(['--window'], {
      cwd: folder,
      env: { PATH, DISPLAY: ':0', HOME: folder },
    });
    const home = join(folder, '.zimu-home');
    const portFile = join(home, 'window', 'DevToolsActivePort');
    await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8')).toMatch(/\n/);
    const [debugPort = ''] = readFileSync(portFile, 'utf8').split('\n');
    const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
    const [page] = browser.contexts()[0]?.pages() ?? [];
    const { host, origin } = new URL(serving.url);
    await expect.poll(() => page?.url()).toBe(`${origin}/`);
    await page?.getByRole('banner').waitFor();
    expect(await page?.evaluate('[document.referrer, history.length]')).toEqual(['', 1]);
    await page?.reload();
    await page?.getByRole('banner').waitFor();
    await expect.poll(() => readdirSync(join(home, 'way-in'))).toEqual([]);
    if (process.platform === 'linux') {
      const lines = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => readCommandLine(`/proc/${name}/cmdline`))
        .filter((line) => line.includes(home));
      // The browser and its children.
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.join('\n')).not.toMatch(/[0-9a-f]{32}/);
      expect(lines.join('\n')).not.toContain(host);
    }
    await browser.close();
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(join(home, 'way-in'))).toBe(false);
    expect(serving.stderr()).not.toContain('No browser has opened the studio');
  },
);

function readCommandLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
