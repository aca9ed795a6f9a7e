import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';

const folder = import.meta.dirname;
const root = resolve(folder, '../..');

/**
 * Builds the double for plain Node and for the page, unless these very sources are built already.
 * Several test processes may do so at once: each builds aside and puts the whole in place.
 * @returns the folder of the built files
 */
export async function buildDouble(): Promise<string> {
  const target = join(root, 'out', 'electron-double', digestSources());
  if (existsSync(target)) return target;
  const aside = `${target}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const common = { cwd: root, logLevel: 'warn' as const };
  await build({
    ...common,
    input: join(folder, 'main/register.ts'),
    platform: 'node',
    external: /^node:/,
    output: { file: join(aside, 'register.mjs'), format: 'esm' },
  });
  for (const half of ['page-half', 'preload-half']) {
    await build({
      ...common,
      input: join(folder, 'page', `${half}.ts`),
      platform: 'browser',
      output: { file: join(aside, `${half}.js`), format: 'iife', name: 'half' },
    });
  }
  try {
    renameSync(aside, target);
  } catch (thrown) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(target)) throw thrown;
  }
  return target;
}

function digestSources(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts')) hash.update(`${name}\n${readFileSync(join(folder, name), 'utf8')}`);
  }
  return hash.digest('hex').slice(0, 16);
}
