import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const page = '/tests/ui/demo/index.html';

/** The page has a short address: its options are the query. */
const shortAddress: Plugin = {
  name: 'demo-address',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      if (/^\/(\?|$)/.test(request.url ?? '')) request.url = page + request.url!.slice(1);
      next();
    });
  },
};

export default defineConfig({
  // The project's own root, so that the renderer's files are served as they lie.
  root,
  plugins: [react(), shortAddress],
  resolve: {
    alias: {
      '@core': resolve(root, 'electron/core'),
      '@isi': resolve(root, 'electron/isi/domain'),
      '@contract': resolve(root, 'electron/contract'),
    },
  },
  cacheDir: resolve(root, 'out/demo-cache'),
  optimizeDeps: { entries: ['tests/ui/demo/index.html'] },
  server: { host: '127.0.0.1', fs: { strict: false } },
  build: {
    outDir: resolve(root, 'out/demo'),
    emptyOutDir: true,
    rolldownOptions: { input: resolve(root, page.slice(1)) },
  },
});
