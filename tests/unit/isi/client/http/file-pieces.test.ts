import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFilePieces } from '../../../../../electron/isi/client/http/file-pieces';

const mebibyte = 1024 * 1024;

/** What the pieces were, and what was told on the way. */
async function read(
  bytes: Uint8Array,
  stretch: { beginByte: number; endByte: number },
  slowReadMs?: number,
): Promise<{ read: Buffer; told: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'zimu-pieces-'));
  const path = join(folder, 'audio.wav');
  await writeFile(path, bytes);
  const file = await open(path);
  const pieces: Uint8Array[] = [];
  const told: number[] = [];
  try {
    const onSent = (sentBytes: number): number => told.push(sentBytes);
    for await (const piece of readFilePieces({ file, path, ...stretch }, onSent, slowReadMs)) {
      pieces.push(Uint8Array.from(piece));
    }
    return { read: Buffer.concat(pieces), told };
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}

// With no time allowed every piece that is read at once is a slow one.
test.for([
  ['a quick disk', undefined],
  ['a slow disk', 0],
] as const)('a stretch of a file, byte for byte: %s', async ([, slowReadMs]) => {
  const bytes = randomBytes(20 * mebibyte);
  const stretch = { beginByte: 11, endByte: 19 * mebibyte + 7 };
  const { read: came, told } = await read(bytes, stretch, slowReadMs);
  expect(came.equals(bytes.subarray(stretch.beginByte, stretch.endByte))).toBe(true);
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(came.length);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
});

test('nothing of a file', async () => {
  expect(await read(randomBytes(10), { beginByte: 4, endByte: 4 })).toEqual({
    read: Buffer.alloc(0),
    told: [0],
  });
});

test('a file that is shorter than was said', async () => {
  await expect(read(randomBytes(10), { beginByte: 0, endByte: 11 })).rejects.toMatchObject({
    code: 'media/unreadable',
    data: { reason: 'it became shorter while it was sent' },
  });
});
