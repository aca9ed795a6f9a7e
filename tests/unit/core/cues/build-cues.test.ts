import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '@core/cues/break-lines';
import { buildCues } from '@core/cues/build-cues';
import { extendCueEnds } from '@core/cues/extend-cue-ends';
import type { SpokenSegment } from '@core/cues/spoken-segment';
import { sortSentences } from '@core/transcript/sort-sentences';
import { type CueLimits, defaultCueLimits } from '@core/cues/cue-limits';
import { countCharacters } from '@core/transcript/graphemes';
import type { Sentence } from '@core/transcript/sentence';
import { tokenise } from '@core/transcript/tokenise';
import { joinWords, type Word } from '@core/transcript/word';

/** The cues of a whole recording, as the job that hears it finishes them. */
function finishCues(segments: readonly SpokenSegment[], limits: CueLimits, newId: () => string) {
  const cues = segments.flatMap((segment) => buildCues(segment, limits, newId));
  const lastEndMs = Math.max(...segments.map(({ endMs }) => endMs));
  return extendCueEnds(sortSentences(cues), limits, lastEndMs);
}

const english = defaultCueLimits('en');
const chinese = defaultCueLimits('zh-CN');

function countIds(): () => string {
  let count = 0;
  return () => `c${++count}`;
}

/** Speaks a text: 65 ms a letter (200 for Chinese), 300 ms of silence at marks, 40 ms elsewhere. */
function speak(text: string, pauseMs = 300): SpokenSegment {
  let atMs = 0;
  const words = tokenise(text).map((token): Word => {
    const beginMs = atMs;
    const letterMs = /\p{Script=Han}/u.test(token.text) ? 200 : 65;
    const endMs = beginMs + letterMs * token.text.length;
    atMs = endMs + (/[.,!?，。？]/u.test(token.after) ? pauseMs : 40);
    return { ...token, beginMs, endMs, timing: 'measured' };
  });
  return { beginMs: 0, endMs: (words.at(-1)?.endMs ?? 0) + 200, channel: 0, words };
}

function texts(cues: readonly Sentence[]): string[] {
  return cues.map((cue) => cue.text);
}

function cut(text: string, limits: CueLimits = english, pauseMs = 300): string[] {
  return texts(buildCues(speak(text, pauseMs), limits, countIds()));
}

describe('defaultCueLimits', () => {
  test.each([
    ['en', 42],
    ['en-GB', 42],
    ['zh', 16],
    ['zh-Hant-TW', 16],
    ['yue', 16],
    ['ja', 16],
    ['xx', 42],
  ])('[CU2] %s has lines of %i characters', (language, maxLineCharacters) => {
    expect(defaultCueLimits(language)).toMatchObject({
      maxLines: 2,
      maxLineCharacters,
      minDurationMs: 1000,
      maxDurationMs: 7000,
    });
  });
});

