import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findElectron } from '../ui/hosts/launch-electron.ts';
import type { StudioTestOptions } from '../ui/studio-test.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * The window's tests, one project for each host. A test runs on the browser host unless its tags
 * say otherwise: `@every` runs on all of them, `@native` needs a main process, `@browser` a browser.
 * What is tagged `@release`, and all under the double, is of the second tier: `npm run test:release`.
 */
export default defineConfig<StudioTestOptions>({
  testDir: resolve(root, 'tests/ui'),
  testMatch: '*.spec.ts',
  outputDir: resolve(root, 'out/ui/results'),
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Two of them share two cores with the engine and with ffmpeg.
  timeout: 90_000,
  expect: { timeout: 20_000, toHaveScreenshot: { animations: 'disabled', caret: 'hide' } },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], [resolve(root, 'tests/config/playwright-summary-reporter.ts')]],
  // Twice in a hundred runs on a busy machine Chromium's sound stood still. A test that needs its
  // second try is listed as flaky, with the trace of that try; a trace of all costs a third more time.
  retries: 1,
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure', actionTimeout: 45_000 },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' }, grepInvert: /@native|@release/ },
    { name: 'release', use: { hostKind: 'browser' }, grep: /@release/, grepInvert: /@native/ },
    // A table of what plays how; takes a quarter of an hour.
    { name: 'codecs', use: { hostKind: 'browser' }, testMatch: 'codecs.table.ts' },
    { name: 'double', use: { hostKind: 'double' }, grep: /@every|@native/ },
    {
      name: 'electron',
      use: { hostKind: 'electron' },
      // Without the program one file stands for them all, shown as skipped.
      ...(findElectron() === undefined
        ? { testMatch: 'main-job.spec.ts', grep: /@every/ }
        : { grepInvert: /@browser/ }),
    },
  ],
});
