import { describe, expect, it } from 'vitest';
import { startDouble } from '../electron-double/launch-double';
import { shareStudio } from './use-double';

const double = shareStudio(startDouble);

describe('permissions', () => {
  it('[HG11] are denied, except copying and the full screen, when asked for and when checked', async () => {
    const names = [
      'clipboard-sanitized-write',
      'fullscreen',
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'hid',
      'unknown',
    ];
    const decisions = await double().evaluate(
      ({ testDouble }, asked) => asked.map((name) => testDouble.decidePermission(name)),
      names,
    );
    const granted = { request: true, check: true };
    const denied = { request: false, check: false };
    expect(decisions).toEqual([granted, granted, ...names.slice(2).map(() => denied)]);
  });
});

describe('the spell checker', () => {
  it('is kept from fetching dictionaries before anything else touches the session', async () => {
    const records = await double().evaluate(({ testDouble }) => testDouble.records);
    const ofSession = records.filter(({ name }) => /^(?:session\.|window\.)/.test(name));
    expect(ofSession.length).toBeGreaterThan(3);
    expect(ofSession.slice(0, 2)).toEqual([
      {
        name: 'session.setSpellCheckerDictionaryDownloadURL',
        details: 'app://no-dictionaries/',
      },
      { name: 'session.setSpellCheckerEnabled', details: false },
    ]);
  });
});

describe('the page', () => {
  it.each([
    ['https://example.org/', true, false],
    ['file:///etc/passwd', true, false],
    ['app://studio/other.html', true, false],
    ['app://elsewhere/index.html', true, false],
    ['app://studio.example/index.html', true, false],
    ['app://studio@example.org/index.html', true, false],
    ['data:text/html,x', true, false],
    ['media://bytes/media/1', true, false],
    ['app://studio/index.html?again', true, true],
    ['app://studio/index.html', false, false],
  ])('[HG10] going to %s (main frame: %s) is let: %s', async (url, isMainFrame, isLet) => {
    const frame = { url, isMainFrame };
    const answer = await double().evaluate(
      ({ testDouble }, to) => testDouble.mayNavigate(to.url, to.isMainFrame),
      frame,
    );
    expect(answer).toBe(isLet);
  });

  it('[HG10] opens no windows and takes in no webview', async () => {
    const answers = await double().evaluate(({ testDouble, BrowserWindow }) => {
      let isPrevented = false;
      const event = { preventDefault: () => (isPrevented = true) };
      BrowserWindow.getAllWindows()[0]!.webContents.emit('will-attach-webview', event, {}, {});
      return [
        testDouble.askToOpen('https://example.org/'),
        testDouble.askToOpen('app://studio/index.html'),
        isPrevented,
      ];
    });
    expect(answers).toEqual(['deny', 'deny', true]);
  });

  it('[HG10] is not taken to another address by a redirect', async () => {
    const prevented = await double().evaluate(({ BrowserWindow }) =>
      ['https://example.org/', 'app://studio/index.html'].map((url) => {
        let isPrevented = false;
        const event = { url, preventDefault: () => (isPrevented = true) };
        BrowserWindow.getAllWindows()[0]!.webContents.emit('will-redirect', event);
        return isPrevented;
      }),
    );
    expect(prevented).toEqual([true, false]);
  });
});

describe('a call', () => {
  const ours = { url: 'app://studio/index.html', isMainFrame: true, isOurs: true };

  it('[HG12] is answered for the main frame of our window', async () => {
    const outcome = await double().evaluate(
      ({ testDouble }, frame) => testDouble.invoke(frame, 'studio:invoke', 'host.describe', {}),
      ours,
    );
    expect(outcome).toMatchObject({
      value: { ok: true, value: { kind: 'electron', hasNativeDialogs: true } },
    });
  });

  it.each([
    ['a frame within the page', { ...ours, isMainFrame: false }],
    ['contents that are none of our windows', { ...ours, isOurs: false }],
    ['a page of another site', { ...ours, url: 'https://example.org/' }],
    ['a file', { ...ours, url: 'file:///studio/index.html' }],
    ['another page of our scheme', { ...ours, url: 'app://studio/other.html' }],
    ['an empty page', { ...ours, url: 'about:blank' }],
  ])('[HG12] is refused for %s, on every channel', async (_name, frame) => {
    const outcomes = await double().evaluate(
      async ({ testDouble }, from) => [
        await testDouble.invoke(from, 'studio:invoke', 'host.describe', {}),
        await testDouble.invoke(from, 'studio:grantFiles', ['/etc/passwd']),
      ],
      frame,
    );
    expect(outcomes).toEqual(
      ['studio:invoke', 'studio:grantFiles'].map((channel) => ({
        error: `Error invoking remote method '${channel}': Error: unknown sender`,
      })),
    );
  });
});
