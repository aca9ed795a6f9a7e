import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compilePlanted,
  findForbiddenImports,
  findOpenStarts,
  findRawWrites,
  folderRules,
} from './architecture-rules';
import { engineIds } from '../electron/engines/registry';
import { findEngineIds, findEngineTalk } from './engine-ids';
import { findImportCircles, findUpwardImports, readImportGraph } from './import-graph';
import { findImpurities } from './purity';

const root = resolve(import.meta.dirname, '..');

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

const sources = [...listSources('electron'), ...listSources('renderer/src')];

describe('who may import whom', () => {
  it('holds in every source file', () => {
    const problems = sources.flatMap((path) =>
      findForbiddenImports(root, path, readFileSync(join(root, path), 'utf8')),
    );
    expect(problems).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  const plants: readonly (readonly [string, string, string])[] = [
    ['a package in core', 'electron/core/plant.ts', "import { app } from 'electron';"],
    ['React in core', 'electron/core/plant.ts', "import React from 'react';"],
    ['a Node module in core', 'electron/core/plant.ts', "import 'node:fs';"],
    ['services from core', 'electron/core/plant.ts', "import '../services/studio';"],
    ['the vendor from core', 'electron/core/plant.ts', "import '@isi/web-address';"],
    ['a Node module in what the vendor means', 'electron/isi/domain/plant.ts', "import 'node:fs';"],
    [
      "the vendor's clients from what the vendor means",
      'electron/isi/domain/plant.ts',
      "import '../client/retry';",
    ],
    [
      "the vendor's clients from the command line",
      'electron/cli/plant.ts',
      "import '../isi/client/retry';",
    ],
    ['services from engines', 'electron/engines/plant.ts', "import '../services/studio';"],
    [
      'an engine past the registry',
      'electron/services/plant.ts',
      "import '../engines/local/local-engine';",
    ],
    [
      'one engine from another',
      'electron/engines/scripted/plant.ts',
      "import '../local/local-engine';",
    ],
    ['Electron in a service', 'electron/services/plant.ts', "import { app } from 'electron';"],
    ['Electron in the host', 'electron/host/plant.ts', "import { app } from 'electron';"],
    ['Node in the preload', 'electron/preload/plant.ts', "import 'node:fs';"],
    [
      'services from the renderer',
      'renderer/src/app/plant.ts',
      "import '../../../electron/services/studio';",
    ],
    ['a second importer of keytar', 'electron/services/plant.ts', "import keytar from 'keytar';"],
    [
      'keytar through createRequire',
      'electron/services/plant.ts',
      "createRequire(import.meta.url)('keytar');",
    ],
    ['the command line from a service', 'electron/services/plant.ts', "import '../cli/terminal';"],
    [
      'the host from another command',
      'electron/cli/commands/plant.ts',
      "await import('../../host/serve-studio');",
    ],
    ['a dynamic import', 'electron/core/plant.ts', "await import('node:os');"],
    ['a folder without a rule', 'electron/elsewhere/plant.ts', 'export {};'],
  ];
  it.each(plants)('refuses %s', (_name, path, text) => {
    expect(findForbiddenImports(root, path, text)).toHaveLength(1);
  });

  it('has a row for every folder that exists, and no row for one that does not', () => {
    const unused = folderRules.filter(
      ({ folder }) => !sources.some((path) => path.startsWith(`${folder}/`)),
    );
    expect(unused).toEqual([]);
  });
});

describe('which way imports run', () => {
  const paths = [...listSources('electron'), ...listSources('renderer')];
  const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const plant = (...files: readonly (readonly [string, string])[]): Map<string, string> =>
    new Map([...texts, ...files]);
  const upper = 'electron/core/planted-upper.ts';
  const lower = 'electron/core/planted-lower.ts';

  it('is in no circle, imports of types and dynamic ones counted', () => {
    expect(findImportCircles(readImportGraph(root, texts))).toEqual([]);
  });

  it.each([
    ['of values', "import { upper } from './planted-upper'; upper();"],
    ['of types', "import type { Upper } from './planted-upper'; export type X = Upper;"],
    ['of types in place', "export type X = import('./planted-upper').Upper;"],
    ['by a re-export', "export * from './planted-upper';"],
    ['while it runs', "await import('@core/planted-upper');"],
  ])('finds a circle %s', (_name, text) => {
    const files = plant([upper, "import './planted-lower';"], [lower, text]);
    expect(findImportCircles(readImportGraph(root, files))).toContainEqual([lower, upper]);
  });

  it('is down between rooms', () => {
    expect(findUpwardImports(readImportGraph(root, texts))).toEqual([]);
  });

  it.each([
    ['upwards', 'electron/core/plant.ts', "import type { Studio } from '../services/studio';"],
    ['to what stands beside', 'electron/main/plant.ts', "import '../preload/index';"],
    ['from a room without a floor', 'electron/elsewhere/plant.ts', 'export {};'],
  ])('finds one %s', (_name, path, text) => {
    expect(findUpwardImports(readImportGraph(root, plant([path, text])))).toHaveLength(1);
  });
});

describe('who knows engines by name', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');

  it('is nobody but the engines themselves', () => {
    expect(sources.flatMap((path) => findEngineIds(path, read(path), engineIds))).toEqual([]);
  });

  it("is not the vendor's package, which has services", () => {
    expect(sources.flatMap((path) => findEngineTalk(path, read(path)))).toEqual([]);
  });

  it.each([
    ['a comparison', "export const is = (engine: string) => engine === 'file';"],
    ['a comparison the other way', "export const is = (engine: string) => 'flash' !== engine;"],
    ['a list', "export const all = ['local', 'cloud'];"],
    ['a list of common words', "export const all = ['flash'.trim(), 'x']; const two = [['file']];"],
    ['a case', "switch (engine) { case 'file': break; }"],
    ['a key', "export const names = { flash: 'Flash' };"],
    ['a quoted key', "export const names = { 'local': 1 };"],
    ['a type', "export interface Plan { readonly engine: 'file' | undefined }"],
    ['a call', "studio.requireEngine('local', undefined);"],
  ])('finds %s', (_name, text) => {
    expect(findEngineIds('electron/services/plant.ts', text, engineIds)).toHaveLength(1);
  });

  it.each([
    ['a word that is no engine', "export const kind = menu === 'file' ? { file: handle } : [];"],
    ['an engine itself', "export const id = engine === 'local';"],
  ])('lets %s pass', (_name, text) => {
    const path = text.includes('local') ? 'electron/engines/local/x.ts' : 'electron/main/x.ts';
    expect(findEngineIds(path, text, engineIds)).toEqual([]);
  });

  it('finds an engine in the vendor', () => {
    const text = "export const is = (engine: string) => engine === 'flash';";
    expect(findEngineTalk('electron/isi/domain/plant.ts', text)).toHaveLength(2);
  });
});

describe('what is pure', () => {
  it('asks neither clock nor chance nor the program it runs in', () => {
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    expect(sources.flatMap((path) => findImpurities(path, read(path)))).toEqual([]);
  });

  const plants: readonly (readonly [string, string])[] = [
    ['the clock', 'export const now = Date.now();'],
    ['the clock as a date', 'export const now = new Date();'],
    ['the clock as a text', 'export const now = Date();'],
    ['the clock by another name', 'const Clock = Date; export const now = new Clock();'],
    ['the clock handed on', 'export const now = [1].map(Date.now);'],
    ['a finer clock', 'export const now = performance.now();'],
    ['chance', 'export const chance = Math.random();'],
    ['chance taken out', 'const { random } = Math; export const chance = random();'],
    ['chance by a text', "export const chance = Math['random']();"],
    ['chance of another kind', 'export const id = crypto.randomUUID();'],
    ['the program', 'export const id = process.pid;'],
    ['the program in a longer word', "export const home = globalThis['process'].env;"],
    ['a timer', 'setTimeout(() => 1, 1);'],
    ['a timer without a delay', 'queueMicrotask(() => 1);'],
  ];
  it.each(plants)('refuses %s in core and in what the vendor means', (_name, text) => {
    expect(findImpurities('electron/core/plant.ts', text)).toHaveLength(1);
    expect(findImpurities('electron/isi/domain/plant.ts', text)).toHaveLength(1);
    expect(findImpurities('electron/services/plant.ts', text)).toEqual([]);
  });

  it.each([
    ['arithmetic', 'export const x = Math.max(1, Math.PI);'],
    ['a date of a given moment', 'export const x = new Date(atMs).toISOString();'],
    ['reading a date', "export const x = Date.parse('2026-01-15');"],
    ['a type', 'export interface X { readonly process: Date; readonly now?: Date }'],
    ['the name of a property', 'export const x = { process: 1 }.process + job.performance;'],
  ])('lets %s pass', (_name, text) => {
    expect(findImpurities('electron/core/plant.ts', text)).toEqual([]);
  });
});

describe('who may start programs', () => {
  it('is few, and each gives its child an environment from the allow-list', () => {
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    expect(sources.flatMap((path) => findOpenStarts(path, read(path)))).toEqual([]);
  });

  const spawning = "import { spawn } from 'node:child_process';";
  const plants: readonly (readonly [string, string, string])[] = [
    ['in another file', 'electron/services/plant.ts', spawning],
    ['by the old name', 'electron/services/plant.ts', "await import('child_process');"],
    [
      'with the whole environment',
      'electron/services/media/run-tool.ts',
      `${spawning} spawn('a', [], { env: process.env });`,
    ],
    [
      'with none',
      'electron/services/media/run-tool.ts',
      `${spawning} spawn('a', [], { env: createChildEnvironment('tool', {}) }); spawn('b');`,
    ],
  ];
  it.each(plants)('refuses a start %s', (_name, path, text) => {
    expect(findOpenStarts(path, text)).toHaveLength(1);
  });
});

describe('what reaches a terminal', () => {
  it('goes by where it is made harmless', () => {
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    expect(sources.flatMap((path) => findRawWrites(path, read(path)))).toEqual([]);
    const plant = 'terminal.stdout.write(`${name}`);';
    expect(findRawWrites('electron/cli/commands/plant.ts', plant)).toHaveLength(1);
  });
});

describe('what the compiler refuses by project', () => {
  const plants: readonly (readonly [string, string, string, RegExp])[] = [
    ['process in core', 'electron/core', 'export const x = process.pid;', /process/],
    ['the console in core', 'electron/core', "console.log('x');", /console/],
    ['the document in core', 'electron/core', 'export const x = document.title;', /document/],
    ['a timer in core', 'electron/core', 'setTimeout(() => 1, 1);', /setTimeout/],
    [
      'node: in core',
      'electron/core',
      "import { readFileSync } from 'node:fs'; readFileSync('x');",
      /node:fs/,
    ],
    ['services in core', 'electron/core', "import '../services/studio'; export {};", /not listed/],
    ['the vendor in core', 'electron/core', "import '@isi/web-address'; export {};", /not listed/],
    ['process in the vendor', 'electron/isi/domain', 'export const x = process.pid;', /process/],
    ['a timer in the vendor', 'electron/isi/domain', 'setTimeout(() => 1, 1);', /setTimeout/],
    [
      'node: in the vendor',
      'electron/isi/domain',
      "import { readFileSync } from 'node:fs'; readFileSync('x');",
      /node:fs/,
    ],
    [
      'services in the preload',
      'electron/preload',
      "import '../services/studio'; export {};",
      /not listed/,
    ],
    [
      'the document in services',
      'electron/services',
      'export const x = document.title;',
      /document/,
    ],
    [
      'services in engines',
      'electron/engines',
      "import '../services/studio'; export {};",
      /not listed/,
    ],
    [
      'services in the renderer',
      'renderer',
      "import '../electron/services/studio'; export {};",
      /not listed/,
    ],
  ];
  it.each(plants)('refuses %s', (_name, project, text, message) => {
    const problems = compilePlanted(root, project, 'planted-violation.ts', text);
    expect(problems.join('\n')).toMatch(message);
  });

  it('lets a proper file pass, so that the refusals above mean something', () => {
    const text = "import { joinWords } from './transcript/word'; export const x = joinWords([]);";
    expect(compilePlanted(root, 'electron/core', 'planted-violation.ts', text)).toEqual([]);
  });
});
