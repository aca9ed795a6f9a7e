import { readdir, stat } from 'node:fs/promises';
import { basename, join, parse, resolve, sep } from 'node:path';
import { isSubtitleName } from '@core/formats/subtitle-extensions';
import { standardInput } from './read-text-source';

/**
 * The files that words of a command line mean, each once: a folder is all files of text in time in it,
 * and a pattern (`*`, `?`, `[…]`) what it fits, as no shell of Windows resolves one. A word that means
 * nothing stays as it is, for whoever reads it to tell.
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
    return (await listNames(path)).filter(isSubtitleName).map((name) => join(path, name));
  }
  if (status !== undefined || !/[*?[]/u.test(path)) return [path];
  const fitting = await matchPattern(path);
  return fitting.length === 0 ? [path] : fitting;
}

/** Files that a pattern fits; names that begin with a point only where it does as well. */
async function matchPattern(pattern: string): Promise<readonly string[]> {
  const { root } = parse(pattern);
  let places: readonly string[] = [root];
  for (const part of pattern.slice(root.length).split(sep)) {
    const next: string[] = [];
    for (const place of places) {
      const isPlain = !/[*?[]/u.test(part);
      const names = isPlain ? [part] : (await listNames(place)).filter(toFilter(part));
      next.push(...names.map((name) => join(place, name)));
    }
    places = next;
  }
  const files = await Promise.all(
    places.map(async (path) =>
      (await stat(path).catch(() => undefined))?.isFile() === true ? [path] : [],
    ),
  );
  return files.flat();
}

function toFilter(part: string): (name: string) => boolean {
  const source = part.replace(/\[!?[^\]]+\]|[\s\S]/gu, (piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    if (piece.length > 1) return piece.replace('[!', '[^').replaceAll('\\', '\\\\');
    return piece.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');
  });
  const fit = new RegExp(`^${source}$`, 'iu');
  return (name) => (part.startsWith('.') || !basename(name).startsWith('.')) && fit.test(name);
}

async function listNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.toSorted((left, right) => (left < right ? -1 : 1));
}
