import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBreakRules } from '@core/cues/break-rules';
import { defaultCueLimits } from '@core/cues/cue-limits';
import {
  buildAllCues,
  continueCues,
  type CueOptions,
  finishCues,
  type OpenSpeech,
} from '@core/cues/open-speech';
import type { SpokenSegment } from '@core/cues/spoken-segment';
import type { Sentence } from '@core/transcript/sentence';
import { tokenise } from '@core/transcript/tokenise';
import { joinWords, type Word } from '@core/transcript/word';

/** A segment that begins at a time: 80 ms a letter, 40 ms between words, or what a word is told to wait. */
function speak(
  text: string,
  beginMs: number,
  { pauses = {}, ...about }: Partial<SpokenSegment> & { pauses?: Record<string, number> } = {},
): SpokenSegment {
  let atMs = beginMs;
  const words = tokenise(text).map((token): Word => {
    const wordMs = atMs + (pauses[token.text] ?? 0);
    const endMs = wordMs + 80 * token.text.length;
    atMs = endMs + 40;
    return { ...token, beginMs: wordMs, endMs, timing: 'measured' };
  });
  return { beginMs, endMs: words.at(-1)!.endMs + 100, channel: 0, words, ...about };
}

/** The same behind another segment, so long after its last word. */
function after(segment: SpokenSegment, text: string, pauseMs: number, about = {}): SpokenSegment {
  return speak(text, segment.words.at(-1)!.endMs + pauseMs, about);
}

function options(about: Partial<CueOptions> = {}): CueOptions {
  let count = 0;
  return {
    limitsFor: () => defaultCueLimits('en'),
    rulesFor: (text) => chooseBreakRules('en', text),
    newId: () => `c${++count}`,
    ...about,
  };
}

const texts = (cues: readonly Sentence[]): string[] => cues.map(({ text }) => text);
const cutAll = (...segments: readonly SpokenSegment[]): string[] =>
  texts(buildAllCues(segments, options()));

describe('cues across the segments of an engine', () => {
  test('[CU3] a sentence that an engine parts at a breath is one', () => {
    const first = speak('Tell us what', 1000);
    const second = after(first, 'the farmers said to you.', 1100);
    expect(cutAll(first, second)).toEqual(['Tell us what the farmers said to you.']);
  });

  test('[CU3] a silence of 1.5 s ends a cue, as within a segment', () => {
    const first = speak('Tell us what', 1000);
    expect(cutAll(first, after(first, 'the farmers said.', 1500))).toEqual([
      'Tell us what',
      'the farmers said.',
    ]);
  });

  test('[CU3] a sentence is cut at its marks before its breaths', () => {
    const pauses = { which: 1050, the: 620 };
    const segment = speak(
      'Think not of the harvest which my village may bring to you, the question is what you may bring here.',
      3000,
    );
    const late = segment.words.findIndex(({ text }) => text === 'which');
    const comma = segment.words.findIndex(({ after: marks }) => marks === ', ');
    const words = segment.words.map((word, index) => {
      const laterMs = (index >= late ? pauses.which : 0) + (index > comma ? pauses.the : 0);
      return { ...word, beginMs: word.beginMs + laterMs, endMs: word.endMs + laterMs };
    });
    expect(cutAll({ ...segment, words, endMs: words.at(-1)!.endMs })).toEqual([
      'Think not of the harvest which my village may bring to you,',
      'the question is what you may bring here.',
    ]);
  });

  test('[CU4] a sentence too long for a cue is cut where a mark and a breath meet', () => {
    const first = speak('When the old farmers had heard the news,', 0);
    const second = after(first, 'they told my father and my mother', 900);
    const third = after(second, 'and all my brothers that they would come.', 400);
    expect(cutAll(first, second, third)).toEqual([
      'When the old farmers had heard the news,',
      'they told my father and my mother and all my brothers that they would come.',
    ]);
  });

  test('[CU3] a segment whose only mark is at its end has marks', () => {
    expect(cutAll(speak('We walked up there yesterday.', 0, { pauses: { up: 1000 } }))).toEqual([
      'We walked up there yesterday.',
    ]);
    expect(cutAll(speak('we walked up there yesterday', 0, { pauses: { up: 1000 } }))).toEqual([
      'we walked',
      'up there yesterday',
    ]);
  });

  test('[CU3] without any mark, where an engine ends a segment a cue ends', () => {
    const first = speak('we walked up the old hill', 0);
    expect(cutAll(first, after(first, 'nobody was there at all', 300))).toEqual([
      'we walked up the old hill',
      'nobody was there at all',
    ]);
  });

  test('[CU5] brief answers share a cue with what is near', () => {
    const question = speak('Did you see anybody there?', 0);
    const answer = after(question, 'No.', 300);
    const more = after(answer, 'Nobody came out in that rain.', 900);
    expect(cutAll(question, answer, more)).toEqual([
      'Did you see anybody there? No.',
      'Nobody came out in that rain.',
    ]);
    const soon = after(answer, 'I was at home.', 200);
    expect(cutAll(speak('No.', 0), speak('I was at home.', 400))).toEqual(['No. I was at home.']);
    expect(cutAll(question, answer, soon).join(' ')).toBe(
      'Did you see anybody there? No. I was at home.',
    );
  });

  test('[CU5] Chinese ones as well, without a blank', () => {
    const slow = { limitsFor: () => defaultCueLimits('zh') };
    const question = speak('你昨天去过学校和图书馆吗？', 0);
    const answer = after(question, '去过。', 200);
    expect(texts(buildAllCues([question, answer], options(slow)))).toEqual([
      '你昨天去过学校和图书馆吗？去过。',
    ]);
    // Neither a mark nor a blank would part them.
    const unmarked = speak('好', 0);
    expect(
      texts(buildAllCues([unmarked, after(unmarked, '我们走吧', 200)], options(slow))),
    ).toEqual(['好', '我们走吧']);
  });

  test('[CU1] channels and speakers never mix', () => {
    const first = speak('Tell us what', 0);
    const inBetween = speak('Yes.', 900, { channel: 1 });
    const second = after(first, 'the farmers said.', 400);
    const cues = buildAllCues([first, inBetween, second], options());
    expect(texts(cues.filter(({ channel }) => channel === 0))).toEqual([
      'Tell us what the farmers said.',
    ]);
    expect(texts(cues.filter(({ channel }) => channel === 1))).toEqual(['Yes.']);
    const ann = speak('Tell us what', 0, { speaker: 'Ann' });
    const ben = after(ann, 'the farmers said.', 400, { speaker: 'Ben' });
    expect(buildAllCues([ann, ben], options()).map(({ speaker, text }) => [speaker, text])).toEqual(
      [
        ['Ann', 'Tell us what'],
        ['Ben', 'the farmers said.'],
      ],
    );
  });
});

