import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileGrant, MediaAccess, PreloadBridge, Reply } from '@contract/api';
import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchDouble, type RunningDouble } from '../electron-double/launch-double';
import {
  callStudio,
  createFolder,
  readRecords,
  shareStudio,
  useSharedChromium,
} from './use-double';

declare global {
  interface Window {
    readonly studio: PreloadBridge;
  }
}

const speech = resolve(import.meta.dirname, '../fixtures/audio/short-english.flac');

function copySpeech(): string {
  const path = join(createFolder(), 'talk.flac');
  copyFileSync(speech, path);
  return path;
}

function readGrants(reply: Reply): readonly FileGrant[] {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value as readonly FileGrant[];
}

/** Its Chromium is its own: it shows whether other pages come to be in it, and how one crashes. */
const double = shareStudio(launchDouble);
const launchStudio = useSharedChromium();

describe('the page', () => {
  it('[HG9] has the bridge of the preload and nothing of Node', async () => {
    const found = await double().page.evaluate(() => ({
      bridge: Object.keys(window.studio).sort(),
      isFrozen: Object.isFrozen(window.studio),
      foreign: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
      double: Object.getOwnPropertyNames(window).filter((name) => /double/i.test(name)),
    }));
    expect(found).toEqual({
      bridge: ['grantFiles', 'invoke', 'subscribe'],
      isFrozen: true,
      foreign: [],
      double: [],
    });
  });

  it('hears an event as often as it asked to, over one listener of the channel', async () => {
    const { page } = double();
    await page.evaluate(() => {
      const heard: number[] = [];
      const stops = Array.from({ length: 40 }, (_, index) =>
        window.studio.subscribe('settings.changed', () => heard.push(index)),
      );
      const same = (): void => void heard.push(100);
      stops.push(window.studio.subscribe('settings.changed', same));
      stops.push(window.studio.subscribe('settings.changed', same));
      // Leaves, and leaves again: the other of the same function stays.
      for (const index of [3, 3, 40, 40]) stops[index]!();
      Object.assign(window, { heard, stopAll: () => stops.forEach((stop) => stop()) });
    });
    const update = { changes: { theme: 'dark' } } as const;
    await callStudio(double(), 'settings.update', update);
    const expected = [...Array.from({ length: 40 }, (_, index) => index), 100];
    const read = (): Promise<unknown> =>
      page.evaluate(() => (window as unknown as { heard: number[] }).heard);
    await expect.poll(read).toEqual(expected.filter((index) => index !== 3));
    await page.evaluate(() => (window as unknown as { stopAll: () => void }).stopAll());
    await callStudio(double(), 'settings.update', { changes: { theme: undefined } });
    await page.evaluate(() => window.studio.invoke('settings.read', {}));
    expect(await read()).toHaveLength(expected.length - 1);
  });

  it('cannot put another bridge in the place of ours', async () => {
    const kind = await double().page.evaluate(() => {
      const before = window.studio;
      try {
        Object.assign(window, { studio: { invoke: () => undefined } });
      } catch {
        // Refused, as it should be; a script that is not strict is refused silently.
      }
      return window.studio === before;
    });
    expect(kind).toBe(true);
  });

  it('[HG9] runs no inline script, evaluates nothing and loads nothing from elsewhere', async () => {
    const outcome = await double().page.evaluate(async () => {
      const blocked: string[] = [];
      const allBlocked = new Promise<void>((fulfil) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          blocked.push(`${event.effectiveDirective} ${event.blockedURI}`);
          if (blocked.length === 5) fulfil();
        });
      });
      const script = document.createElement('script');
      script.textContent = 'window.hasRunInline = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.org/pixel.png';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(image, frame);
      const evaluated = await new Promise((fulfil) => {
        // A function given as text is compiled by the page, so its own policy holds.
        setTimeout(() => {
          try {
            fulfil((0, eval)('1'));
          } catch (thrown) {
            fulfil((thrown as Error).name);
          }
        });
      });
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      await allBlocked;
      frame.remove();
      return { blocked, evaluated, fetched, hasRun: 'hasRunInline' in window };
    });
    expect(outcome).toMatchObject({ evaluated: 'EvalError', fetched: 'refused', hasRun: false });
    expect(outcome.blocked.sort()).toEqual([
      'connect-src https://example.org/',
      'frame-src https://example.org',
      'img-src https://example.org/pixel.png',
      'script-src eval',
      'script-src-elem inline',
    ]);
    expect(await readRecords(double(), 'network')).toEqual([]);
  });

  it('[HG10] opens no window', async () => {
    const { page } = double();
    const before = page.context().pages().length;
    const isRefused = await page.evaluate(() => window.open('https://example.org/popup') === null);
    expect(isRefused).toBe(true);
    await expect
      .poll(() => readRecords(double(), 'window.open'))
      .toEqual([{ url: 'https://example.org/popup', action: 'deny' }]);
    await expect.poll(() => page.context().pages().length).toBe(before);
    expect(await readRecords(double(), 'network')).toEqual([]);
  });

  it('stays where it is', async () => {
    const { page } = double();
    const before = page.url();
    await page.evaluate(() => {
      Object.assign(window, { isStillHere: true });
      location.href = 'https://example.org/away';
    });
    await expect
      .poll(() => readRecords(double(), 'navigation'))
      .toEqual([{ url: 'https://example.org/away', isMainFrame: true, isAllowed: false }]);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => 'isStillHere' in window)).toBe(true);
  });

  it('may copy, and is denied what else a page can ask for', async () => {
    const states = await double().page.evaluate(async () => {
      const ask = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        write: await ask('clipboard-write'),
        read: await ask('clipboard-read'),
        geolocation: await ask('geolocation'),
        notifications: await ask('notifications'),
        microphone: await ask('microphone'),
      };
    });
    expect(states).toEqual({
      write: 'granted',
      read: 'denied',
      geolocation: 'denied',
      notifications: 'denied',
      microphone: 'denied',
    });
  });
});