describe('buildCues', () => {
  test('[CU1] a short sentence is one cue with its words and their times', () => {
    const segment = speak('How are you doing today?');
    expect(buildCues({ ...segment, channel: 1, speaker: 'Ann' }, english, countIds())).toEqual([
      {
        id: 'c1',
        beginMs: 0,
        endMs: segment.words.at(-1)!.endMs,
        text: 'How are you doing today?',
        channel: 1,
        speaker: 'Ann',
        words: segment.words,
      },
    ]);
  });

  test('[CU1] no words, no cue', () => {
    expect(buildCues(speak(''), english, countIds())).toEqual([]);
  });

  test('[CU3] full stops that end no sentence', () => {
    expect(
      cut('Mr. Smith paid 3.5 million dollars in the U.S. Senate. Dr. J. Doe was there too.'),
    ).toEqual([
      'Mr. Smith paid 3.5 million dollars in the U.S. Senate.',
      'Dr. J. Doe was there too.',
    ]);
  });

  test('[CU3] an abbreviation before a word that begins sentences', () => {
    expect(cut('They had to get up at 5 a.m. The train was already there.')).toEqual([
      'They had to get up at 5 a.m.',
      'The train was already there.',
    ]);
  });

  test('[CU3] a quotation that goes on in lower case', () => {
    expect(cut('“Where are you going?” she asked him. He said that he had no idea.')).toEqual([
      '“Where are you going?” she asked him.',
      'He said that he had no idea.',
    ]);
  });

  test('[CU3] Chinese sentences', () => {
    expect(
      cut(
        '人工智能正在改变我们的生活方式。你觉得它会带来什么风险？我觉得现在还好；我们不用太担心。',
        chinese,
      ),
    ).toEqual([
      '人工智能正在改变我们的生活方式。',
      '你觉得它会带来什么风险？',
      '我觉得现在还好；',
      '我们不用太担心。',
    ]);
  });

  test('[CU3] a text without capitals still has sentences', () => {
    expect(cut('where are you going tomorrow. i really have no idea at all.')).toHaveLength(2);
  });

  test('[CU3] without any mark a pause of 0.7 s ends a cue', () => {
    const { words, ...segment } = speak('so we went there and then we came back again');
    const late = words.map((word, index) =>
      index < 5 ? word : { ...word, beginMs: word.beginMs + 700, endMs: word.endMs + 700 },
    );
    const cues = buildCues(
      { ...segment, endMs: segment.endMs + 700, words: late },
      english,
      countIds(),
    );
    expect(texts(cues)).toEqual(['so we went there and', 'then we came back again']);
  });

  test('[CU3] a pause of 1.5 s ends a cue even inside a sentence', () => {
    expect(cut('After all this time, we are done.', english, 1500)).toEqual([
      'After all this time,',
      'we are done.',
    ]);
  });

  test('[CU4] a long sentence is cut at marks, then before a joining word', () => {
    expect(
      cut(
        'It is a truth universally acknowledged, that a single man in possession of a good fortune, ' +
          'must be in want of a wife.',
      ),
    ).toEqual([
      'It is a truth universally acknowledged,',
      'that a single man in possession of a good fortune, must be in want of a wife.',
    ]);
    expect(
      cut(
        'So the thing about neural networks is that they are extremely good at finding patterns in ' +
          'large amounts of data but they are not very good at explaining why they found them.',
      ).every((text) => !/ (?:the|of|at|in|a|are|is|very)$/u.test(text)),
    ).toBe(true);
  });

  test('[CU5] sentences too brief to be read share a cue', () => {
    expect(cut('Yes. I think so. We should go there together tomorrow morning.')).toEqual([
      'Yes. I think so.',
      'We should go there together tomorrow morning.',
    ]);
    expect(cut('Yes. I think that we should go.', english, 600)).toEqual([
      'Yes.',
      'I think that we should go.',
    ]);
  });

  test('[CU6] a brief cue is extended into silence, but 83 ms short of the next', () => {
    const word = { before: '', after: '. ', timing: 'measured' } as const;
    const words: Word[] = [
      { ...word, text: 'Stop', beginMs: 0, endMs: 300 },
      { ...word, text: 'Go', beginMs: 850, endMs: 1200 },
    ];
    const segment = { beginMs: 0, endMs: 1300, channel: 0, words };
    const later = {
      beginMs: 4000,
      endMs: 9000,
      channel: 0,
      words: [{ ...word, text: 'Oh', beginMs: 4000, endMs: 8000 }],
    };
    expect(
      finishCues([segment, later], english, countIds()).map((cue) => [cue.beginMs, cue.endMs]),
    ).toEqual([
      [0, 767],
      [850, 1700],
      [4000, 8000],
    ]);
  });

  test('[TX3] [CU6] cues of all segments come sorted, whatever their order', () => {
    const first = speak('One is here now.');
    const second = { ...speak('Two is here now.'), channel: 1 };
    const cues = finishCues([second, first], english, countIds());
    expect(cues.map((cue) => cue.channel)).toEqual([0, 1]);
  });

  const token = fc.constantFrom(
    'the ',
    'cat ',
    'sat ',
    'extraordinarily ',
    'and ',
    'end. ',
    'so, ',
    'Mr. ',
    'Yes. ',
    '“Hello,” ',
    'word—',
    '你',
    '好，',
    '世界',
    '人工智能',
    '吗？',
    'ไทย',
    '15 ',
    `${'x'.repeat(50)} `,
  );
  const anySegment = fc
    .array(
      fc.record({
        token,
        gapMs: fc.oneof(fc.nat(300), fc.nat(3000)),
        lengthMs: fc.oneof(fc.nat(600), fc.nat(9000)),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((entries): SpokenSegment => {
      let atMs = 0;
      const words = entries.flatMap(({ token: text, gapMs, lengthMs }) =>
        tokenise(text).map((part): Word => {
          const beginMs = atMs + gapMs;
          atMs = beginMs + lengthMs;
          return { ...part, beginMs, endMs: atMs, timing: 'estimated' };
        }),
      );
      return { beginMs: 0, endMs: atMs + 200, channel: 0, words };
    });

  test('[TX1] [CU1] every word is in one cue, in order, with its times', () => {
    fc.assert(
      fc.property(anySegment, fc.constantFrom(english, chinese), (segment, limits) => {
        const cues = buildCues(segment, limits, countIds());
        const bare = (words: readonly Word[]) =>
          words.map((word) => ({ ...word, before: word.before.trim(), after: word.after.trim() }));
        expect(bare(cues.flatMap((cue) => cue.words))).toEqual(bare(segment.words));
        for (const cue of cues) {
          expect(cue.text).toBe(joinWords(cue.words));
          expect(cue.text).toBe(cue.text.trim());
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[CU2] lines, characters and duration are within the limits but for single words', () => {
    fc.assert(
      fc.property(anySegment, fc.constantFrom(english, chinese), (segment, limits) => {
        for (const cue of buildCues(segment, limits, countIds())) {
          expect(cue.endMs - cue.beginMs).toBeLessThanOrEqual(limits.maxDurationMs);
          if (cue.words.length === 1) continue;
          const lines = breakLines(cue.text, limits);
          expect(lines.length).toBeLessThanOrEqual(limits.maxLines);
          for (const line of lines) {
            expect(countCharacters(line)).toBeLessThanOrEqual(limits.maxLineCharacters);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[CU6] cues follow each other without overlap', () => {
    fc.assert(
      fc.property(anySegment, (segment) => {
        const cues = buildCues(segment, english, countIds());
        cues.forEach((cue, index) => {
          expect(cue.beginMs).toBeLessThanOrEqual(cue.endMs);
          expect(cue.endMs).toBeLessThanOrEqual(cues[index + 1]?.beginMs ?? Infinity);
        });
      }),
    );
  });
});
