import { translate } from '../../messages/catalogue';
import { formatTimecode } from '../../timing/timecode';
import { nameRule } from '../describe-problem';
import { countProblems, type ReportForm } from './problem-report';
import { listProblems } from './list-problems';

/** For a terminal: one line for each problem, then how many there are. */
export const textReport: ReportForm = {
  id: 'text',
  write(check) {
    const { locale, files } = check;
    const lines = listProblems(files, check).map(({ file, number, sentence, problem, message }) => {
      const place = `${file}:${number} ${formatTimecode(sentence.beginMs, '.')}`;
      const severity = translate(locale, `check.${problem.severity}`);
      return `${place} ${severity} ${nameRule(problem.rule, locale)}: ${message}\n`;
    });
    const counts = countProblems(files);
    const cues = files.reduce((sum, { sentences }) => sum + sentences.length, 0);
    const summary = translate(locale, 'check.summary', {
      ...{ errors: counts.error, warnings: counts.warning, count: cues },
      profile: translate(locale, [check.profile.name[0]!, check.profile.name[1]!]),
    });
    return `${lines.join('')}${summary}\n`;
  },
};
