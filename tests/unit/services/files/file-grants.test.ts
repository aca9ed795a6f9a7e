import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileGrants } from '../../../../electron/services/files/file-grants';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zimu-grants-'));
  await writeFile(join(folder, '采访 1.wav'), 'sound');
  await writeFile(join(folder, 'Talk.ZIMU'), '{}');
  await writeFile(join(folder, '字幕.SRT'), '1\n\n');
  await writeFile(join(folder, 'talk.vtt'), 'WEBVTT');
  await writeFile(join(folder, 'srt'), '1');
  await writeFile(join(folder, 'empty.wav'), '');
  await mkdir(join(folder, 'folder'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ['采访 1.wav', 'media', 5],
  ['Talk.ZIMU', 'project', 2],
  ['字幕.SRT', 'subtitle', 3],
  ['talk.vtt', 'subtitle', 6],
  ['srt', 'media', 1],
] as const)('[OP1] names %s by an id that leads back to it', async (name, kind, sizeBytes) => {
  const grants = createFileGrants();
  const first = await grants.grant(join(folder, name));
  const second = await grants.grant(join(folder, name));
  expect(first).toEqual({ id: first.id, name, kind, sizeBytes });
  expect(first.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(second.id).not.toBe(first.id);
  expect(grants.getPath(first.id)).toBe(join(folder, name));
});

it.each([
  ['gone.wav', 'media/not-found'],
  ['empty.wav', 'media/empty'],
  ['folder', 'media/not-a-file'],
])('refuses %s', async (name, code) => {
  await expect(createFileGrants().grant(join(folder, name))).rejects.toMatchObject({
    code,
    data: { path: join(folder, name) },
  });
});

it('[OP1] knows no path by any other name', async () => {
  const grants = createFileGrants();
  const { id } = await grants.grant(join(folder, 'Talk.ZIMU'));
  for (const guess of ['', `${id}x`, join(folder, 'Talk.ZIMU'), '../Talk.ZIMU']) {
    expect(() => grants.getPath(guess)).toThrow(
      expect.objectContaining({ code: 'file/not-granted' }),
    );
  }
});
