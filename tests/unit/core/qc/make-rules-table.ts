import type { CheckContext } from '@core/qc/check-rule';
import { checkRules } from '@core/qc/check-rules';
import { bindProfile, type RuleProfile } from '@core/qc/rule-profile';
import type { ShortCue } from './make-cues';
import type { RuleExample } from './rule-examples';

/** Every rule by every profile, with its sources, examples and fixes, for people to read. */
export function makeRulesTable(
  profiles: readonly RuleProfile[],
  examples: Readonly<Record<string, readonly RuleExample[]>>,
): string {
  const parts = [
    '# Rules and profiles',
    'Made by `npx vitest run --config tests/config/vitest.config.ts --project unit tests/unit/core/qc -u`,',
    'of the rules, of `resources/rule-profiles` and of the examples that the tests run.',
    ...checkRules.map(({ id, name, about, severity, canFix, isUsual }) =>
      [
        `## ${id}: ${name[0]} / ${name[1]}`,
        `${about[0]}\n${about[1]}`,
        `Usually ${isUsual ? `checked, as ${severity}` : 'not checked'}; ${canFix ? 'mended where one can be sure' : 'not mended'}.`,
        tableOf(['profile', 'severity', 'limits'], listProfiles(id, profiles)),
        tableOf(
          ['limits', 'passes', 'fails', 'mended'],
          (examples[id] ?? []).map((example) => [
            showLimits({ ...example.limits, ...showContext(example.context) }),
            showCues(example.passes),
            showCues(example.fails),
            example.fixed === undefined ? '–' : showCues(example.fixed),
          ]),
        ),
      ].join('\n\n'),
    ),
    '## Sources',
    ...profiles.map(
      ({ id, name, language, sources }) =>
        `- **${id}** (${name.join(' / ')}, ${language}): ${sources
          .map(({ title, url, date }) => `${title}, ${url ?? ''} (read ${date})`)
          .join('; ')}`,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function listProfiles(id: string, profiles: readonly RuleProfile[]): readonly string[][] {
  return profiles.flatMap((profile) => {
    const found = bindProfile(profile).find(({ rule }) => rule.id === id);
    return found === undefined
      ? []
      : [[profile.id, found.severity, showLimits(found.bound.limits)]];
  });
}

function showLimits(limits: Readonly<Record<string, unknown>>): string {
  return Object.entries(limits)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

function showContext(context: Partial<CheckContext> = {}): Readonly<Record<string, unknown>> {
  const { frameRate, shotsMs, reviewed, language, breaksLines } = context;
  return {
    ...(breaksLines === true ? { 'lines are': 'broken when written' } : undefined),
    ...(language === undefined ? undefined : { language }),
    ...(frameRate === undefined ? undefined : { fps: frameRate.numerator / frameRate.denominator }),
    ...(shotsMs === undefined ? undefined : { 'cuts at': shotsMs.join(' ') }),
    ...(reviewed === undefined ? undefined : { reviewed: Array.from(reviewed).join(' ') }),
  };
}

function showCues(cues: readonly ShortCue[]): string {
  if (cues.length === 0) return 'the cue is removed';
  return cues
    .map(([beginMs, endMs, text]) => `${beginMs}–${endMs} ${JSON.stringify(text)}`)
    .join('<br>');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'In no profile.';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
