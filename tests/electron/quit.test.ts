import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchStudio, readRecords, startStudio } from './use-double';

describe('the end', () => {
  it('comes with the last window, after the services have ended theirs', async () => {
    const { double } = await startStudio();
    await double.evaluate(({ app, BrowserWindow }) => {
      app.on('will-quit', (event) => {
        process.stderr.write(event.defaultPrevented ? 'held\n' : 'let go\n');
      });
      BrowserWindow.getAllWindows()[0]!.close();
    });
    expect(await double.waitForExit()).toBe(0);
    expect(double.readErrors()).toMatch(/held\n(.*\n)*let go\n$/);
  });

  it('does not come when a window refuses to close', async () => {
    const { double } = await startStudio();
    await double.evaluate(({ app, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.once('close', (event) => event.preventDefault());
      app.quit();
    });
    expect(await readRecords(double, 'app.exit')).toEqual([]);
    expect(await double.close()).toBe(0);
  });
});

describe('the end of a session of Windows', () => {
  it('[JN10] gives the data folder free at once, and ends the services', async () => {
    const { double, home } = await startStudio();
    const lock = join(home, 'studio.lock');
    expect(existsSync(lock)).toBe(true);
    const isThere = await double.evaluate(({ BrowserWindow }, path) => {
      BrowserWindow.getAllWindows()[0]!.emit('session-end', {});
      // The system may end the process as soon as the event was told.
      return process.getBuiltinModule('node:fs').existsSync(path);
    }, lock);
    expect(isThere).toBe(false);
    expect(await double.close()).toBe(0);
  });
});

describe('the double itself', () => {
  it.each(['close', 'kill'] as const)('leaves no folder behind, ended by %s', async (end) => {
    const { double } = await launchStudio();
    const folders = [double.profile, await double.evaluate(() => process.env['TMPDIR']!)];
    expect(folders.map((folder) => existsSync(folder))).toEqual([true, true]);
    await double[end]();
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
  });
});
