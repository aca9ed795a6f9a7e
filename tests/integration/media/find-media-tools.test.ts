import { access, chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  findMediaTool,
  findMediaTools,
  type MediaTools,
} from '../../../electron/services/media/find-media-tools';
import { findSystemTools } from '../../helpers/find-system-tools';
import { noUnix } from '../../helpers/skip';

let folder = '';
let tools: MediaTools;
const loadNothing = (): never => {
  throw new Error('Cannot find module');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-tools-'));
  tools = await findSystemTools();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each tool is found with the version it states', () => {
  expect(tools.ffmpeg.version).toMatch(/\d/);
  expect(tools.ffprobe.version).toMatch(/\d/);
});

test('without PATH the npm package serves, from beside the archive', async () => {
  const unpacked = join(folder, 'app.asar.unpacked');
  await mkdir(unpacked);
  await symlink(tools.ffmpeg.path, join(unpacked, 'ffmpeg'));
  const found = await findMediaTool('ffmpeg', {
    environment: { PATH: folder },
    loadPackage: (name) => {
      expect(name).toBe('@ffmpeg-installer/ffmpeg');
      return { path: join(folder, 'app.asar', 'ffmpeg') };
    },
  });
  const { version } = tools.ffmpeg;
  expect(found).toEqual({ path: join(unpacked, 'ffmpeg'), origin: 'npm', version });
});

test('where there is none the error tells where it looked', async () => {
  const search = {
    environment: { PATH: [folder, 'relative'].join(delimiter) },
    loadPackage: loadNothing,
  };
  await expect(findMediaTool('ffprobe', search)).rejects.toMatchObject({
    code: 'tool/ffmpeg-missing',
    data: { tool: 'ffprobe', searched: [join(folder, 'ffprobe'), '@ffprobe-installer/ffprobe'] },
  });
});

test('a setting that does not work is named, not passed over', async ({ skip }) => {
  skip(noUnix !== undefined, noUnix);
  const broken = join(folder, 'broken');
  await writeFile(broken, '#!/bin/sh\necho "no such library" >&2\nexit 127\n');
  await chmod(broken, 0o755);
  const byVariable = findMediaTool('ffmpeg', {
    environment: { ...process.env, ZIMU_FFMPEG: broken },
  });
  await expect(byVariable).rejects.toMatchObject({
    code: 'tool/ffmpeg-missing',
    data: { tool: 'ffmpeg', path: broken, reason: 'no such library', searched: [broken] },
  });
  const bySetting = findMediaTool('ffmpeg', { settings: { ffmpeg: join(folder, 'absent') } });
  await expect(bySetting).rejects.toMatchObject({ data: { path: join(folder, 'absent') } });
});

test('a tool that does not answer is left at once by an abort, and asked again later', async ({
  skip,
}) => {
  skip(noUnix !== undefined, noUnix);
  const path = join(folder, 'slow');
  const asked = join(folder, 'asked');
  const script = `#!/bin/sh\n[ -e '${asked}' ] || { touch '${asked}'; exec sleep 60; }\n`;
  await writeFile(path, `${script}exec '${tools.ffmpeg.path}' "$@"\n`, { mode: 0o755 });
  const search = { settings: { ffmpeg: path } };
  const abort = new AbortController();
  const beganMs = performance.now();
  const cancelled = findMediaTool('ffmpeg', search, abort.signal);
  const outcome = expect(cancelled).rejects.toMatchObject({ code: 'job/cancelled' });
  while (
    !(await access(asked).then(
      () => true,
      () => false,
    ))
  ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  abort.abort();
  await outcome;
  expect(performance.now() - beganMs).toBeLessThan(10_000);
  expect(await findMediaTool('ffmpeg', search)).toMatchObject({ path });
  await expect(findMediaTools(search, abort.signal)).rejects.toMatchObject({
    code: 'job/cancelled',
  });
});

test('order: setting, packaged, PATH; a broken one on the way is passed', async ({ skip }) => {
  skip(noUnix !== undefined, noUnix);
  const packagedFolder = join(folder, 'packaged');
  const platformFolder = join(packagedFolder, `${process.platform}-${process.arch}`);
  const brokenFolder = join(folder, 'broken-bin');
  await mkdir(platformFolder, { recursive: true });
  await mkdir(brokenFolder);
  await symlink(tools.ffmpeg.path, join(platformFolder, 'ffmpeg'));
  await writeFile(join(brokenFolder, 'ffmpeg'), 'not a program');
  await chmod(join(brokenFolder, 'ffmpeg'), 0o755);
  const workingFolder = join(folder, 'bin');
  await mkdir(workingFolder);
  await symlink(tools.ffmpeg.path, join(workingFolder, 'ffmpeg'));
  const environment = { PATH: [brokenFolder, workingFolder].join(delimiter) };

  const chosen = await findMediaTool('ffmpeg', {
    settings: { ffmpeg: tools.ffmpeg.path },
    packagedFolder,
    environment,
  });
  const packaged = await findMediaTool('ffmpeg', { packagedFolder, environment });
  const onPath = await findMediaTool('ffmpeg', { environment, loadPackage: loadNothing });
  expect([chosen, packaged, onPath].map(({ origin, path }) => [origin, path])).toEqual([
    ['setting', tools.ffmpeg.path],
    ['packaged', join(platformFolder, 'ffmpeg')],
    ['path', join(workingFolder, 'ffmpeg')],
  ]);
});

test('a tool is asked once, also by the next start, until its file changes or it is to be checked', async ({
  skip,
}) => {
  skip(noUnix !== undefined, noUnix);
  const path = join(folder, 'counted');
  const asked = join(folder, 'counted-calls');
  const place = (version: string): Promise<void> =>
    writeFile(path, `#!/bin/sh\necho >> '${asked}'\necho "ffmpeg version ${version} of a test"\n`, {
      mode: 0o755,
    });
  const countCalls = async (): Promise<number> => (await readFile(asked, 'utf8')).length;
  const versionsFile = join(folder, 'cache', 'tools.json');
  const search = { settings: { ffmpeg: path }, versionsFile };

  await place('7.1');
  expect(await findMediaTool('ffmpeg', search)).toMatchObject({ version: '7.1' });
  expect(await findMediaTool('ffmpeg', search)).toMatchObject({ version: '7.1' });
  expect(await countCalls()).toBe(1);

  // The next start of the program has nothing but the file.
  vi.resetModules();
  const next = await import('../../../electron/services/media/find-media-tools');
  expect(await next.findMediaTool('ffmpeg', search)).toMatchObject({ version: '7.1' });
  expect(await countCalls()).toBe(1);
  await next.findMediaTool('ffmpeg', { ...search, asksAnew: true });
  expect(await countCalls()).toBe(2);

  await place('7.1.1');
  expect(await next.findMediaTool('ffmpeg', search)).toMatchObject({ version: '7.1.1' });
  expect(await countCalls()).toBe(3);

  // A file that holds something else is as good as none.
  await writeFile(versionsFile, '{"ffmpeg": 1}');
  vi.resetModules();
  const later = await import('../../../electron/services/media/find-media-tools');
  expect(await later.findMediaTool('ffmpeg', search)).toMatchObject({ version: '7.1.1' });
  expect(await countCalls()).toBe(4);
});
