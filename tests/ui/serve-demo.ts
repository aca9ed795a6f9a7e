import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const demo = resolve(import.meta.dirname, 'demo');

export interface ServedDemo {
  /** Ends with a slash; options are its query. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the demo page into a folder and serves it on a free port. */
export async function serveDemo(outDir: string): Promise<ServedDemo> {
  const shared = { configFile: join(demo, 'vite.config.ts'), logLevel: 'error' as const };
  await build({ ...shared, build: { outDir } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the demo has no port');
  return {
    url: `http://127.0.0.1:${address.port}/tests/ui/demo/index.html`,
    close: () => server.close(),
  };
}
