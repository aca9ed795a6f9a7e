import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import type { CheckContext } from '@core/qc/check-rule';
import { checkRules } from '@core/qc/check-rules';
import { makeChecker } from '@core/qc/checker';
import { describeProblem } from '@core/qc/describe-problem';
import { fixCues } from '@core/qc/fix-cues';
import { parseRuleProfile, type RuleProfile } from '@core/qc/rule-profile';
import type { Sentence } from '@core/transcript/sentence';
import { makeCues, plainContext, type ShortCue } from './make-cues';
import { makeRulesTable } from './make-rules-table';
import { type RuleExample, ruleExamples } from './rule-examples';

const root = resolve(import.meta.dirname, '../../../..');
const folder = join(root, 'resources/rule-profiles');
const profiles = readdirSync(folder).map((name) =>
  parseRuleProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')), name),
);

const examples = Object.entries(ruleExamples).flatMap(([id, list]) =>
  list.map((example, index) => ({ name: `${id} ${index + 1}`, id, ...example })),
);

/** A profile of this one rule. */
function profileOf(id: string, limits: RuleExample['limits'] = {}): RuleProfile {
  const rules = Object.fromEntries(checkRules.map((rule) => [rule.id, false as const]));
  const sources = [{ title: 'a test', date: '2026-12-01' }];
  const value = { id: 'one', name: ['One', '一'], language: 'und', sources };
  return parseRuleProfile({ ...value, rules: { ...rules, [id]: limits } }, 'one.json');
}

function makeSentences(cues: readonly ShortCue[], { wordsMs }: RuleExample): readonly Sentence[] {
  const sentences = makeCues(cues);
  if (wordsMs === undefined) return sentences;
  const [beginMs, endMs] = wordsMs;
  return sentences.map((sentence) => ({
    ...sentence,
    words:
      sentence.words.length === 1
        ? sentence.words.map((word) => ({ ...word, beginMs, endMs, timing: 'measured' as const }))
        : sentence.words,
  }));
}

const shorten = ({ beginMs, endMs, text }: Sentence): ShortCue => [beginMs, endMs, text];

describe('rules', () => {
  it('each has an example', () => {
    expect(Object.keys(ruleExamples).toSorted()).toEqual(checkRules.map(({ id }) => id).toSorted());
  });

  test.each(examples)(
    '[QC2] [QC7] [QC8] $name passes at its limit and fails behind it',
    (example) => {
      const { id, limits, passes, fails, failing = 1, value, limit } = example;
      const context: CheckContext = { ...plainContext, ...example.context };
      const checker = makeChecker(profileOf(id, limits), context);
      expect(checker.check(makeSentences(passes, example)).flat()).toEqual([]);
      const problems = checker.check(makeSentences(fails, example))[failing - 1]!;
      expect(problems).toHaveLength(1);
      const [found] = problems;
      expect(found).toMatchObject({ rule: id, cue: `c${failing}` });
      if (value !== undefined) expect(found).toMatchObject({ value, limit });
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(describeProblem(found!, locale)).not.toMatch(/[{}]/u);
      }
    },
  );

  test.each(examples)('[QC6] $name is mended where one can be sure', (example) => {
    const { id, limits, fails, fixed } = example;
    const context: CheckContext = { ...plainContext, ...example.context };
    const profile = profileOf(id, limits);
    const sentences = makeSentences(fails, example);
    const result = fixCues(sentences, profile, context);
    expect(result.sentences.map(shorten)).toEqual(fixed ?? fails);
    expect(result.counts.get(id)).toBe(fixed === undefined ? undefined : 1);
  });
});

describe('profiles', () => {
  it('[QC1] have a source for each, and the rules as a table', async () => {
    expect(profiles.length).toBeGreaterThanOrEqual(12);
    await expect(makeRulesTable(profiles, ruleExamples)).toMatchFileSnapshot(
      join(root, 'electron/core/qc/RULES.md'),
    );
  });

  test.each([
    ['an unknown rule', { 'no-such-rule': {} }, 'rules.no-such-rule'],
    ['an unknown limit', { lines: { least: 2 } }, 'rules.lines'],
    ['a limit out of bounds', { lines: { most: 0 } }, 'rules.lines.most'],
    ['an unknown severity', { lines: { severity: 'fatal' } }, 'rules.lines'],
  ])('[QC1] refuses %s with its place', (_what, rules, place) => {
    const [profile] = profiles;
    let thrown: unknown;
    try {
      parseRuleProfile({ ...profile, rules }, 'mine.json');
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toMatchObject({ code: 'rules/profile-unreadable', data: { name: 'mine.json' } });
    expect(toStudioError(thrown).data['place']).toContain(place);
  });
});
