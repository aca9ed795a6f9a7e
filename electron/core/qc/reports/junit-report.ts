import { escapeMarkup } from '../../formats/escape-markup';
import { nameRule } from '../describe-problem';
import { listProblems } from './list-problems';
import type { ReportForm } from './problem-report';

/**
 * For build servers (the JUnit XML that Jenkins and GitLab read): a suite for each file, a case for each
 * problem, or one that passed. Warnings do not fail.
 */
export const junitReport: ReportForm = {
  id: 'junit',
  write(check) {
    const suites = check.files.map((file) => {
      const problems = listProblems([file], check);
      const failures = problems.filter(({ problem }) => problem.severity === 'error');
      const cases = problems.map(({ number, problem, message }) => {
        const name = quote(`${number} ${nameRule(problem.rule, check.locale)}`);
        const isFailure = problem.severity === 'error';
        const body = isFailure
          ? `<failure type="${quote(problem.rule)}" message="${quote(message)}"/>`
          : `<system-out>${escapeMarkup(message)}</system-out>`;
        return `    <testcase classname="${quote(problem.rule)}" name="${name}">${body}</testcase>\n`;
      });
      if (cases.length === 0) {
        cases.push(`    <testcase classname="check" name="${quote(check.profile.id)}"/>\n`);
      }
      return (
        `  <testsuite name="${quote(file.name)}" tests="${cases.length}" ` +
        `failures="${failures.length}">\n${cases.join('')}  </testsuite>\n`
      );
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
  },
};

function quote(text: string): string {
  return escapeMarkup(text).replace(/\s+/gu, ' ');
}
