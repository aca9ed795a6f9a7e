// Our own TypeScript, loaded by scripts that run without a build.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';

const root = resolve(import.meta.dirname, '..');
const alias = {
  '@contract': join(root, 'electron/contract'),
  '@core': join(root, 'electron/core'),
  '@isi': join(root, 'electron/isi/domain'),
};

/**
 * Loads a module of the project and hands it to some work, which may go on to use it until it ends.
 * @param path from the project's root, with a slash in front
 */
export async function withModule(path, work) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    resolve: { alias },
  });
  try {
    return await work(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}

/**
 * The same, of a module in one file with all that it needs, as the product has it: for what is measured.
 * @param path from the project's root
 */
export async function withBuiltModule(path, work) {
  const outDir = await mkdtemp(join(tmpdir(), 'zimu-built-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias },
      ssr: { noExternal: true },
      build: {
        ssr: join(root, path),
        outDir,
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: 'built.mjs' } },
      },
    });
    return await work(await import(pathToFileURL(join(outDir, 'built.mjs')).href));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
