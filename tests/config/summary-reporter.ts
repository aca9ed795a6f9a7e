import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What `scripts/run-test.mjs` adds up. */
export interface TestSummary {
  /** How many files held them. */
  files: number;
  passed: number;
  failed: number;
  /** Full name and reason of every test that did not run. */
  skipped: { name: string; reason: string }[];
}

/** Writes the counts, and why tests were skipped, to the file named by ZIMU_TEST_SUMMARY. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const summary: TestSummary = { files: modules.length, passed: 0, failed: 0, skipped: [] };
    for (const module of modules) {
      if (module.state() === 'failed' && module.children.size === 0) summary.failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') summary.passed++;
        else if (result.state === 'failed') summary.failed++;
        else {
          const reason = result.state === 'skipped' ? result.note : undefined;
          if (reason === undefined) refuse(test.fullName, summary);
          else summary.skipped.push({ name: test.fullName, reason });
        }
      }
    }
    const file = process.env['ZIMU_TEST_SUMMARY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }
}

/** A test that does not run and does not say why is one that nobody misses. */
function refuse(name: string, summary: TestSummary): void {
  summary.failed++;
  console.error(`✗ does not run and does not say why: ${name}`);
}
