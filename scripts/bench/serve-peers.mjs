// Builds the peers' page and serves it, with the recordings it is to play.
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { root } from '../lib-corpus.mjs';

/** Gives the page's address and what ends its server. `media` maps names to paths. */
export async function servePeers(scratch, media) {
  const outDir = join(scratch, 'peers');
  const shared = {
    root: join(root, 'scripts/bench/peers-page'),
    configFile: false,
    logLevel: 'error',
  };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [{ name: 'media', configurePreviewServer: (made) => answerMedia(made, media) }],
  });
  const { port } = server.httpServer.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function answerMedia({ middlewares }, media) {
  middlewares.use((request, response, next) => {
    const path = media[request.url?.slice(1)];
    if (path === undefined) return next();
    response.writeHead(200, {
      'content-type': 'audio/mpeg',
      'content-length': statSync(path).size,
    });
    return createReadStream(path).pipe(response);
  });
}
