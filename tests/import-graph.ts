import { dirname, relative, resolve } from 'node:path';
import { findImports } from './find-imports';

const aliases: Readonly<Record<string, string>> = {
  '@core/': 'electron/core/',
  '@isi/': 'electron/isi/domain/',
  '@contract/': 'electron/contract/',
};

/** Which of our files each of our files imports: for types only and dynamically, too. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** @param sources texts by path relative to the project, with forward slashes */
export function readImportGraph(root: string, sources: ReadonlyMap<string, string>): ImportGraph {
  const find = (from: string, specifier: string): string | undefined => {
    const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix));
    if (alias === undefined && !specifier.startsWith('.')) return undefined;
    const target =
      alias === undefined
        ? relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/')
        : `${aliases[alias] ?? ''}${specifier.slice(alias.length)}`;
    return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
      .map((ending) => target + ending)
      .find((path) => sources.has(path));
  };
  return new Map(
    [...sources].map(([path, text]) => {
      const targets = findImports(text).map((specifier) => find(path, specifier));
      return [path, [...new Set(targets.filter((target) => target !== undefined))]];
    }),
  );
}

/**
 * Files that import each other, straight or through others: each group sorted, Tarjan's algorithm.
 * A file that imports itself is a group of one.
 */
export function findImportCircles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    const place = order.size;
    order.set(path, place);
    open.push(path);
    let low = place;
    for (const target of graph.get(path) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    if (low === place) {
      const group = open.splice(open.indexOf(path));
      if (group.length > 1 || graph.get(path)?.includes(path)) circles.push(group.sort());
    }
    return low;
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return circles;
}

/** The rooms by floor, the lowest first; a room stands on those below it, never beside itself. */
const floors: readonly (readonly string[])[] = [
  ['electron/core'],
  ['electron/isi/domain'],
  ['electron/contract', 'electron/isi/client'],
  ['electron/engines'],
  ['electron/services'],
  ['electron/main', 'electron/preload', 'electron/host', 'renderer'],
  ['electron/cli'],
];

const floorOfRoom: ReadonlyMap<string, number> = new Map(
  floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)),
);

function findRoom(path: string): string | undefined {
  return [...floorOfRoom.keys()].find((room) => path.startsWith(`${room}/`));
}

/** Imports that do not run downwards between rooms, as sentences; also a file in no room. */
export function findUpwardImports(graph: ImportGraph): string[] {
  return [...graph].flatMap(([path, targets]) => {
    const room = findRoom(path);
    if (room === undefined) return [`${path}: its room has no floor in tests/import-graph.ts`];
    const floor = floorOfRoom.get(room) ?? 0;
    return targets
      .filter((target) => {
        const other = findRoom(target);
        return other !== room && (floorOfRoom.get(other ?? '') ?? floor) >= floor;
      })
      .map((target) => `${path}: imports ${target}, which is not below it`);
  });
}
