import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findWindowCommand, openWindow } from '../../../electron/cli/open-window';

const folder = mkdtempSync(join(tmpdir(), 'zimu-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = '/data/way-in/字 1.html';

function placeProgram(name: string, script: string): string {
  const bin = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
  return bin;
}
const find = (
  env: Readonly<Record<string, string>>,
  platform: NodeJS.Platform = 'linux',
  isRoot = false,
): ReturnType<typeof findWindowCommand> =>
  findWindowCommand({ file, home: '/data', env, platform }, isRoot);

describe('the program that shows the studio', () => {
  it('is Chromium as a window of its own, where there is a display', () => {
    const bin = placeProgram('chromium', '');
    for (const display of ['DISPLAY', 'WAYLAND_DISPLAY']) {
      const command = find({ [display]: ':0', PATH: `/absent:${bin}` });
      expect(command?.program).toBe(join(bin, 'chromium'));
      expect(command?.programArguments).toContain('--app=file:///data/way-in/%E5%AD%97%201.html');
      expect(command?.programArguments).toContain('--user-data-dir=/data/window');
      expect(command?.programArguments).not.toContain('--no-sandbox');
      expect(command?.endsWithWindow).toBe(true);
    }
    expect(find({ PATH: bin })).toBeUndefined();
    expect(find({ DISPLAY: '', PATH: bin })).toBeUndefined();
  });

  it('goes without its sandbox only for root, where Chromium does not start otherwise', () => {
    const PATH = placeProgram('google-chrome', '');
    const command = find({ DISPLAY: ':0', PATH }, 'linux', true);
    expect(command?.programArguments).toContain('--no-sandbox');
  });

  it('is the default browser where there is no Chromium', () => {
    const PATH = placeProgram('xdg-open', '');
    const command = find({ DISPLAY: ':0', PATH });
    expect(command).toEqual({
      program: join(PATH, 'xdg-open'),
      programArguments: [file],
      endsWithWindow: false,
    });
    expect(find({ DISPLAY: ':0', PATH: folder })).toBeUndefined();
  });

  it.each([
    ['darwin', 'open', [file]],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler', file]],
  ] as const)('is the default browser on %s', (platform, program, programArguments) => {
    expect(find({}, platform)).toEqual({ program, programArguments, endsWithWindow: false });
  });
});

describe('the window', () => {
  const open = (script: string): Promise<'closed' | 'failed'> => {
    const env = { DISPLAY: ':0', PATH: placeProgram('chromium', script) };
    const window = openWindow({ file, home: folder, env, platform: 'linux' });
    return new Promise((fulfil) => {
      window.onClosed(() => fulfil('closed'));
      window.onFailed(() => fulfil('failed'));
    });
  };

  it('is closed when its program ends', async () => {
    expect(await open('exit 0')).toBe('closed');
  });

  it('failed when its program fails', async () => {
    expect(await open('exit 1')).toBe('failed');
  });

  it('failed where there is no program', async () => {
    const window = openWindow({ file, home: folder, env: {}, platform: 'linux' });
    await new Promise<void>((fulfil) => window.onFailed(fulfil));
  });

  it('ends with the studio', async () => {
    const env = { DISPLAY: ':0', PATH: placeProgram('chromium', 'exec /bin/sleep 60') };
    const window = openWindow({ file, home: folder, env, platform: 'linux' });
    const ended = new Promise<void>((fulfil) => {
      window.onClosed(fulfil);
      window.onFailed(fulfil);
    });
    window.close();
    await ended;
  });
});
