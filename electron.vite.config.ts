import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';

const at = (path: string): string => resolve(import.meta.dirname, path);
const alias = { '@core': at('electron/core'), '@contract': at('electron/contract') };

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        // Native and optional packages stay outside the bundle: they may be absent.
        external: [
          'electron',
          'keytar',
          'onnxruntime-node',
          /^@ffmpeg-installer/,
          /^@ffprobe-installer/,
        ],
        // All files side by side, so that a path from `import.meta` holds wherever code ends up.
        output: { chunkFileNames: '[name]-[hash].js' },
        input: {
          index: at('electron/main/index.ts'),
          cli: at('electron/cli/index.ts'),
          'engine-child': at('electron/engines/local/child/index.ts'),
          'prepare-models': at('electron/cli/prepare-models.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but electron, so everything else is bundled.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The page's policy allows no data: addresses, so small fonts stay files as well.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
