import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);
const alias = {
  '@core': at('electron/core'),
  '@isi': at('electron/isi/domain'),
  '@contract': at('electron/contract'),
};

/**
 * The page's script asks the services first and the window's code second; the page names that code
 * too, so that it is fetched and compiled meanwhile.
 */
const preloadWindow: Plugin = {
  name: 'preload-window',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const window = chunks.find(({ name }) => name === 'show-app');
      const files = window === undefined ? [] : [window.fileName, ...window.imports];
      // What both scripts need is named already.
      const unnamed = files.filter((file) => !html.includes(file));
      return unnamed.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      // Plain packages of many files are read faster as part of the program.
      externalizeDeps: {
        exclude: ['fflate', 'saxes', 'undici', 'write-file-atomic', 'xmlchars', 'zod'],
      },
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
          'keychain-child': at('electron/services/credentials/keychain-child.ts'),
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
    plugins: [react(), preloadWindow],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The page's policy allows no data: addresses, so small fonts stay files as well.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
