import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** A rule by its id, wherever it is named. */
const citation = /\[([A-Z]{2}\d+)\]/gu;
const definition = /^- \*\*\[([A-Z]{2}\d+)\]\*\*/gmu;

function readFiles(folder: string, isWanted: (path: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));
}

function isSource(path: string): boolean {
  return /\.tsx?$/u.test(path);
}

function findIds(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1]!);
}

function sortedIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].toSorted();
}

describe('every SPEC.md', () => {
  const specs = readFiles('electron', (path) => basename(path) === 'SPEC.md');
  const defined = specs.flatMap((spec) => findIds(spec, definition));

  test('is read: those of core, of the vendor, and of the services and their hosts', () => {
    expect(specs).toHaveLength(3);
    for (const id of ['TX1', 'IS1', 'JN1', 'HG1']) expect(defined).toContain(id);
  });

  test('defines every rule once, and none that another has', () => {
    expect(defined).toEqual([...new Set(defined)]);
  });

  test('has a test that cites it for every rule, and every cited rule', () => {
    const cited = readFiles('tests', isSource).flatMap((text) =>
      text
        .split('\n')
        .filter((line) => /^\s*(?:test|it|describe|\]\)\()/u.test(line) || /^\s*\[?'\[/u.test(line))
        .flatMap((line) => findIds(line, citation)),
    );
    expect(sortedIds(cited)).toEqual(sortedIds(defined));
  });

  test('has every rule that the code and the rules themselves name', () => {
    const sources = ['electron', 'renderer/src'].flatMap((folder) => readFiles(folder, isSource));
    const unknown = [...specs, ...sources]
      .flatMap((text) => findIds(text, citation))
      .filter((id) => !defined.includes(id));
    expect(sortedIds(unknown)).toEqual([]);
  });
});
