import { expect, it } from 'vitest';
import { ProgressReporter } from '../../../../electron/engines/local/progress-reporter';

it('reports the end, however small the last step is', () => {
  const fractions: number[] = [];
  const reporter = new ProgressReporter(({ fraction }) => fractions.push(fraction));
  reporter.advance(0.5);
  reporter.advance(0.5005);
  reporter.advance(0.9995);
  reporter.advance(1);
  reporter.advance(1);
  expect(fractions).toEqual([0.5, 0.9995, 1]);
});
