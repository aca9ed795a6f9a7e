import { omitUndefined } from '@core/omit-undefined';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { buildDecoder } from '../graph-edit/build-decoder';
import { buildEncoder } from '../graph-edit/build-encoder';
import { buildVoiceDetector } from '../graph-edit/build-voice-detector';
import { type PreparedFile, type SourcePackage, sourcePackages } from './catalogue';
import { type FetchPackage, fetchWithNpm } from './fetch-package';
import { readTar } from './read-tar';
import { hashFile, type Manifest, manifestName, verifyFiles } from './verify-model';

export interface PrepareOptions {
  /** Absolute folder of models; made when it is not there. */
  readonly directory: string;
  /** Takes one line for each step. */
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal;
  /** What to prepare; the built-in models when left out. */
  readonly packages?: readonly SourcePackage[];
  /** Where archives come from; npm when left out. */
  readonly fetchPackage?: FetchPackage;
}

/**
 * Brings a folder of models to the state the catalogue describes. Packages whose files are all
 * there, byte for byte, are left alone, so that calling it again costs one reading of the files.
 * What is fetched, what is taken from it and what is made of it is each checked by checksum, and
 * each file appears under its name only when whole.
 * @throws StudioError `job/cancelled`; `model/missing` when a package cannot be fetched;
 *   `model/corrupt` when an archive or a file is not what the catalogue expects
 */
export async function prepareModels(options: PrepareOptions): Promise<void> {
  const { directory, log, signal, packages = sourcePackages } = options;
  try {
    await makeFolder(directory);
  } catch (thrown) {
    throw toStudioError(describeFailure(thrown, directory, packages));
  }
  for (const source of packages) {
    if (await isPrepared(directory, source.outputs)) {
      log(`${source.name}@${source.version}: ready`);
      continue;
    }
    throwIfCancelled(signal);
    const folder = await mkdtemp(join(directory, '.preparing-'));
    try {
      await preparePackage(source, folder, options);
    } catch (thrown) {
      throwIfCancelled(signal);
      throw toStudioError(describeFailure(thrown, directory, [source]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const manifest: Manifest = {
    files: packages.flatMap(({ outputs }) =>
      outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    ),
  };
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  await writeWhole(join(directory, manifestName), Buffer.from(text));
}

/**
 * Makes a folder and those above it, a level at a time: Node's `mkdir` with `recursive` never ends
 * where a file system refuses new folders with ENOENT, as /proc does (seen with Node 20).
 */
async function makeFolder(path: string): Promise<void> {
  const isFolder = (place: string): Promise<boolean> =>
    stat(place).then(
      (found) => found.isDirectory(),
      () => false,
    );
  const parent = dirname(path);
  if (parent !== path && !(await isFolder(parent))) await makeFolder(parent);
  await mkdir(path).catch(async (thrown: unknown) => {
    // It was there, or somebody else has made it in the meantime.
    if (!(await isFolder(path))) throw thrown;
  });
}

/**
 * A failure under the code and with the data that callers know: a refusal of the file system (no
 * room, no right) means that there is no model, and so does a package that cannot be fetched.
 */
function describeFailure(
  thrown: unknown,
  directory: string,
  packages: readonly SourcePackage[],
): unknown {
  const data = { model: namesOf(packages), path: directory };
  if (thrown instanceof StudioError && thrown.code === 'model/missing') {
    return new StudioError(thrown.code, thrown.message, {
      data: { ...data, ...thrown.data },
      cause: thrown.cause,
    });
  }
  if (!(thrown instanceof Error) || !('syscall' in thrown)) return thrown;
  return new StudioError('model/missing', 'The folder of models cannot be written', {
    data,
    cause: thrown,
  });
}

function namesOf(packages: readonly SourcePackage[]): string {
  return [...new Set(packages.flatMap(({ outputs }) => outputs.map(({ model }) => model)))].join(
    ', ',
  );
}

async function preparePackage(
  source: SourcePackage,
  folder: string,
  { directory, log, signal, fetchPackage = fetchWithNpm }: PrepareOptions,
): Promise<void> {
  const specifier = `${source.name}@${source.version}`;
  log(`${specifier}: fetching`);
  const archive = await fetchPackage(specifier, folder, signal);
  throwIfCancelled(signal);
  const integrity = `sha512-${await hashFile(archive, 'sha512', 'base64')}`;
  if (integrity !== source.integrity) {
    throw createCorruptError(specifier, `The archive of ${specifier} is not the published one`);
  }
  log(`${specifier}: reading the archive`);
  const inputs = await readInputs(source, archive);
  for (const output of source.outputs) {
    throwIfCancelled(signal);
    log(`${output.path}: writing`);
    const bytes = applyRecipe(output, inputs);
    if (bytes.length !== output.bytes || digest(bytes) !== output.sha256) {
      throw createCorruptError(specifier, `${output.path} did not come out as expected`, output);
    }
    await writeWhole(join(directory, output.path), bytes);
  }
}

/** The package's inputs by path, each checked. */
async function readInputs(
  source: SourcePackage,
  archive: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const specifier = `${source.name}@${source.version}`;
  const expected = new Map(source.inputs.map(({ path, sha256 }) => [path, sha256]));
  const inputs = new Map<string, Uint8Array>();
  try {
    for await (const { path, bytes } of readTar(archive, (path) => expected.has(path))) {
      if (digest(bytes) === expected.get(path)) inputs.set(path, bytes);
    }
  } catch (thrown) {
    throw createCorruptError(specifier, 'The archive cannot be read', undefined, thrown);
  }
  const lacking = source.inputs.find(({ path }) => !inputs.has(path));
  if (lacking) throw createCorruptError(specifier, `${lacking.path} is not the expected file`);
  return inputs;
}

function applyRecipe(
  { recipe }: PreparedFile,
  inputs: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const input = (path: string): Uint8Array => {
    const bytes = inputs.get(path);
    if (!bytes) throw new TypeError(`${path} is not among the package's inputs`);
    return bytes;
  };
  switch (recipe.kind) {
    case 'copy':
      return input(recipe.from);
    case 'text':
      return Buffer.from(recipe.text);
    case 'voice-detector':
      return buildVoiceDetector(input(recipe.from));
    case 'encoder':
      return buildEncoder(input(recipe.encoder), input(recipe.decoder), recipe.shape);
    case 'decoder':
      return buildDecoder(input(recipe.decoder), recipe.shape, recipe.alignmentHeads);
  }
}

/** Whether every file is there, byte for byte. A missing manifest alone fetches nothing anew. */
async function isPrepared(directory: string, files: readonly PreparedFile[]): Promise<boolean> {
  try {
    await verifyFiles(directory, files);
    return true;
  } catch {
    // Missing or damaged: either way the package is prepared again.
    return false;
  }
}

/** Writes a file beside its place and moves it there, so that no half file bears its name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StudioError('job/cancelled', 'Preparing the models was stopped');
}

function createCorruptError(
  specifier: string,
  message: string,
  output?: PreparedFile,
  cause?: unknown,
): StudioError {
  return new StudioError('model/corrupt', message, {
    data: { package: specifier, model: output?.model ?? '', path: output?.path ?? '' },
    ...omitUndefined({ cause }),
  });
}
