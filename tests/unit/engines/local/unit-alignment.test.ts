import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords, type Word } from '../../../../electron/core/transcript/word';
import type { EngineSegment } from '../../../../electron/engines/engine';
import { mapSegment } from '../../../../electron/engines/local/map-segment';
import type { HeardStretch } from '../../../../electron/engines/local/stretch-gaps';
import { planPlacing, type PlacingPlan } from '../../../../electron/engines/local/unit-alignment';
import { placeUnits, UnitPlacer } from '../../../../electron/engines/local/unit-placer';

const wordMs = 300;

/** A stretch of words of 300 ms each, beginning at a second. */
function stretch(beginSeconds: number, text: string, recognised = text): HeardStretch {
  const chunks = recognised.split(' ').filter(Boolean);
  const lengthMs = text.split(' ').length * wordMs;
  return {
    segment: {
      beginSample: beginSeconds * 16_000,
      endSample: (beginSeconds * 1000 + lengthMs) * 16,
      speechMs: lengthMs,
      firstFrame: 0,
      probabilities: new Float32Array(),
    },
    words: mapSegment(
      chunks.map((chunk, index) => ({
        text: chunk,
        beginMs: index * wordMs,
        endMs: (index + 1) * wordMs,
        confidence: 0.9,
      })),
      beginSeconds * 1000,
    ),
  };
}

/** Answers of a second pass that spreads the chunks evenly. */
function spreadJobs({ jobs }: PlacingPlan) {
  return jobs.map(({ chunks, segment }) => {
    const stepMs = (segment.endSample - segment.beginSample) / 16 / chunks.length;
    return chunks.map((text, index) => ({
      text,
      beginMs: index * stepMs,
      endMs: (index + 1) * stepMs,
      confidence: 0.5,
    }));
  });
}

function place(units: readonly string[], stretches: readonly HeardStretch[]): EngineSegment[] {
  const plan = planPlacing(units, stretches);
  return placeUnits(plan, spreadJobs(plan));
}

const begins = (segments: readonly EngineSegment[]): (readonly [string, number])[] =>
  segments.flatMap(({ words }) => words).map(({ text, beginMs }) => [text, beginMs] as const);

const wordsOf = (segments: readonly EngineSegment[]): Word[] =>
  segments.flatMap(({ words }) => words);

