import { csvReport } from './csv-report';
import { htmlReport } from './html-report';
import { jsonReport } from './json-report';
import { junitReport } from './junit-report';
import type { ReportForm } from './problem-report';
import { textReport } from './text-report';

/** Every form of a report, one row each; the first is the usual one. */
export const reportForms = [
  textReport,
  jsonReport,
  htmlReport,
  junitReport,
  csvReport,
] as const satisfies readonly ReportForm[];
