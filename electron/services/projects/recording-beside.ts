import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileExtensions } from '@contract/file-kinds';

/**
 * Recordings that lie beside a subtitle file under its name, by their own names, the likeliest first:
 * `talk.mp4` for `talk.mp4.srt`, `talk.srt` or `talk.en.srt`.
 */
export async function listRecordingsBeside(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const stem = dropExtension(basename(path));
  const wanted = [stem, stem, dropTags(stem)].map(fold);
  const names = (await readdir(folder).catch(() => [])).filter(isRecordingName);
  const ranks = names.map((name) => {
    const [whole, bare] = [fold(name), fold(dropExtension(name))];
    const rank = [whole, bare, bare].findIndex((found, index) => found === wanted[index]);
    return { name, rank };
  });
  return ranks
    .filter(({ rank }) => rank !== -1)
    .sort((left, right) => left.rank - right.rank || order(left.name) - order(right.name))
    .map(({ name }) => join(folder, name));
}

/** What players have in the name of a subtitle file beside that of the recording. */
const tag = /\.(?:[a-z]{2,3}(?:[-_][a-z\d]{2,8})*|forced|default|sdh)$/iu;

function dropTags(stem: string): string {
  return stem.replace(tag, '').replace(tag, '');
}

function isRecordingName(name: string): boolean {
  return order(name) !== -1;
}

function order(name: string): number {
  return fileExtensions.media.indexOf(extname(name).toLowerCase());
}

function dropExtension(name: string): string {
  return basename(name, extname(name));
}

/** Systems differ in how they keep case and accents. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
