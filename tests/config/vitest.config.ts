import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './summary-reporter.ts';

const root = resolve(import.meta.dirname, '../..');
const alias = {
  '@core': resolve(root, 'electron/core'),
  '@isi': resolve(root, 'electron/isi/domain'),
  '@contract': resolve(root, 'electron/contract'),
};

/** Of the second tier, which `npm run test:release` runs. */
const releaseTests = '**/*.release.test.ts';

/** One project per kind of test, so that a kind can be run by itself; see "Tests" in README.md. */
const project = (
  name: string,
  include: string[],
  testTimeoutMs = 30_000,
  isolate = true,
  setupFiles: string[] = [],
) => ({
  resolve: { alias },
  test: {
    ...{ name, root, include, testTimeout: testTimeoutMs, hookTimeout: testTimeoutMs },
    exclude: name === 'release' ? [] : [releaseTests],
    ...{ isolate, setupFiles },
    // What is waited for comes when it comes: a second is too short on a computer that is busy.
    expect: { poll: { timeout: testTimeoutMs / 2 } },
  },
});

/**
 * `npm test` runs one project after the other, and names a folder in which what one of them has
 * translated from TypeScript is there for the next. It lives as long as that run: nothing in it is old.
 */
const keepModules = (folder = process.env['ZIMU_TEST_MODULES']) =>
  folder === undefined ? {} : { experimental: { fsModuleCache: true, fsModuleCachePath: folder } };

export default defineConfig({
  test: {
    ...keepModules(),
    reporters: ['default', new SummaryReporter()],
    // Vitest leaves a core to the person in front of it; here most tests wait for other processes.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      project('architecture', ['tests/architecture.test.ts', 'tests/lint.test.ts'], 60_000),
      // They share nothing that changes, so modules are read once for all of them.
      project('unit', ['tests/unit/**/*.test.ts'], 30_000, false),
      project('contract', ['tests/contract/**/*.test.ts'], 120_000),
      // Nor do these: what they change is in folders, servers and processes of their own.
      project('integration', ['tests/integration/**/*.test.ts'], 120_000, false),
      project('release', [`tests/${releaseTests}`], 120_000, false),
      project('electron', ['tests/electron/**/*.test.ts'], 60_000, false, [
        'tests/electron/end-studios.ts',
      ]),
    ],
  },
});
