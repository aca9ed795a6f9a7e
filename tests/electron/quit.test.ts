import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readRecords, startStudio } from './use-double';

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

  it('leaves nothing in the temporary folder', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('electron-double-'));
    const { double } = await startStudio();
    await double.close();
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('electron-double-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });
});
