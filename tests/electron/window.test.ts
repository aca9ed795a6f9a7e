import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, describe, it } from 'vitest';
import { callStudio, createFolder, readRecords, startStudio } from './use-double';

describe('the window', () => {
  it('[HG9] has a page without privileges, and is shown once it is painted', async () => {
    const { double } = await startStudio();
    const [options] = await double.evaluate(({ testDouble }) => testDouble.listWindowOptions());
    expect(options).toMatchObject({
      width: 1280,
      height: 800,
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    const icon = options?.icon as string;
    expect(readFileSync(icon).subarray(1, 4).toString()).toBe('PNG');
    expect(options?.webPreferences?.preload).toMatch(/out\/preload\/index\.cjs$/);
    expect(await readRecords(double, 'app.enableSandbox')).toHaveLength(1);
    expect(await readRecords(double, 'window.show')).toHaveLength(1);
  });

  it('is told of to who started the program, once it is painted', async () => {
    const mark = join(createFolder(), 'shown');
    const { double } = await startStudio({ env: { ZIMU_SHOWN_MARK: mark } });
    expect(await readRecords(double, 'window.show')).toHaveLength(1);
    expect(existsSync(mark)).toBe(true);
  });

  it('comes back where it was left', async () => {
    const { double, home } = await startStudio();
    await double.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window!.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
      window!.maximize();
    });
    await double.close();
    expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 40, y: 30, width: 1100, height: 700 },
      isMaximised: true,
    });
    const again = await startStudio({ env: { ZIMU_HOME: home } });
    const [options, isMaximised] = await again.double.evaluate(({ BrowserWindow, testDouble }) => [
      testDouble.listWindowOptions()[0],
      BrowserWindow.getAllWindows()[0]!.isMaximized(),
    ]);
    expect(options).toMatchObject({ x: 40, y: 30, width: 1100, height: 700 });
    expect(isMaximised).toBe(true);
  });

  it('is kept soon after it was moved, for an end without warning', async () => {
    const { double, home } = await startStudio();
    await double.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 7, y: 8, width: 1000, height: 650 }),
    );
    await expect
      .poll(() => readFileSync(join(home, 'window.json'), 'utf8'), { timeout: 5_000 })
      .toContain('"x":7');
    expect(await double.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      1,
    );
  });

  it.each([
    ['on a display that is gone', { x: 5000, y: 100, width: 1100, height: 700 }],
    ['damaged', 'not what it should be'],
  ])('opens in the middle of the main display when its place is %s', async (_name, bounds) => {
    const home = createFolder();
    writeFileSync(join(home, 'window.json'), JSON.stringify({ bounds, isMaximised: false }));
    const { double } = await startStudio({
      env: { ZIMU_HOME: home, ELECTRON_DOUBLE_DISPLAYS: '0,0,1280,720' },
    });
    const [options] = await double.evaluate(({ testDouble }) => testDouble.listWindowOptions());
    expect(options?.x).toBeUndefined();
    expect(options?.y).toBeUndefined();
    expect(options?.width).toBeLessThanOrEqual(1280);
    expect(options?.height).toBeLessThanOrEqual(720);
  });

  it('has the ground of the theme before anything is painted, and follows it', async () => {
    const home = createFolder();
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ theme: 'dark' }));
    const { double } = await startStudio({ env: { ZIMU_HOME: home } });
    const [options] = await double.evaluate(({ testDouble }) => testDouble.listWindowOptions());
    expect(options?.backgroundColor).toBe('#0e0e0e');
    await callStudio(double, 'settings.update', { changes: { theme: 'light' } });
    expect(await double.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
    expect(await readRecords(double, 'window.setBackgroundColor')).toEqual(['#f9f9f9']);
    await callStudio(double, 'settings.update', { changes: { theme: undefined } });
    expect(await double.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
  });
});

describe('a page that crashed', () => {
  it.each([
    ['is reloaded if the person wants it', 0, 'webContents.reload'],
    ['ends the studio otherwise', 1, 'app.quit'],
  ])('%s', async (_name, response, expected) => {
    const { double } = await startStudio();
    await double.evaluate(({ dialog, BrowserWindow }, chosen) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = ((_window: unknown, options: unknown) => {
        asked.push(options);
        return Promise.resolve({ response: chosen, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      // Keeps the process, so that it can be asked what it did.
      BrowserWindow.getAllWindows()[0]!.on('close', (event) => event.preventDefault());
      const details = { reason: 'crashed', exitCode: 5 };
      BrowserWindow.getAllWindows()[0]!.webContents.emit('render-process-gone', {}, details);
    }, response);
    await expect.poll(() => readRecords(double, expected)).toHaveLength(1);
    expect(await double.evaluate(() => (globalThis as { asked?: unknown[] }).asked)).toMatchObject([
      { message: 'The window stopped working.', buttons: ['Reload', 'Quit'], defaultId: 0 },
    ]);
  });
});
