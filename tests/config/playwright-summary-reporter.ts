import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import type { TestSummary } from './summary-reporter.ts';
import { TreeCpuMeter } from './tree-cpu-meter.ts';

interface Stretch {
  readonly project: string;
  readonly beganMs: number;
  readonly cpuMs: number;
}

/** As {@link SummaryReporter}, for the window's tests; says what each project took as well. */
export default class PlaywrightSummaryReporter implements Reporter {
  #root: Suite | undefined;
  #errors = 0;
  readonly #meter = new TreeCpuMeter();
  /** Projects in the order of their first tests; the last of one may still run beside the next. */
  readonly #stretches: Stretch[] = [];

  onBegin(_config: FullConfig, root: Suite): void {
    this.#root = root;
  }

  onTestBegin(test: TestCase): void {
    const project = test.parent.project()?.name ?? '';
    if (this.#stretches.some((stretch) => stretch.project === project)) return;
    this.#stretches.push(this.#mark(project));
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
    this.#printTimes();
    const file = process.env['ZIMU_TEST_SUMMARY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  }

  printsToStdio(): boolean {
    return false;
  }

  #mark(project: string): Stretch {
    return { project, beganMs: performance.now(), cpuMs: this.#meter.readMs() };
  }

  #printTimes(): void {
    this.#meter.stop();
    const marks = [...this.#stretches, this.#mark('')];
    for (const [index, { project, beganMs, cpuMs }] of this.#stretches.entries()) {
      const end = marks[index + 1]!;
      const wall = `${((end.beganMs - beganMs) / 1000).toFixed(1)} s`;
      const cpu = `${((end.cpuMs - cpuMs) / 1000).toFixed(1)} s of processor time`;
      console.log(`  ${project}: ${wall}, ${cpu}`);
    }
  }
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' > ');
}

function reasonOf(test: TestCase): string {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return annotation?.description ?? 'not reached, because a test before it failed';
}
