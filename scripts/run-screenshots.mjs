// `npm run screenshots [-- NAME …]`: pictures of every view of the window, in both themes and
// languages, in the ignored folder screenshots/. What the views are is in tests/ui/views.ts.
import { join, resolve } from 'node:path';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '..');
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { '@core': join(root, 'electron/core') } },
});
const { takeScreenshots } = await server.ssrLoadModule('/tests/ui/take-screenshots.ts');
await takeScreenshots(process.argv.slice(2));
await server.close();
