import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudioSettings } from '@contract/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../../../electron/services/settings/settings-store';
import { noUnix } from '../../../helpers/skip';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-settings-'));
  path = join(folder, 'home', 'settings.json');
  await mkdir(join(folder, 'home'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function createStore(file = path) {
  const published: StudioSettings[] = [];
  const lines: string[] = [];
  const store = await createSettingsStore({
    path: file,
    publish: (name, payload) => {
      if (name === 'settings.changed') published.push(payload as StudioSettings);
    },
    log: (line) => lines.push(line),
  });
  return { store, published, lines };
}
const readKept = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

describe('settings', () => {
  it('are kept for the next start, with what another version wrote', async () => {
    await writeFile(path, JSON.stringify({ ffmpegPath: '/opt/ffmpeg', later: { a: 1 } }));
    const { store, published } = await createStore();
    expect(store.read()).toEqual({ ffmpegPath: '/opt/ffmpeg' });
    const changed = { ffmpegPath: '/opt/ffmpeg', theme: 'dark', columnWidths: { text: 300 } };
    expect(await store.update({ theme: 'dark', columnWidths: { text: 300 } })).toEqual(changed);
    expect(published).toEqual([changed]);
    expect(await readKept()).toEqual({ ...changed, later: { a: 1 } });
    expect((await createStore()).store.read()).toEqual(changed);
  });

  it('go back to their defaults', async () => {
    await writeFile(path, JSON.stringify({ theme: 'dark', volume: 0.5 }));
    const { store } = await createStore();
    expect(await store.update({ theme: undefined })).toEqual({ volume: 0.5 });
    expect(await readKept()).toEqual({ volume: 0.5 });
  });

  it('of many quick changes hold all', async () => {
    const { store } = await createStore();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        store.update({ panelSizes: { ...store.read().panelSizes, [`p${index}`]: index } }),
      ),
    );
    expect(Object.keys(((await readKept()) as StudioSettings).panelSizes ?? {})).toHaveLength(30);
    expect(await readdir(join(folder, 'home'))).toEqual(['settings.json']);
  });

  it.each([
    ['no JSON', '{"theme": "dark",'],
    ['a list', '[]'],
    ['a value that is none', '{"theme": "purple"}'],
  ])(
    '[JN9] that are broken (%s) are set aside, told and never overwritten',
    async (_case, text) => {
      await writeFile(path, text);
      await writeFile(`${path}.broken`, 'an earlier one');
      const { store, lines } = await createStore();
      expect(store.read()).toEqual({});
      expect(store.problem).toMatchObject({
        code: 'settings/unreadable',
        data: { path: `${path}.broken-2` },
      });
      expect(lines.join()).toContain(`${path}.broken-2`);
      await store.update({ theme: 'light' });
      expect(await readKept()).toEqual({ theme: 'light' });
      expect(await readFile(`${path}.broken`, 'utf8')).toBe('an earlier one');
      expect(await readFile(`${path}.broken-2`, 'utf8')).toBe(text);
    },
  );

  it('that cannot be written hold all the same', async () => {
    const { store, published } = await createStore(join(folder, 'home', 'settings.json', 'x.json'));
    await writeFile(path, 'a file where a folder should be');
    await expect(store.update({ theme: 'dark' })).rejects.toMatchObject({
      code: 'settings/unwritable',
      data: { path: join(path, 'x.json') },
    });
    expect(store.read()).toEqual({ theme: 'dark' });
    expect(published).toEqual([{ theme: 'dark' }]);
  });

  it('keep the rights of their file', async ({ skip }) => {
    skip(noUnix !== undefined, noUnix);
    await writeFile(path, '{}');
    await chmod(path, 0o600);
    const { store } = await createStore();
    await store.update({ theme: 'dark' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
