import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { filesOfModel, type ModelName, type PreparedFile } from './catalogue';

/** Written last by `prepareModels`: what the folder of models holds. */
export const manifestName = 'manifest.json';

export interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly files: readonly ManifestEntry[];
}

const allModels: readonly ModelName[] = ['base', 'tiny', 'voice-detector'];

/**
 * Whether every model is there, by the manifest and the sizes of the files: a few system calls.
 * @param modelsDirectory absolute folder of models
 */
export async function modelsAreReady(modelsDirectory: string): Promise<boolean> {
  const problems = await Promise.all(
    allModels.map((model) => findModelProblem(modelsDirectory, model)),
  );
  return problems.every((problem) => problem === undefined);
}

/**
 * What stands against using a model, found without reading its files: `model/missing` when a file
 * is not there, `model/corrupt` when one has another size or was prepared from other contents. The
 * error's data name the model and the file. Undefined when all is well.
 */
export async function findModelProblem(
  modelsDirectory: string,
  model: ModelName,
): Promise<StudioError | undefined> {
  return findFileProblem(modelsDirectory, filesOfModel(model));
}

/** {@link findModelProblem} for a list of files. */
export async function findFileProblem(
  modelsDirectory: string,
  files: readonly PreparedFile[],
): Promise<StudioError | undefined> {
  for (const file of files) {
    const bytes = await findSize(join(modelsDirectory, file.path));
    if (bytes === undefined) return createMissingError(modelsDirectory, file);
    if (bytes !== file.bytes) return createCorruptError(modelsDirectory, file);
  }
  const manifest = await readManifest(modelsDirectory);
  for (const file of files) {
    const entry = manifest?.files.find((candidate) => candidate.path === file.path);
    if (entry?.sha256 !== file.sha256) return createCorruptError(modelsDirectory, file);
  }
  return undefined;
}

/** Files found whole in this process, by path, size and time of change. */
const verified = new Set<string>();

/**
 * Makes sure of every byte of a model before it is loaded: a damaged file can end a process in
 * native code, where no exception is caught. The first call for a model reads its files through
 * (base: 62 MB); later ones in the same process look only for a change of size or time.
 * @throws StudioError `model/missing` or `model/corrupt` with the model and the file
 */
export async function verifyModel(modelsDirectory: string, model: ModelName): Promise<void> {
  await verifyFiles(modelsDirectory, filesOfModel(model));
}

/** {@link verifyModel} for a list of files. */
export async function verifyFiles(
  modelsDirectory: string,
  files: readonly PreparedFile[],
): Promise<void> {
  for (const file of files) {
    const path = join(modelsDirectory, file.path);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) throw createMissingError(modelsDirectory, file);
    if (found.size !== file.bytes) throw createCorruptError(modelsDirectory, file);
    const key = `${path}|${found.size}|${found.mtimeMs}|${file.sha256}`;
    if (verified.has(key)) continue;
    if ((await hashFile(path, 'sha256', 'hex')) !== file.sha256) {
      throw createCorruptError(modelsDirectory, file);
    }
    verified.add(key);
  }
}

/** Digest of a file's contents, read as a stream. */
export async function hashFile(
  path: string,
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest(encoding);
}

async function readManifest(modelsDirectory: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(modelsDirectory, manifestName), 'utf8'));
    return isManifest(value) ? value : undefined;
  } catch {
    // A manifest that cannot be read says as little as none: the models count as not prepared.
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' && value !== null && Array.isArray((value as Partial<Manifest>).files)
  );
}

async function findSize(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

function createMissingError(modelsDirectory: string, file: PreparedFile): StudioError {
  return new StudioError('model/missing', `A file of the model ${file.model} is not there`, {
    data: { model: file.model, path: join(modelsDirectory, file.path) },
  });
}

function createCorruptError(modelsDirectory: string, file: PreparedFile): StudioError {
  return new StudioError('model/corrupt', `A file of the model ${file.model} is damaged`, {
    data: { model: file.model, path: join(modelsDirectory, file.path) },
  });
}
