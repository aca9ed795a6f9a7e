import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder, writePrivateFile } from '../files/private-files';
import { readRegularText } from '../files/regular-file';

/** What a tool answered, and the state of its file when it did. */
const rememberedSchema = z.record(
  z.string(),
  z.object({ state: z.string(), version: z.string().min(1) }),
);
type Remembered = z.infer<typeof rememberedSchema>;

/** Of this process, by name and path of the tool. */
const known = new Map<string, Remembered[string]>();

/**
 * The version that a tool gave when it was last asked, as long as its file is the same by path, size
 * and time. Only a tool that answered is remembered: one that failed may be repaired.
 * @param file where answers outlive the process; without it they are kept for its life alone
 */
export async function recallVersion(
  name: string,
  path: string,
  file: string | undefined,
): Promise<string | undefined> {
  const state = await readState(path);
  const key = formatKey(name, path);
  const found = known.get(key) ?? (await readFile(file))[key];
  if (state === undefined || found?.state !== state) return undefined;
  known.set(key, found);
  return found.version;
}

/** Remembers what a tool answered; a file that cannot be written only means that it is asked again. */
export async function rememberVersion(
  name: string,
  path: string,
  version: string,
  file: string | undefined,
): Promise<void> {
  const state = await readState(path);
  if (state === undefined) return;
  const key = formatKey(name, path);
  known.set(key, { state, version });
  if (file === undefined) return;
  // Both tools are asked at once, and each writes all that this process knows.
  const all = { ...(await readFile(file)), ...Object.fromEntries(known) };
  await makePrivateFolder(dirname(file))
    .then(() => writePrivateFile(file, JSON.stringify(all)))
    .catch(() => undefined);
}

function formatKey(name: string, path: string): string {
  return `${name} ${path}`;
}

async function readState(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    return `${size} ${mtimeNs}`;
  } catch {
    return undefined;
  }
}

async function readFile(file: string | undefined): Promise<Remembered> {
  if (file === undefined) return {};
  try {
    return rememberedSchema.parse(JSON.parse(await readRegularText(file)));
  } catch {
    // Not there yet, or nothing of ours.
    return {};
  }
}
