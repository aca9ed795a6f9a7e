import { countProblems, type ReportForm } from './problem-report';
import { listProblems } from './list-problems';

/** For programs. `cue` is the number of the cue in its file; values and limits are not rounded. */
export const jsonReport: ReportForm = {
  id: 'json',
  write(check) {
    const { error: errors, warning: warnings } = countProblems(check.files);
    const problems = listProblems(check.files, check).map(
      ({ file, number, sentence, problem, message }) => ({
        ...{ file, rule: problem.rule, severity: problem.severity, cue: number },
        ...{ value: problem.value ?? null, limit: problem.limit ?? null },
        ...{ beginMs: sentence.beginMs, endMs: sentence.endMs, message },
      }),
    );
    const files = check.files.map(({ name, sentences }) => ({ name, cues: sentences.length }));
    const report = { version: 1, profile: check.profile.id, errors, warnings, files, problems };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};
