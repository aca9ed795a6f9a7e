import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MethodName, Reply } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../electron/services/handlers';
import { findMediaTools } from '../../../electron/services/media/find-media-tools';
import type { HostSide } from '../../../electron/services/workspace';
import { openTestWorkspace, type TestWorkspace } from '../../helpers/open-test-workspace';

let studio: TestWorkspace;
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-bounds-'));
  studio = await openTestWorkspace();
});
afterEach(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A call as a page makes it, whoever wrote the page. */
function call(name: MethodName, input: unknown, host: Partial<HostSide> = {}): Promise<Reply> {
  const handlers = createHandlers(studio.workspace, { ...studio.host, ...host });
  return dispatch(handlers, name, input);
}

/** A program that leaves a trace when it is run. */
function writeProgram(name: string, lines: readonly string[] = []): string {
  const path = join(folder, name);
  writeFileSync(path, ['#!/bin/sh', `touch '${path}.ran'`, ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
  return path;
}

const refused = { ok: false, error: { code: 'usage/invalid' } };
const readKept = (): string => {
  const path = join(studio.home, 'settings.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

describe("a page's call", () => {
  it.each(['ffmpegPath', 'ffprobePath'])('[OP4] chooses no program: %s', async (name) => {
    const path = writeProgram('attack');
    expect(await call('settings.update', { changes: { [name]: path } })).toMatchObject(refused);
    await call('settings.diagnose', {});
    expect(existsSync(`${path}.ran`)).toBe(false);
    expect(studio.workspace.settings.read()).toEqual({});
    expect(readKept()).toBe('');
  });

  it('may let one be found by itself again', async () => {
    await studio.workspace.settings.update({ ffmpegPath: '/opt/ffmpeg', theme: 'dark' });
    const reply = await call('settings.update', { changes: {}, cleared: ['ffmpegPath'] });
    expect(reply).toEqual({ ok: true, value: { theme: 'dark' } });
  });

  it.each([
    ['of a proxy', { proxy: { url: 'http://name:s3cr3t@proxy.test:3128' } }],
    ['of a proxy without a scheme', { proxy: { url: 'name:s3cr3t@proxy.test:3128' } }],
    ['of a storage', { bucket: { name: 'abc', endpoint: 'http://name:s3cr3t@oss.test' } }],
  ])('keeps no password in the address %s', async (_name, cloud) => {
    const reply = await call('settings.update', { changes: { theme: 'dark', cloud } });
    expect(reply).toMatchObject(refused);
    expect(JSON.stringify(reply)).not.toContain('s3cr3t');
    expect(studio.workspace.settings.read()).toEqual({});
    expect(readKept()).toBe('');
  });

  it('takes the addresses that the window takes', async () => {
    const cloud = {
      proxy: { url: 'http://10.0.0.1:3128', username: 'name' },
      bucket: { name: 'abc', endpoint: 'https://oss.test' },
    };
    expect(await call('settings.update', { changes: { cloud } })).toMatchObject({ ok: true });
  });

  it('[HG7] makes the settings no larger than they may be, and nothing is lost', async () => {
    await call('settings.update', { changes: { theme: 'dark' } });
    const before = readKept();
    const presets = Array.from({ length: 40 }, (_, index) => ({
      ...{ name: `p${index}`, engine: 'file' },
      values: { customisation: 'x'.repeat(60_000) },
    }));
    const some = presets.slice(0, 10);
    const changes = { theme: 'light', cloudParameters: { presets } };
    expect(await call('settings.update', { changes })).toMatchObject({
      ok: false,
      error: { code: 'settings/too-large', data: { kilobytes: 2403, most: 1000 } },
    });
    expect(studio.workspace.settings.read()).toEqual({ theme: 'dark' });
    expect(readKept()).toBe(before);
    const fewer = { changes: { cloudParameters: { presets: some } } };
    expect(await call('settings.update', fewer)).toMatchObject({ ok: true });
  });

  it.each([
    ['columns', { tableColumns: Array.from({ length: 101 }, () => 'a') }],
    ['the name of a column', { tableColumns: ['a'.repeat(201)] }],
    ['parts', { panelSizes: Object.fromEntries([...Array(201).keys()].map((key) => [key, 1])) }],
    ['the name of a model', { model: 'a'.repeat(201) }],
    [
      'Appkeys with parameters',
      {
        cloudParameters: {
          last: { file: Object.fromEntries([...Array(201).keys()].map((key) => [key, {}])) },
        },
      },
    ],
  ])('[HG7] is bounded in %s', async (_name, changes) => {
    expect(await call('settings.update', { changes })).toMatchObject(refused);
  });
});

describe('a program', () => {
  it('[OP4] is chosen by no page where there is no dialog of the system', async () => {
    const reply = await call('settings.chooseTool', { tool: 'ffmpeg' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'host/unsupported' } });
  });

  const choose = (tool: string, path: string | undefined): Promise<Reply> =>
    call('settings.chooseTool', { tool }, { chooseTool: () => Promise.resolve(path) });

  it('that a person chose is kept where it answers as it should', async () => {
    const { ffprobe } = await findMediaTools();
    const wrapped = writeProgram('wrapped', [`exec '${ffprobe.path}' "$@"`]);
    expect(await choose('ffprobe', wrapped)).toEqual({ ok: true, value: { ffprobePath: wrapped } });
    expect(JSON.parse(readKept())).toEqual({ ffprobePath: wrapped });
    expect(await choose('ffprobe', undefined)).toEqual({
      ok: true,
      value: { ffprobePath: wrapped },
    });
  });

  it('[OP4] that is not what it was chosen for is refused, and the old one stays', async () => {
    const { ffmpeg, ffprobe } = await findMediaTools();
    await choose('ffmpeg', ffmpeg.path);
    const plain = join(folder, 'plain');
    writeFileSync(plain, '#!/bin/sh\n');
    const wrong = [
      [writeProgram('other', ['echo other version 5']), /^other-answer$/],
      [writeProgram('failing', ['echo no such library >&2', 'exit 127']), /no such library/],
      [ffprobe.path, /^other-answer$/],
      [plain, /^not-executable$/],
      [folder, /^not-executable$/],
      ['/dev/null', /^not-executable$/],
      [join(folder, 'absent'), /^not-executable$/],
    ] as const;
    for (const [path, reason] of wrong) {
      expect(await choose('ffmpeg', path)).toMatchObject({
        ok: false,
        error: {
          code: 'tool/refused',
          data: { tool: 'ffmpeg', path, reason: expect.stringMatching(reason) as unknown },
        },
      });
    }
    expect(studio.workspace.settings.read()).toEqual({ ffmpegPath: ffmpeg.path });
  });

  it('is none of another name', async () => {
    expect(await choose('sh', '/bin/sh')).toMatchObject(refused);
  });
});
