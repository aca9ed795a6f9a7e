import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the double where Node looks for `electron` when the built program imports it: a package beside
 * it. A hook of the loader would need no file, but has a thread of its own, which is a fifth of what
 * every start costs. Several processes may do so at once.
 * @param folder of the built program
 * @param names what `globalThis.electronDouble` exports
 */
export function placeShim(folder: string, names: readonly string[]): void {
  const target = join(folder, 'node_modules', 'electron');
  mkdirSync(target, { recursive: true });
  const exports = { '.': './index.js', './main': './index.js', './common': './index.js' };
  writeWhole(
    join(target, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', exports }),
  );
  writeWhole(
    join(target, 'index.js'),
    `export const { ${names.join(', ')} } = globalThis.electronDouble;\n` +
      'export default globalThis.electronDouble;\n',
  );
}

/** Nobody reads half of it. */
function writeWhole(path: string, text: string): void {
  if (readText(path) === text) return;
  const aside = `${path}.${String(process.pid)}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not there yet.
    return undefined;
  }
}
