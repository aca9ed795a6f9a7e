import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import type { TestSummary } from './summary-reporter.ts';

/** As {@link SummaryReporter}, for the window's tests. */
export default class PlaywrightSummaryReporter implements Reporter {
  #root: Suite | undefined;
  #errors = 0;

  onBegin(_config: FullConfig, root: Suite): void {
    this.#root = root;
  }

  /** A failure outside of any test. */
  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const tests = this.#root?.allTests() ?? [];
    const files = new Set(tests.map(({ location }) => location.file)).size;
    const summary: TestSummary = { files, passed: 0, failed: this.#errors, skipped: [] };
    for (const test of tests) {
      const outcome = test.outcome();
      if (outcome === 'unexpected') summary.failed++;
      else if (outcome !== 'skipped') summary.passed++;
      else summary.skipped.push({ name: nameOf(test), reason: reasonOf(test) });
    }
    const file = process.env['ZIMU_TEST_SUMMARY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }

  printsToStdio(): boolean {
    return false;
  }
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' > ');
}

function reasonOf(test: TestCase): string {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return annotation?.description ?? 'not reached, because a test before it failed';
}
