import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const citation = /\[((?:TX|RK|AL|CU|FM|ED|HI|PF|RS|TC|IS|JO|CH)\d+)\]/gu;
const definition = /^- \*\*\[([A-Z]{2}\d+)\]\*\*/gmu;

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => join(root, folder, path));
}

function findIds(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1]!);
}

function sortedIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].toSorted();
}

describe('SPEC.md', () => {
  const spec = ['electron/core/SPEC.md', 'electron/isi/SPEC.md']
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const defined = findIds(spec, definition);

  test('every rule is defined once', () => {
    expect(defined).toEqual([...new Set(defined)]);
    expect(defined.length).toBeGreaterThan(0);
  });

  test('every rule is proved by a test that cites it, and every cited rule exists', () => {
    const cited = listFiles('tests').flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /^\s*(?:test|it|describe|\]\)\()/u.test(line) || /^\s*\[?'\[/u.test(line))
        .flatMap((line) => findIds(line, citation)),
    );
    expect(sortedIds(cited)).toEqual(sortedIds(defined));
  });

  test('every rule named in the code and in the rules themselves exists', () => {
    const named = [spec, ...listFiles('electron').map((path) => readFileSync(path, 'utf8'))];
    const unknown = named
      .flatMap((text) => findIds(text, citation))
      .filter((id) => !defined.includes(id));
    expect(sortedIds(unknown)).toEqual([]);
  });
});