describe('placing a text', () => {
  it('keeps the times of what was recognised, whatever its case and marks', () => {
    const stretches = [stretch(1, 'So it begins'), stretch(5, 'and ends')];
    const plan = planPlacing(['so, it', 'begins and ENDS!'], stretches);
    expect(plan.jobs).toEqual([]);
    expect(begins(placeUnits(plan, []))).toEqual([
      ['so', 1000],
      ['it', 1300],
      ['begins', 1600],
      ['and', 5000],
      ['ENDS', 5300],
    ]);
  });

  it('asks about a wrong word only, with what was recognised around it', () => {
    const stretches = [stretch(1, 'So, it begins'), stretch(5, 'and ends here')];
    const plan = planPlacing(['so it begins and mends here'], stretches);
    expect(plan.jobs.map(({ chunks }) => chunks)).toEqual([['and', 'mends', 'here']]);
    expect(begins(placeUnits(plan, spreadJobs(plan)))[4]).toEqual(['mends', 5300]);
  });

  it('leaves the rest in place where words are missing from the text', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(begins(place(['one two nine ten'], [stretch(0, text)]))).toEqual([
      ['one', 0],
      ['two', 300],
      ['nine', 2400],
      ['ten', 2700],
    ]);
  });

  it('estimates words that are not in the sound, and moves no other', () => {
    const units = [
      'alpha bravo charlie',
      'nobody ever said any of this at all',
      'delta echo foxtrot',
    ];
    const segments = place(units, [stretch(0, 'alpha bravo charlie delta echo foxtrot')]);
    expect(segments.map(({ words }) => joinWords(words))).toEqual(units);
    expect(segments[1]?.words.every(({ timing }) => timing === 'estimated')).toBe(true);
    expect(begins(segments).slice(-3)).toEqual([
      ['delta', 900],
      ['echo', 1200],
      ['foxtrot', 1500],
    ]);
    expect(segments[1]).toMatchObject({ beginMs: 900, endMs: 900 });
  });

  it('does not take a stray "the" for its place', () => {
    const units = ['alpha bravo charlie one two the three four delta echo foxtrot'];
    const heard = 'alpha bravo charlie five six the seven eight delta echo foxtrot';
    const plan = planPlacing(units, [stretch(0, heard)]);
    expect(plan.times[5]).toBeDefined();
    const far = planPlacing(
      ['alpha one two three four the five six seven eight bravo'],
      [stretch(0, 'alpha kilo lima the bravo')],
    );
    expect(far.times[5]).toBeUndefined();
  });

  it('gives the words of a stretch without text to that stretch', () => {
    const stretches = [
      stretch(0, 'alpha bravo charlie'),
      stretch(10, 'one two three four', ''),
      stretch(20, 'delta echo foxtrot'),
    ];
    const segments = place(
      ['alpha bravo charlie one two three four delta echo foxtrot'],
      stretches,
    );
    expect(begins(segments).slice(3, 7)).toEqual([
      ['one', 10_000],
      ['two', 10_300],
      ['three', 10_600],
      ['four', 10_900],
    ]);
  });

  it('estimates a word the second pass found no room or likelihood for', () => {
    const plan = planPlacing(['alpha bravo charlie'], [stretch(0, 'alpha beta charlie')]);
    const aligned = [
      [
        { text: 'alpha', beginMs: 0, endMs: 300, confidence: 1 },
        { text: 'bravo', beginMs: 300, endMs: 310, confidence: 1e-9 },
        { text: 'charlie', beginMs: 310, endMs: 900, confidence: 1 },
      ],
    ];
    expect(wordsOf(placeUnits(plan, aligned))[1]).toMatchObject({
      beginMs: 300,
      endMs: 600,
      timing: 'estimated',
    });
  });

  it('passes on that times of the second pass are estimates', () => {
    const plan = planPlacing(['alpha bravo charlie'], [stretch(0, 'alpha beta charlie')]);
    const answers = spreadJobs(plan).map((chunks) =>
      chunks.map((chunk) => ({ ...chunk, isEstimated: true })),
    );
    const timings = wordsOf(placeUnits(plan, answers)).map(({ timing }) => timing);
    expect(timings).toEqual(['measured', 'estimated', 'measured']);
  });

  it('puts a text before the first and after the last word close to them', () => {
    const heard = [stretch(60, 'alpha bravo charlie')];
    const segments = place(['not said', 'alpha bravo charlie', 'not said either'], heard);
    expect(segments[0]).toMatchObject({ beginMs: 60_000, endMs: 60_000 });
    expect(segments[2]?.beginMs).toBe(60_900);
  });

  it('keeps every unit, even those without a word', () => {
    const units = ['', '♪', ' \n', '...', 'x'];
    expect(place(units, []).map(({ words }) => joinWords(words))).toEqual(units);
    expect(place([], [stretch(0, 'alpha')])).toEqual([]);
  });

  it('gives units out as soon as they are final, each once', () => {
    const heard = [
      stretch(0, 'alpha bravo charlie'),
      stretch(10, 'delta echo foxtrot'),
      stretch(20, 'golf hotel india'),
    ];
    const units = [
      'alpha bravo charlie',
      'delta mike',
      'foxtrot golf',
      'oscar india',
      'not said at all',
    ];
    const plan = planPlacing(units, heard);
    const answers = spreadJobs(plan);
    expect(answers).toHaveLength(2);
    const placer = new UnitPlacer(plan);
    const counts = [placer.takeFinal().length];
    for (const answer of answers) {
      placer.add(answer);
      counts.push(placer.takeFinal().length);
    }
    expect(counts).toEqual([1, 2, 2]);
    expect(placer.finish()).toEqual([]);
  });

  it('gives out the same by and by as all at once', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six', '♪'), { maxLength: 20 })
      .map((parts) => parts.join(' '));
    const texts = fc.array(text, { maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, fc.infiniteStream(fc.boolean()), (units, heard, isAnswered) => {
        const plan = planPlacing(
          units,
          heard.map((part, index) => stretch(index * 20, part)),
        );
        const answers = spreadJobs(plan).map((answer) =>
          isAnswered.next().value ? answer : undefined,
        );
        const placer = new UnitPlacer(plan);
        const segments = placer.takeFinal();
        for (const answer of answers) {
          placer.add(answer);
          segments.push(...placer.takeFinal());
        }
        segments.push(...placer.finish());
        expect(segments).toEqual(placeUnits(plan, answers));
      }),
    );
  });

  it('keeps text and order, whatever is given and whatever was heard', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two', 'three', 'four', '“five,”', '♪', 'six\n', '七八'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 6 }),
        fc.array(text, { maxLength: 6 }),
        (units, heard) => {
          const stretches = heard.map((part, index) => stretch(index * 20, part));
          const segments = place(units, stretches);
          expect(segments.map(({ words }) => joinWords(words))).toEqual(units);
          let floorMs = 0;
          for (const word of wordsOf(segments)) {
            expect(Number.isInteger(word.beginMs) && Number.isInteger(word.endMs)).toBe(true);
            expect(word.beginMs).toBeGreaterThanOrEqual(floorMs);
            expect(word.endMs).toBeGreaterThanOrEqual(word.beginMs);
            floorMs = word.endMs;
          }
        },
      ),
    );
  });
});
