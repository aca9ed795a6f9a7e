import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../../electron/core/transcript/word';
import type { EngineSegment } from '../../../../electron/engines/engine';
import { mapSegment } from '../../../../electron/engines/local/map-segment';
import type { HeardStretch } from '../../../../electron/engines/local/stretch-gaps';
import { planPlacing, type PlacingPlan } from '../../../../electron/engines/local/unit-alignment';
import { placeUnits } from '../../../../electron/engines/local/unit-placer';

const wordMs = 300;

/** What was heard, word by word, from a second on; silence follows. */
function heard(beginMs: number, text: string): HeardStretch {
  const chunks = text.split(' ').map((word, index) => ({
    ...{ text: word, beginMs: index * wordMs, endMs: (index + 1) * wordMs },
    confidence: 0.9,
  }));
  const lengthMs = chunks.length * wordMs;
  return {
    segment: {
      ...{ beginSample: beginMs * 16, endSample: (beginMs + lengthMs) * 16, speechMs: lengthMs },
      ...{ firstFrame: 0, probabilities: new Float32Array() },
    },
    words: mapSegment(chunks, beginMs),
  };
}

/** A second pass that finds nothing: each word somewhere, at the likelihood of noise. */
function findNothing({ jobs }: PlacingPlan) {
  return jobs.map(({ chunks }) =>
    chunks.map((text, index) => ({
      ...{ text, beginMs: index * 50, endMs: index * 50 + 50, confidence: 1e-5 },
    })),
  );
}

function place(units: readonly string[], stretches: readonly HeardStretch[]): EngineSegment[] {
  const plan = planPlacing(units, stretches);
  return placeUnits(plan, findNothing(plan));
}

const timesOf = ({ words }: EngineSegment): (readonly [string, number])[] =>
  words.map(({ text, beginMs }) => [text, beginMs] as const);

describe('[AL5] a label in a given text', () => {
  it.each([
    ['MARGARET: And so it begins', 'MARGARET: '],
    ['[Anna] And so it begins', '[Anna] '],
    ['- And so it begins', '- '],
    ['<i>Anna: And so it begins</i>', '<i>Anna: '],
  ])('draws nothing forward: %s', (text, label) => {
    const [before, cue] = place(
      ['The door is open', text],
      [heard(1000, 'The door is open'), heard(8000, 'And so it begins')],
    );
    expect(before?.endMs).toBe(2200);
    expect(cue?.beginMs).toBe(8000);
    expect(cue?.words[0]).toMatchObject({ before: label, text: 'And', timing: 'measured' });
    expect(joinWords(cue!.words)).toBe(text);
  });

  it('is never the word of that name which is said', () => {
    const [cue] = place(['MARGARET: Margaret is here'], [heard(1000, 'Margaret is here')]);
    expect(timesOf(cue!)).toEqual([
      ['Margaret', 1000],
      ['is', 1300],
      ['here', 1600],
    ]);
    expect(cue?.words[0]?.before).toBe('MARGARET: ');
  });

  it('is spoken all the same where it was heard', () => {
    const [cue] = place(['Remember: never again'], [heard(1000, 'Remember never again')]);
    expect(timesOf(cue!)).toEqual([
      ['Remember', 1000],
      ['never', 1300],
      ['again', 1600],
    ]);
  });

  it('of a note stands behind its word, and the aligner does not see it', () => {
    const units = ['ask not what your nation[1] can do'];
    const stretches = [heard(1000, 'ask not what your country can do')];
    const plan = planPlacing(units, stretches);
    expect(plan.jobs.map(({ chunks }) => chunks.join(' '))).toEqual([
      'ask not what your nation can do',
    ]);
    const [cue] = place(units, stretches);
    expect(cue?.words.map(({ text }) => text)).toEqual([
      'ask',
      'not',
      'what',
      'your',
      'nation',
      'can',
      'do',
    ]);
    expect(joinWords(cue!.words)).toBe(units[0]);
  });

  it('and markup are not sent to the aligner', () => {
    const plan = planPlacing(
      ['ANNA: <i>Xylophones</i> begin'],
      [heard(1000, 'Telephones begin and end here')],
    );
    expect(plan.jobs[0]?.chunks).toEqual(['Xylophones', 'begin', 'and', 'end', 'here']);
  });
});

describe('[AL6] a sentence that is not spoken', () => {
  const units = ['PART ONE', 'And so it begins', 'CHAPTER TWO', 'It ends here at last'];
  const stretches = [heard(1000, 'And so it begins'), heard(2600, 'It ends here at last')];

  it('is told, and takes no time from its neighbours', () => {
    const segments = place(units, stretches);
    expect(segments.map(({ isUnspoken }) => isUnspoken === true)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(segments[1]).toMatchObject({ beginMs: 1000, endMs: 2200 });
    expect(segments[3]).toMatchObject({ beginMs: 2600, endMs: 4100 });
    for (const { words } of segments.filter(({ isUnspoken }) => isUnspoken)) {
      for (const { beginMs, endMs, timing } of words) {
        expect({ length: endMs - beginMs, timing }).toEqual({ length: 0, timing: 'estimated' });
      }
    }
    expect(segments.map(({ words }) => joinWords(words))).toEqual(units);
  });

  it('may be most of the text', () => {
    const missing = Array.from(
      { length: 30 },
      (_, index) => `Nobody has ever read line number ${index + 100} of it`,
    );
    const segments = place([...missing, 'And so it begins', 'It ends here at last'], stretches);
    expect(segments.filter(({ isUnspoken }) => isUnspoken)).toHaveLength(30);
    expect(segments.at(-2)?.words.every(({ timing }) => timing === 'measured')).toBe(true);
  });

  it('is found where the aligner found nothing of it, though something else was said there', () => {
    const segments = place(
      ['And so it begins', 'Completely different sentence follows', 'It ends here at last'],
      [heard(1000, 'And so it begins mumble mumble mumble'), heard(4000, 'It ends here at last')],
    );
    expect(segments.map(({ isUnspoken }) => isUnspoken === true)).toEqual([false, true, false]);
  });

  it('is none of a text that is not what is said', () => {
    const segments = place(['Wholly other words', 'stand here'], stretches);
    expect(segments.some(({ isUnspoken }) => isUnspoken)).toBe(false);
  });

  it('is no note of music', () => {
    const segments = place(['♪ ♪', 'And so it begins'], stretches);
    expect(segments[0]?.isUnspoken).toBeUndefined();
  });
});