describe('a file', () => {
  it('picked in the page is granted by the path that only the preload can see', async () => {
    const own = double();
    const path = copySpeech();
    await addFileInput(own);
    await own.page.setInputFiles('#pick', path);
    const reply = await own.page.evaluate(() => {
      const { files } = document.querySelector<HTMLInputElement>('#pick')!;
      return window.studio.grantFiles([...files!]);
    });
    const [grant] = readGrants(reply);
    expect(grant).toMatchObject({ name: 'talk.flac', kind: 'media' });
    const opened = await own.page.evaluate(
      (fileId) => window.studio.invoke('projects.openFile', { fileId }),
      grant!.id,
    );
    expect(opened).toMatchObject({ ok: true, value: { mediaPath: path } });
  });

  it('dropped on the page is granted as well', async () => {
    const { double: own } = await launchStudio();
    const { page } = own;
    // A file that is let go over a window that is still being made falls beside it.
    await page.getByRole('banner').waitFor();
    await page.evaluate(() => {
      const dropped = new Promise((fulfil) => {
        const hear = (event: DragEvent): void => {
          event.preventDefault();
          event.stopPropagation();
          if (event.type === 'drop') {
            fulfil(window.studio.grantFiles([...event.dataTransfer!.files]));
          }
        };
        for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, hear, true);
      });
      Object.assign(window, { dropped });
    });
    await dropFile(await page.context().newCDPSession(page), copySpeech());
    const reply = await page.evaluate(
      () => (window as unknown as { dropped: Promise<Reply> }).dropped,
    );
    expect(readGrants(reply)).toMatchObject([{ name: 'talk.flac', kind: 'media' }]);
    expect(await readRecords(own, 'navigation')).toEqual([]);
  });

  it('made by a script is on no disk and refused', async () => {
    const reply = await double().page.evaluate(() =>
      window.studio.grantFiles([new File(['x'], 'made.wav')]),
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'file/not-granted' } });
  });

  it('is a File, or the preload throws', async () => {
    const message = await double().page.evaluate(async () => {
      try {
        await window.studio.grantFiles([{ path: '/etc/passwd' }]);
        return 'granted';
      } catch (thrown) {
        return (thrown as Error).message;
      }
    });
    expect(message).toContain('must be a File');
  });
});

describe('a recording', () => {
  it('plays and seeks in the page, and its bytes can be fetched', async () => {
    const { double: own } = await launchStudio({ args: [copySpeech()] });
    const id = await waitForProject(own);
    const outcome = await own.page.evaluate(async (projectId) => {
      const reply = await window.studio.invoke('media.open', { projectId });
      if (!reply.ok) throw new Error(reply.error.message);
      const { url } = reply.value as MediaAccess;
      const audio = new Audio(url);
      const heard = (name: string): Promise<unknown> =>
        new Promise((fulfil, reject) => {
          audio.addEventListener(name, fulfil, { once: true });
          audio.addEventListener('error', () => reject(new Error(audio.error?.message)));
        });
      await heard('loadedmetadata');
      const sought = heard('seeked');
      audio.currentTime = 5;
      await sought;
      const played = heard('timeupdate');
      await audio.play();
      await played;
      while (audio.currentTime <= 5) await heard('timeupdate');
      const part = await fetch(url, { headers: { range: 'bytes=0-3' } });
      return {
        durationS: audio.duration,
        hasMovedOn: audio.currentTime > 5,
        status: part.status,
        begin: await part.text(),
      };
    }, id);
    expect(outcome).toMatchObject({ hasMovedOn: true, status: 206, begin: 'fLaC' });
    expect(outcome.durationS).toBeCloseTo(6.5, 1);
  });
});

describe('the end of the page', () => {
  it('comes after its last words were heard', async () => {
    const { double: own, home } = await launchStudio();
    await own.page.evaluate(() => {
      window.addEventListener('pagehide', () => {
        void window.studio.invoke('settings.update', { changes: { volume: 0.25 } });
      });
    });
    expect(await own.close()).toBe(0);
    const settings = readFileSync(join(home, 'settings.json'), 'utf8');
    expect(JSON.parse(settings)).toMatchObject({ volume: 0.25 });
  });
});

describe('a crash of the page', () => {
  // The last of all: what was shown before is gone then.
  it('costs nothing but a reload', async () => {
    const own = double();
    await own.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    });
    const countCalls = async (): Promise<number> => (await readRecords(own, 'ipc')).length;
    const session = await own.page.context().newCDPSession(own.page);
    // The page that is told to crash cannot answer that it did.
    void session.send('Page.crash').catch(() => undefined);
    await expect.poll(() => readRecords(own, 'webContents.reload')).toHaveLength(1);
    const before = await countCalls();
    // The page that came back asks for its beginning.
    await expect.poll(countCalls, { timeout: 20_000 }).toBeGreaterThan(before);
  });
});

/** The project that the studio was started with. */
async function waitForProject(studio: RunningDouble): Promise<string> {
  const read = async (): Promise<string | undefined> =>
    (await callStudio(studio, 'projects.list', {}))[0]?.id;
  await expect.poll(read, { timeout: 20_000 }).toBeDefined();
  return (await read())!;
}

async function addFileInput({ page }: RunningDouble): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'pick';
    document.body.append(input);
  });
}

/** Drops a file from the disk in the middle of the window, as a file manager does. */
async function dropFile(session: CDPSession, path: string): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  }
}
