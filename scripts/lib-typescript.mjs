// Our own TypeScript, loaded by scripts that run without a build.
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '..');

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
    resolve: {
      alias: {
        '@contract': join(root, 'electron/contract'),
        '@core': join(root, 'electron/core'),
        '@isi': join(root, 'electron/isi/domain'),
      },
    },
  });
  try {
    return await work(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}
