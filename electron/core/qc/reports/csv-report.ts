import { writeCell } from '../../formats/tables/parse-rows';
import { formatTimecode } from '../../timing/timecode';
import { listProblems } from './list-problems';
import type { ReportForm } from './problem-report';

const columns = [
  'file',
  'cue',
  'begin',
  'end',
  'severity',
  'rule',
  'value',
  'limit',
  'message',
  'text',
];

/** For a table; cells are guarded against formulas. */
export const csvReport: ReportForm = {
  id: 'csv',
  write(check) {
    const rows = listProblems(check.files, check).map(
      ({ file, number, sentence, problem, message }) => [
        ...[file, String(number)],
        ...[formatTimecode(sentence.beginMs, '.'), formatTimecode(sentence.endMs, '.')],
        ...[problem.severity, problem.rule, text(problem.value), text(problem.limit)],
        ...[message, sentence.text],
      ],
    );
    return [columns, ...rows]
      .map((row) => `${row.map((cell) => writeCell(cell, ',')).join(',')}\r\n`)
      .join('');
  },
};

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
