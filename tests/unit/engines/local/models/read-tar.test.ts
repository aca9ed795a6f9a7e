import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTar } from '../../../../../electron/engines/local/models/read-tar';
import { createArchive } from './create-archive';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'zimu-tar-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(archive: Uint8Array, wants: (path: string) => boolean = () => true) {
  const path = join(folder, 'archive.tgz');
  await writeFile(path, archive);
  const found: [string, string][] = [];
  for await (const entry of readTar(path, wants)) found.push([entry.path, entry.bytes.toString()]);
  return found;
}

describe('the archive reader', () => {
  const long = `package/${'deep/'.repeat(30)}file.txt`;
  const archive = createArchive([
    { path: 'package', bytes: Buffer.alloc(0), type: '5' },
    { path: 'package/a.txt', bytes: Buffer.from('first') },
    { path: 'package/link', bytes: Buffer.alloc(0), type: '2' },
    { path: 'package/big', bytes: Buffer.alloc(200_000, 'x') },
    { path: long, bytes: Buffer.from('far down'), pax: true },
    { path: 'package/empty', bytes: Buffer.alloc(0) },
    { path: 'package/exact', bytes: Buffer.alloc(512, 'y') },
    { path: 'package/last', bytes: Buffer.from('end') },
  ]);

  test('gives files with their paths, folders and links left out', async () => {
    expect((await read(archive)).map(([path]) => path)).toEqual([
      'package/a.txt',
      'package/big',
      long,
      'package/empty',
      'package/exact',
      'package/last',
    ]);
  });

  test('gives only what is wanted, whole', async () => {
    const wanted = new Set(['package/a.txt', long, 'package/exact', 'package/last']);
    expect(await read(archive, (path) => wanted.has(path))).toEqual([
      ['package/a.txt', 'first'],
      [long, 'far down'],
      ['package/exact', 'y'.repeat(512)],
      ['package/last', 'end'],
    ]);
  });

  test('an archive cut inside its compression is an error', async () => {
    await expect(read(archive.subarray(0, archive.length - 40))).rejects.toThrow();
  });

  test('an archive cut inside a file is an error', async () => {
    const cut = gzipSync(gunzipSync(archive).subarray(0, 5000));
    await expect(read(cut)).rejects.toThrow('ends early');
  });

  test('a changed header is an error', async () => {
    const plain = gunzipSync(archive);
    plain[512 + 3] = 0x5a;
    await expect(read(gzipSync(plain))).rejects.toThrow('header');
  });

  test('what is not an archive is an error', async () => {
    await expect(read(Buffer.from('<html>not found</html>'))).rejects.toThrow();
  });

  test('a file that is not there is an error', async () => {
    const entries = readTar(join(folder, 'nothing.tgz'), () => true);
    await expect(entries.next()).rejects.toThrow('ENOENT');
  });
});
