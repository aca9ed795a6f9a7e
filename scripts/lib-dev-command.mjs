// How electron-vite is called for the live studio. Node built-ins only.

/**
 * @param options folder of the product, Electron's program, the files a person named, whether the
 *   person is root, and the environment
 * @returns the words after electron-vite's program, and its environment
 */
export function composeDevCommand({ root, electron, files, isRoot, environment }) {
  // As Node, Electron would run the main process without itself.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...others } = environment;
  return {
    words: [
      ...['dev', '--watch'],
      // By default it is `.`, which the program takes for a file of the caller's folder.
      ...['--entry', root],
      // Chromium's sandbox refuses to run for root.
      ...(isRoot ? ['--noSandbox'] : []),
      ...(files.length === 0 ? [] : ['--', ...files]),
    ],
    env: {
      ...others,
      // Electron's package names its program only after a download of its own.
      ELECTRON_EXEC_PATH: electron,
      // Without it the program takes no page from a server, and lets nobody look into its own.
      ZIMU_DEVELOPMENT: '1',
    },
  };
}
