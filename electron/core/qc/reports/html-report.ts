import { escapeMarkup } from '../../formats/escape-markup';
import { translate } from '../../messages/catalogue';
import { formatTimecode } from '../../timing/timecode';
import { findCheckRule } from '../check-rules';
import { nameRule } from '../describe-problem';
import { reportStyle } from './html-report-style';
import {
  countProblems,
  type ReportedCheck,
  type ReportedFile,
  type ReportForm,
} from './problem-report';
import { listProblems } from './list-problems';

/** A page that a client can be sent: nothing in it is fetched from elsewhere. */
export const htmlReport: ReportForm = {
  id: 'html',
  write(check) {
    const { locale, profile, files, date } = check;
    const say = (key: Parameters<typeof translate>[1], parameters = {}): string =>
      escapeMarkup(translate(locale, key, parameters));
    const title = say('check.report.title', { profile: profile.name[locale === 'zh-CN' ? 1 : 0]! });
    const counts = countProblems(files);
    const cues = files.reduce((sum, { sentences }) => sum + sentences.length, 0);
    const sources = profile.sources.map(({ title: name, url, date: read }) => {
      const shown = escapeMarkup(name);
      const link = url === undefined ? shown : `<a href="${escapeMarkup(url)}">${shown}</a>`;
      return `<li>${link} (${escapeMarkup(read)})</li>`;
    });
    return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="date"><time datetime="${escapeMarkup(date)}">${escapeMarkup(date)}</time></p>
<dl class="counts">
<div class="error"><dt>${say('check.report.errors')}</dt><dd>${counts.error}</dd></div>
<div class="warning"><dt>${say('check.report.warnings')}</dt><dd>${counts.warning}</dd></div>
<div><dt>${say('check.report.cues')}</dt><dd>${cues}</dd></div>
</dl>
</header>
<main>
${writeKinds(check)}
${files.map((file) => writeFile(file, check)).join('\n')}
<footer><h2>${say('check.report.sources')}</h2><ul>${sources.join('')}</ul></footer>
</main>
</body>
</html>
`;
  },
};

/** How often each rule is broken, and why it is asked for. */
function writeKinds({ files, locale }: ReportedCheck): string {
  const counts = new Map<string, number>();
  for (const { found } of files) {
    for (const { rule } of found.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const rows = Array.from(counts).map(([rule, count]) => {
    const about = findCheckRule(rule)?.about;
    const why = about === undefined ? '' : escapeMarkup(translate(locale, about));
    return `<tr><th scope="row">${escapeMarkup(nameRule(rule, locale))}</th><td class="number">${count}</td><td>${why}</td></tr>`;
  });
  const heads = ['check.report.rule', 'check.report.count', 'check.report.why'] as const;
  const head = heads.map((key) => `<th scope="col">${escapeMarkup(translate(locale, key))}</th>`);
  return `<table class="kinds"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function writeFile(file: ReportedFile, check: ReportedCheck): string {
  const { locale } = check;
  const problems = listProblems([file], check);
  const name = `<h2>${escapeMarkup(file.name)}</h2>`;
  if (problems.length === 0) {
    return `<section>${name}<p>${escapeMarkup(translate(locale, 'check.report.clean'))}</p></section>`;
  }
  const heads = [
    'check.report.cue',
    'check.report.time',
    'check.report.found',
    'check.report.text',
  ] as const;
  const head = heads.map((key) => `<th scope="col">${escapeMarkup(translate(locale, key))}</th>`);
  const rows = problems.map(({ number, sentence, problem, message }) => {
    const severity = escapeMarkup(translate(locale, `check.${problem.severity}`));
    const rule = escapeMarkup(nameRule(problem.rule, locale));
    return (
      `<tr class="${problem.severity}"><td class="number">${number}</td>` +
      `<td class="time">${formatTimecode(sentence.beginMs, '.')}</td>` +
      `<td><strong>${severity}</strong> ${rule}: ${escapeMarkup(message)}</td>` +
      `<td class="text">${escapeMarkup(sentence.text)}</td></tr>`
    );
  });
  return `<section>${name}<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
}
