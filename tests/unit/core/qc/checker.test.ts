import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeChecker } from '@core/qc/checker';
import { checkRules } from '@core/qc/check-rules';
import { countUnits } from '@core/qc/reading-units';
import { measureWidth } from '@core/qc/display-width';
import { fixCues } from '@core/qc/fix-cues';
import { parseRuleProfile } from '@core/qc/rule-profile';
import { findSentenceProblems } from '@core/transcript/invariants';
import type { Sentence } from '@core/transcript/sentence';
import { sortSentences } from '@core/transcript/sort-sentences';
import { makeCues, plainContext, type ShortCue } from './make-cues';

/** With every rule in it. */
const strict = parseRuleProfile(
  {
    id: 'strict',
    name: ['Strict', '严格'],
    language: 'und',
    sources: [{ title: 'a test', date: '2026-12-01' }],
    rules: {
      ...Object.fromEntries(checkRules.map(({ id }) => [id, {}])),
      gap: { closeUnderMs: 500 },
      ellipsis: { form: 'middle' },
    },
  },
  'strict.json',
);
const context = { ...plainContext, shotsMs: [1200, 5000] };

const anyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Yes.',
    '走吧,现在!',
    '- Where?\n-There...',
    '<i>走吧</i>',
    'We met Mr.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('the', 'river', 'ran', 'on.', '今天', '我们在', '3'), { maxLength: 14 })
    .map((words) => words.join(' ')),
);
const anyCue: fc.Arbitrary<ShortCue> = fc
  .tuple(fc.nat(12_000), fc.nat(9000), anyText)
  .map(([beginMs, lengthMs, text]) => [beginMs, beginMs + lengthMs, text]);
const anyDocument = fc
  .array(anyCue, { maxLength: 12 })
  .map((cues): readonly Sentence[] => sortSentences([...makeCues(cues)]));

describe('the checker', () => {
  test('[QC4] after edits finds what it finds from scratch', () => {
    const anyEdits = fc.array(fc.tuple(fc.nat(11), anyCue, fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(anyDocument, anyEdits, (document, edits) => {
        const checker = makeChecker(strict, context);
        checker.check(document);
        let now = document;
        for (const [place, cue, isRemoved] of edits) {
          const rest = now.filter((_one, index) => index !== place);
          const [made] = makeCues([cue]);
          const added = { ...made!, id: `e${place}` };
          const others = rest.filter(({ id }) => id !== added.id);
          now = sortSentences(isRemoved ? others : [...others, added]);
          expect(checker.check(now)).toEqual(makeChecker(strict, context).check(now));
        }
      }),
    );
  });

  test('[QC4] does not look again at what is the same', () => {
    const document = makeCues([
      [0, 900, 'one'],
      [1000, 1900, 'two'],
      [2000, 2900, 'three'],
      [3000, 3900, 'four'],
    ]);
    const checker = makeChecker(strict, context);
    const before = checker.check(document);
    const changed = document.map((sentence, index) =>
      index === 3 ? { ...sentence, endMs: 3950 } : sentence,
    );
    const after = checker.check(changed);
    expect(after.map((problems, index) => problems === before[index])).toEqual([
      ...[true, true, false, false],
    ]);
  });

  test('[QC3] a cue without text is nobody’s neighbour', () => {
    const document = makeCues([
      [0, 1000, 'one two'],
      [500, 600, ''],
      [1200, 2000, 'three four'],
    ]);
    const rules = makeChecker(strict, plainContext)
      .check(document)
      .map((problems) => problems.map(({ rule }) => rule));
    expect(rules[0]).toContain('gap');
    expect(rules[1]).toEqual(['empty']);
    expect(rules[2]).not.toContain('overlap');
  });
});

describe('fixing', () => {
  test('[QC6] breaks nothing that held before, and once is enough', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { sentences } = fixCues(document, strict, context);
        const count = (of: readonly Sentence[]): number =>
          makeChecker(strict, context).check(of).flat().length;
        expect(count(sentences)).toBeLessThanOrEqual(count(document));
        sentences.forEach((sentence, index) => {
          expect(findSentenceProblems(sentence, index)).toEqual([]);
        });
        expect(fixCues(sentences, strict, context).counts.size).toBe(0);
      }),
    );
  });

  test('[QC6] mends one rule, or some cues, and leaves the rest', () => {
    const document = makeCues([
      [0, 2000, 'Well...  yes'],
      [3000, 5000, 'Well...  no'],
    ]);
    const scope = { rule: 'blanks', cues: new Set(['c2']) };
    const { sentences, counts } = fixCues(document, strict, context, scope);
    expect(sentences.map(({ text }) => text)).toEqual(['Well...  yes', 'Well... no']);
    expect([...counts]).toEqual([['blanks', 1]]);
  });

  test('[QC6] words keep their times', () => {
    const [cue] = makeCues([[0, 4000, 'over  the hills']]);
    const words = cue!.words.map((word, index) => ({
      ...word,
      ...{ beginMs: index * 1000, endMs: index * 1000 + 700, timing: 'measured' as const },
    }));
    const { sentences } = fixCues([{ ...cue!, words }], strict, plainContext);
    expect(sentences[0]!.text).toBe('over the hills');
    expect(
      sentences[0]!.words.map(({ beginMs, endMs, timing }) => [beginMs, endMs, timing]),
    ).toEqual(words.map(({ beginMs, endMs, timing }) => [beginMs, endMs, timing]));
  });
});

describe('counting', () => {
  test.each([
    ['all', ['Hi, 世界！'], 7],
    ['no-blanks', ['Hi, 世界！'], 6],
    ['no-marks', ['Hi, 世界！'], 4],
    ['half-narrow', ['Hi, 世界！'], 5],
    ['all', ['one', 'two'], 6],
    ['all', ['👨‍👩‍👧é'], 2],
  ] as const)('[QC5] %s of %j', (counting, lines, units) => {
    expect(countUnits(lines, counting)).toBe(units);
  });

  test('[QC5] columns of wide, narrow and half-width characters', () => {
    expect(['字', 'ｱ', 'Ａ', 'a', '。', '한', '🎉', '…'].map(measureWidth)).toEqual([
      ...[2, 1, 2, 1, 2, 2, 2, 1],
    ]);
  });
});