describe('cues of speech that still comes', () => {
  test('[CU3] a sentence that has ended is told at once, one that goes on is held back', () => {
    const first = speak('We are all of us here now. Tell us what,', 0, {
      pauses: { Tell: 600 },
    });
    const told = continueCues([], [first], options());
    expect(texts(told.cues)).toEqual(['We are all of us here now.']);
    const second = after(first, 'in the end, they said.', 1100);
    const then = continueCues(told.open, [second], options());
    expect(texts(then.cues)).toEqual(['Tell us what, in the end, they said.']);
    expect(then.open).toEqual([]);
  });

  test('[CU3] of an engine that sets marks, a segment without one is held back', () => {
    const first = speak('tell us what', 0);
    expect(continueCues([], [first], options()).open).toEqual([]);
    const held = continueCues([], [first], options({ setsMarks: true }));
    expect(held.cues).toEqual([]);
    const second = after(first, 'they said.', 1000);
    const { cues } = continueCues(held.open, [second], options({ setsMarks: true }));
    expect(texts(cues)).toEqual(['tell us what they said.']);
  });

  test('[CU3] what is held back is told once another channel has gone on for long enough', () => {
    const first = speak('Well, tell us what', 0);
    const { open, cues } = continueCues([], [first], options());
    expect(cues).toEqual([]);
    const other = after(first, 'Over here.', 1500, { channel: 1 });
    expect(texts(continueCues(open, [other], options()).cues)).toEqual([
      'Well, tell us what',
      'Over here.',
    ]);
  });

  test('[CU3] what goes on for a minute without an end is told as far as it is there', () => {
    let open: readonly OpenSpeech[] = [];
    let told = 0;
    let last = speak('and then, as we went on, we saw', 0);
    while (told === 0) {
      const next = continueCues(open, [last], options());
      ({ open } = next);
      told = next.cues.length;
      last = after(last, 'and then, as we went on, we saw', 300);
    }
    expect(open).toEqual([]);
    expect(last.beginMs).toBeGreaterThan(60_000);
    expect(last.beginMs).toBeLessThan(65_000);
  });

  test('[CU5] what an engine cut in the middle of speech waits for the brief answer behind it', () => {
    const question: SpokenSegment = {
      ...speak('They came. Did you see anybody there?', 0, { pauses: { Did: 600 } }),
      isCut: true,
    };
    const asked = continueCues([], [question], options());
    expect(texts(asked.cues)).toEqual(['They came.']);
    const answer = after(question, 'No.', 300);
    const { cues, open } = continueCues(asked.open, [answer], options());
    expect(texts(cues)).toEqual(['Did you see anybody there? No.']);
    expect(open).toEqual([]);
    const late = after(question, 'No.', 600);
    expect(texts(continueCues(asked.open, [late], options()).cues)).toEqual([
      'Did you see anybody there?',
      'No.',
    ]);
    expect(texts(finishCues(asked.open, options()))).toEqual(['Did you see anybody there?']);
  });

  test('[CU3] what comes with a minute of speech before it is held back all the same', () => {
    const sentences = Array.from({ length: 40 }).reduce<SpokenSegment[]>(
      (list) => [...list, after(list.at(-1)!, 'Nobody came out in that rain.', 300)],
      [speak('Nobody came out in that rain.', 0)],
    );
    const last = after(sentences.at(-1)!, 'Well, tell us what', 300);
    const told = continueCues([], [...sentences, last], options());
    expect(told.cues).toHaveLength(41);
    expect(last.endMs).toBeGreaterThan(60_000);
    const second = after(last, 'the farmers said.', 400);
    expect(texts(continueCues(told.open, [second], options()).cues)).toEqual([
      'Well, tell us what the farmers said.',
    ]);
  });

  const token = fc.constantFrom(
    ...[
      'the ',
      'cat ',
      'sat ',
      'and ',
      'end. ',
      'so, ',
      'Mr. ',
      'Yes. ',
      'No? ',
      '你好，',
      '世界。',
      '5. ',
    ],
  );
  const anySpeech = fc
    .array(
      fc.record({
        gapMs: fc.oneof(fc.nat(600), fc.nat(3000)),
        channel: fc.nat(1),
        speaker: fc.constantFrom(undefined, 'Ann'),
        words: fc.array(fc.record({ token, gapMs: fc.nat(1200), lengthMs: fc.nat(900) }), {
          minLength: 1,
          maxLength: 12,
        }),
      }),
      { maxLength: 12 },
    )
    .map((entries) => {
      let atMs = 0;
      return entries.map(({ gapMs, channel, speaker, words }): SpokenSegment => {
        const beginMs = atMs + gapMs;
        atMs = beginMs;
        const spoken = words.flatMap((word, index) =>
          tokenise(index === words.length - 1 ? word.token.trim() : word.token).map(
            (part): Word => {
              const wordMs = atMs + word.gapMs;
              atMs = wordMs + word.lengthMs;
              return { ...part, beginMs: wordMs, endMs: atMs, timing: 'estimated' };
            },
          ),
        );
        const about = speaker === undefined ? {} : { speaker };
        return { beginMs, endMs: atMs, channel, ...about, words: spoken };
      });
    });

  const bare = (words: readonly Word[]): readonly Word[] =>
    words.map((word) => ({ ...word, before: word.before.trim(), after: word.after.trim() }));

  test('[TX1] [CU1] every word is in one cue of its channel and speaker, in order, with its times', () => {
    fc.assert(
      fc.property(anySpeech, fc.boolean(), (segments, setsMarks) => {
        const cues = buildAllCues(segments, options({ setsMarks }));
        const wordsOf = (list: readonly SpokenSegment[], channel: number, speaker?: string) =>
          bare(
            list
              .filter((each) => each.channel === channel && each.speaker === speaker)
              .flatMap(({ words }) => words),
          );
        for (const channel of [0, 1]) {
          for (const speaker of [undefined, 'Ann']) {
            expect(wordsOf(cues, channel, speaker)).toEqual(wordsOf(segments, channel, speaker));
          }
        }
        for (const cue of cues) {
          expect(cue.text).toBe(joinWords(cue.words));
          expect(cue.text).toBe(cue.text.trim());
          expect(cue.beginMs).toBeLessThanOrEqual(cue.endMs);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[CU2] a cue across segments keeps to the limits', () => {
    fc.assert(
      fc.property(anySpeech, (segments) => {
        for (const cue of buildAllCues(segments, options())) {
          expect(cue.endMs - cue.beginMs).toBeLessThanOrEqual(7000);
          for (const [index, word] of cue.words.slice(1).entries()) {
            expect(word.beginMs - cue.words[index]!.endMs).toBeLessThan(1500);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[CU3] told bit by bit, also with what is open written down, no word is lost or told twice', () => {
    fc.assert(
      fc.property(anySpeech, fc.boolean(), (segments, setsMarks) => {
        const own = options({ setsMarks });
        const told: Sentence[] = [];
        let open: readonly OpenSpeech[] = [];
        for (const segment of segments) {
          const next = continueCues(open, [segment], own);
          told.push(...next.cues);
          open = JSON.parse(JSON.stringify(next.open)) as OpenSpeech[];
        }
        told.push(...finishCues(open, own));
        for (const channel of [0, 1]) {
          const wordsOf = (list: readonly SpokenSegment[]) =>
            bare(list.filter((each) => each.channel === channel).flatMap(({ words }) => words));
          expect(wordsOf(told)).toEqual(wordsOf(segments));
        }
      }),
      { numRuns: 60 },
    );
  });
});
