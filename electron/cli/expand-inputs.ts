import { readdir, stat } from 'node:fs/promises';
import { basename, join, parse, resolve, sep } from 'node:path';
import { isSubtitleName } from '@core/formats/subtitle-extensions';
import { nameWordTimes } from '@core/formats/word-times';
import { standardInput } from './read-text-source';

/**
 * The files that words of a command line mean, each once: a folder is all files of text in time in it
 * but hidden ones and the times of words beside a file that is there, and a pattern (`*`, `?`, `[…]`)
 * what it fits, as no shell of Windows resolves one. Brackets that fit nothing stand for themselves, as
 * releases have them in their names (`[Group-Raws] Title - 01.srt`). A word that means nothing stays as
 * it is, for whoever reads it to tell.
 * @returns absolute paths, or `-`
 */
export async function expandInputs(
  words: readonly string[],
  workingDirectory: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const word of words) {
    if (word === standardInput) found.push(word);
    else found.push(...(await expandPath(resolve(workingDirectory, word))));
  }
  return [...new Set(found)];
}

async function expandPath(path: string): Promise<readonly string[]> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    const names = (await listNames(path)).filter((name) => !name.startsWith('.'));
    const timesBeside = new Set(names.map(nameWordTimes));
    const wanted = names.filter((name) => isSubtitleName(name) && !timesBeside.has(name));
    return selectFiles(wanted.map((name) => join(path, name)));
  }
  if (status !== undefined || !/[*?[]/u.test(path)) return [path];
  for (const hasClasses of [true, false]) {
    const fitting = await matchPattern(path, hasClasses);
    if (fitting.length > 0) return fitting;
  }
  return [path];
}

/**
 * Files that a pattern fits; names that begin with a point only where it does as well.
 * @param hasClasses whether brackets are classes of characters, else they stand for themselves
 */
async function matchPattern(pattern: string, hasClasses: boolean): Promise<readonly string[]> {
  const { root } = parse(pattern);
  const wildcard = hasClasses ? /[*?[]/u : /[*?]/u;
  let places: readonly string[] = [root];
  for (const part of pattern.slice(root.length).split(sep)) {
    const next: string[] = [];
    const fits = wildcard.test(part) ? toFilter(part, hasClasses) : undefined;
    for (const place of places) {
      const names = fits === undefined ? [part] : (await listNames(place)).filter(fits);
      next.push(...names.map((name) => join(place, name)));
    }
    places = next;
  }
  return selectFiles(places);
}

async function selectFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all(
    paths.map(async (path) =>
      (await stat(path).catch(() => undefined))?.isFile() === true ? [path] : [],
    ),
  );
  return files.flat();
}

function toFilter(part: string, hasClasses: boolean): (name: string) => boolean {
  const source = part.replace(/\[!?[^\]]+\]|[\s\S]/gu, (piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    if (piece.startsWith('[') && piece.length > 1 && hasClasses) return toClass(piece);
    return piece.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  });
  const fit = new RegExp(`^${source}$`, 'iu');
  return (name) => (part.startsWith('.') || !basename(name).startsWith('.')) && fit.test(name);
}

/** `[a-c]` or `[!a-c]`; what is no class of characters (`[Snow-Raws]`) fits nothing. */
function toClass(piece: string): string {
  const source = piece.replace('[!', '[^').replaceAll('\\', '\\\\');
  try {
    return new RegExp(source, 'iu').source;
  } catch {
    return '[]';
  }
}

async function listNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.toSorted((left, right) => (left < right ? -1 : 1));
}
