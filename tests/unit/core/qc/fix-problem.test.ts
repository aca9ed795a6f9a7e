import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listChangedCues } from '@core/qc/changed-cues';
import { makeChecker } from '@core/qc/checker';
import { findSpeedLimit } from '@core/qc/find-speed-limit';
import { fixCues } from '@core/qc/fix-cues';
import { makeProblemFixer } from '@core/qc/fix-problem';
import { measureSpeed } from '@core/qc/measure-speed';
import { overlap } from '@core/qc/rules/overlap';
import { parseRuleProfile } from '@core/qc/rule-profile';
import { sortSentences } from '@core/transcript/sort-sentences';
import { makeCues, plainContext, type ShortCue } from './make-cues';

function makeProfile(rules: Readonly<Record<string, unknown>>) {
  const source = { title: 'a test', date: '2026-12-01' };
  const about = { id: 'own', name: ['Own', '自己的'], language: 'und', sources: [source] };
  return parseRuleProfile({ ...about, rules }, 'own.json');
}

const profile = makeProfile({ gap: { closeUnderMs: 500 }, ellipsis: { form: 'middle' } });

describe('mending one problem', () => {
  test('[QC6] does what mending that cue by that rule does in the whole document', () => {
    const anyText = fc.constantFrom('', 'Yes.', 'Off  we go...', 'A word or two, and three more.');
    const anyCue: fc.Arbitrary<ShortCue> = fc
      .tuple(fc.nat(20_000), fc.nat(3000), anyText)
      .map(([beginMs, lengthMs, text]) => [beginMs, beginMs + lengthMs, text]);
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 14 }), (cues) => {
        const sentences = sortSentences(makeCues(cues));
        const findFix = makeProblemFixer(sentences, profile, plainContext);
        for (const problem of makeChecker(profile, plainContext).check(sentences).flat()) {
          const scope = { rule: problem.rule, cues: new Set([problem.cue]) };
          const whole = fixCues(sentences, profile, plainContext, scope).sentences;
          expect(findFix(problem)).toEqual(listChangedCues(sentences, whole));
        }
      }),
    );
  });

  test('of a cue that is not there is nothing', () => {
    const findFix = makeProblemFixer([], profile, plainContext);
    expect(findFix({ cue: 'c1', rule: 'empty' })).toEqual([]);
  });
});

describe('overlaps', () => {
  const cues = makeCues([
    [0, 2000, 'Where to?'],
    [1000, 3000, 'Home.'],
    [4000, 5000, 'Good.'],
  ]);
  const mendBy = (wanted: string) =>
    listChangedCues(cues, overlap.ways.find(({ id }) => id === wanted)!.mend(cues));

  test('[FM81] end the earlier cue', () => {
    const [change, ...others] = mendBy('cut');
    expect(change).toMatchObject({ before: { id: 'c1' }, after: { beginMs: 0, endMs: 1000 } });
    expect(others).toEqual([]);
  });

  test('[FM81] become the lines of a dialogue', () => {
    expect(mendBy('join')).toMatchObject([
      { before: { id: 'c1' }, after: { endMs: 3000, text: '- Where to?\n- Home.' } },
      { before: { id: 'c2' }, after: undefined },
    ]);
  });
});

describe('[QC2] the speed that is shown', () => {
  const [cue] = makeCues([[0, 1000, '走，<i>吧</i> ok']]);

  test.each([
    ['all', 6],
    ['no-blanks', 5],
    ['no-marks', 4],
    ['half-narrow', 4.5],
  ] as const)('is counted as the profile counts: %s', (counting, characters) => {
    const limit = findSpeedLimit(
      makeProfile({ 'reading-speed': { mostPerSecond: characters, counting } }),
    );
    expect(limit).toEqual({ mostPerSecond: characters, counting });
    expect(measureSpeed(cue!, limit)).toEqual({
      ...{ characters, charactersPerSecond: characters, isTooFast: false },
    });
    const stricter = { ...limit, mostPerSecond: characters - 0.1 };
    expect(measureSpeed(cue!, stricter).isTooFast).toBe(true);
  });

  test('has no limit where the profile has none', () => {
    expect(findSpeedLimit(makeProfile({ 'reading-speed': false })).mostPerSecond).toBe(Infinity);
    expect(findSpeedLimit(makeProfile({})).mostPerSecond).toBe(20);
  });
});
