import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileReplySchema } from '@isi/replies/file-reply';
import { flashReplySchema } from '@isi/replies/flash-reply';
import { finishSteps } from '@core/steps';
import { mapFileReply } from '@isi/replies/map-file-reply';
import { mapFlashReply } from '@isi/replies/map-flash-reply';
import type { SpokenReply } from '@core/replies/spoken-reply';
import { findDisorder, showWords, textOf } from './show-segments';

interface GivenWord {
  readonly text: string;
  readonly begin: number | string;
  readonly end: number | string;
  readonly punc?: string;
}

interface GivenSentence {
  readonly text?: string;
  readonly begin: number | string;
  readonly end: number | string;
  readonly channel?: number | string;
  readonly words?: readonly GivenWord[];
}

function mapFlash(
  sentences: readonly GivenSentence[],
  {
    duration,
    isMeasured = true,
  }: { readonly duration?: number; readonly isMeasured?: boolean } = {},
): SpokenReply {
  const reply = flashReplySchema.parse({
    status: 20000000,
    flash_result: {
      duration,
      sentences: sentences.map(({ text, begin, end, channel, words }) => ({
        text,
        begin_time: begin,
        end_time: end,
        channel_id: channel,
        words: words?.map((word) => ({
          text: word.text,
          begin_time: word.begin,
          end_time: word.end,
          punc: word.punc ?? '',
        })),
      })),
    },
  });
  return finishSteps(mapFlashReply(reply, { hasMeasuredTimes: isMeasured }));
}

/** Words of 400 ms one after the other from `beginMs`; in the list a word is a text. */
function makeWords(texts: readonly string[], beginMs = 0): GivenWord[] {
  return texts.map((text, index) => ({
    text,
    begin: beginMs + 400 * index,
    end: beginMs + 400 * (index + 1),
  }));
}

/** Words shown of one sentence of 0 to 400 ms for each given word. */
function showOne(text: string, texts: readonly string[]): string[] {
  const words = makeWords(texts);
  const reply = mapFlash([{ text, begin: 0, end: 400 * texts.length, words }]);
  expect(reply.segments.map(textOf)).toEqual([text.trim()]);
  return showWords(reply.segments[0]);
}

interface FileGiven {
  readonly sentences: readonly (readonly [
    text: string,
    begin: number,
    end: number,
    channel: number,
  ])[];
  readonly words: readonly (readonly [text: string, begin: number, end: number, channel: number])[];
  readonly speakers?: readonly (string | number | undefined)[];
  readonly isSpeakerSplit?: boolean;
}

function mapFile({
  sentences,
  words,
  speakers = [],
  isSpeakerSplit = false,
}: FileGiven): SpokenReply {
  const reply = fileReplySchema.parse({
    StatusCode: '21050000',
    StatusText: 'SUCCEED',
    Unheard: { of: true },
    Result: {
      Words: words.map(([Word, BeginTime, EndTime, ChannelId]) => ({
        Word,
        BeginTime,
        EndTime,
        ChannelId,
      })),
      Sentences: sentences.map(([Text, BeginTime, EndTime, ChannelId], index) => ({
        Text,
        BeginTime,
        EndTime,
        ChannelId,
        SpeakerId: speakers[index],
      })),
    },
  });
  return finishSteps(mapFileReply(reply, { hasMeasuredTimes: true, isSpeakerSplit }));
}

describe('texts and words', () => {
  test('[IS3] case, width and diacritics do not matter, marks hang on the word before', () => {
    expect(showOne('“Café” is ＯＫ, no？', ['cafe', 'IS', 'ok', 'no'])).toEqual([
      '“[Café]”  0-400 m',
      '[is]  400-800 m',
      '[ＯＫ],  800-1200 m',
      '[no]？ 1200-1600 m',
    ]);
  });

  test('[IS3] a token of letters that is several words has their times', () => {
    expect(showOne("I don't.", ['I', 'don', "'t"])).toEqual([
      '[I]  0-400 m',
      "[don't]. 400-1200 m",
    ]);
  });

  test('[IS3] Chinese is cut as the service cut it, other than inside of the text’s marks', () => {
    expect(showOne('人们在哪里，北京', ['人', '们在', '哪里北', '京'])).toEqual([
      '[人] 0-400 m',
      '[们在] 400-800 m',
      '[哪里]， 800-1067 e',
      '[北] 1067-1200 e',
      '[京] 1200-1600 m',
    ]);
  });

  test('[IS3] [IS4] a character that differs leaves the others in their places', () => {
    expect(showOne('看个项木吧', ['看', '个', '项目', '吧'])).toEqual([
      '[看] 0-400 m',
      '[个] 400-800 m',
      '[项] 800-1000 e',
      '[木] 1000-1200 e',
      '[吧] 1200-1600 m',
    ]);
  });

  test('[IS3] one word of the service that holds a blank is several of ours', () => {
    expect(showOne('New York 很大', ['new york', '很大'])).toEqual([
      '[New]  0-171 e',
      '[York]  171-400 e',
      '[很大] 400-800 m',
    ]);
  });

  test('[IS3] a short word is not found inside a longer one', () => {
    expect(showOne('a dog', ['bat', 'dog'])).toEqual(['[a]  0-400 e', '[dog] 400-800 m']);
  });

  test('[IS4] numbers as digits take the time of the words that were spoken', () => {
    expect(showOne('我有100个。', ['我', '有', '一', '百', '个'])).toEqual([
      '[我] 0-400 m',
      '[有] 400-800 m',
      '[100] 800-1600 e',
      '[个]。 1600-2000 m',
    ]);
  });

  test('[IS4] a word that nobody heard stands in the gap, which may be empty', () => {
    expect(showOne('one and two', ['one', 'two'])).toEqual([
      '[one]  0-400 m',
      '[and]  400-400 e',
      '[two] 400-800 m',
    ]);
    const words = [{ text: 'two', begin: 900, end: 1200 }];
    const reply = mapFlash([{ text: 'one two three', begin: 100, end: 2000, words }]);
    expect(showWords(reply.segments[0])).toEqual([
      '[one]  100-900 e',
      '[two]  900-1200 m',
      '[three] 1200-2000 e',
    ]);
  });

  test('[IS4] without any words the sentence is shared by length', () => {
    const reply = mapFlash([{ text: 'a bcd.', begin: 1000, end: 1400 }]);
    expect(showWords(reply.segments[0])).toEqual(['[a]  1000-1100 e', '[bcd]. 1100-1400 e']);
  });

  test('[IS2] blank sentences are left out, others keep their inner blanks', () => {
    const reply = mapFlash([
      { text: ' ', begin: 0, end: 10, words: makeWords(['x']) },
      { text: ' hello,  you ', begin: 20, end: 30 },
      { text: '', begin: 40, end: 50 },
    ]);
    expect(reply.segments.map(textOf)).toEqual(['hello,  you']);
  });

  test('[IS2] a sentence without a text is what its words say', () => {
    const latin = [
      { text: 'welcome ', begin: 0, end: 1 },
      { text: 'to ', begin: 1, end: 2 },
      { text: 'master', begin: 2, end: 3, punc: '. ' },
    ];
    const mixed = makeWords(['我', '用', 'iPhone', 'Pro', '拍']);
    const reply = mapFlash([
      { begin: 0, end: 3, words: latin },
      { begin: 10, end: 20, words: mixed },
      { begin: 30, end: 40, words: [] },
    ]);
    expect(reply.segments.map(textOf)).toEqual(['welcome to master.', '我用iPhone Pro拍']);
  });
});

describe('times', () => {
  test('[IS5] without alignment nothing counts as measured', () => {
    const words = makeWords(['好', '的']);
    const { segments } = mapFlash([{ text: '好的', begin: 0, end: 800, words }], {
      isMeasured: false,
    });
    expect(segments[0]?.words.map(({ timing }) => timing)).not.toContain('measured');
  });

  test('[IS6] reversed, missing and nonsensical times are mended and no longer measured', () => {
    const words = [
      { text: 'a', begin: '500', end: '300' },
      { text: 'b', begin: '400', end: 900 },
      { text: 'c', begin: 'soon', end: 'later' },
      { text: 'd', begin: 1200, end: 1200 },
    ];
    const { segments } = mapFlash([{ text: 'a b c d', begin: '1000', end: '100', words }]);
    expect(showWords(segments[0])).toEqual([
      '[a]  500-500 e',
      '[b]  500-900 e',
      '[c]  900-1200 e',
      '[d] 1200-1200 m',
    ]);
    expect(segments[0]).toMatchObject({ beginMs: 500, endMs: 1200 });
  });

  test('[IS6] [IS1] overlapping and overhanging words keep their times, the segment grows', () => {
    const words = [
      { text: '你', begin: 90, end: 600 },
      { text: '好', begin: 400, end: 1300 },
    ];
    const { segments } = mapFlash([{ text: '你，好', begin: 100, end: 1200, words }]);
    expect(showWords(segments[0])).toEqual(['[你]， 90-600 m', '[好] 400-1300 m']);
    expect(segments[0]).toMatchObject({ beginMs: 90, endMs: 1300 });
  });

  test.each([
    [3101, 3080, 3101],
    [22, 22_330, 22_330],
    [23, 22_330, 23_000],
    [299, 4720, 4720],
    [4700, 4720, 4720],
    [undefined, 4720, 4720],
  ])('[IS8] duration %s with a last end of %s ms is %s ms', (duration, end, expected) => {
    const reply = mapFlash(
      [{ text: '啊', begin: 0, end }],
      duration === undefined ? {} : { duration },
    );
    expect(reply.durationMs).toBe(expected);
  });
});

describe('channels and speakers', () => {
  test('[IS1] [IS7] interleaved channels: each word stays on its own', () => {
    const { segments } = mapFile({
      sentences: [
        ['好的好的。', 1500, 2500, 1],
        ['你今天好吗？', 1000, 2600, 0],
        ['再见', 3000, 3400, 0],
        ['再见', 3000, 3400, 1],
      ],
      words: [
        ['你', 1000, 1200, 0],
        ['好的', 1500, 2000, 1],
        ['今天', 1200, 1900, 0],
        ['好', 1900, 2200, 0],
        ['好的', 2000, 2500, 1],
        ['吗', 2200, 2600, 0],
        ['再见', 3010, 3390, 1],
        ['再见', 3000, 3400, 0],
      ],
    });
    expect(segments.map((segment) => [segment.channel, textOf(segment)])).toEqual([
      [0, '你今天好吗？'],
      [1, '好的好的。'],
      [0, '再见'],
      [1, '再见'],
    ]);
    expect(findDisorder(segments)).toEqual([]);
    expect(showWords(segments[0])).toEqual([
      '[你] 1000-1200 m',
      '[今天] 1200-1900 m',
      '[好] 1900-2200 m',
      '[吗]？ 2200-2600 m',
    ]);
    expect(showWords(segments[3])).toEqual(['[再见] 3010-3390 m']);
  });

  test('[IS7] the midpoint decides, then what a word reaches into', () => {
    const { segments } = mapFile({
      sentences: [
        ['一二', 1000, 2000, 0],
        ['三四', 2000, 3000, 0],
        ['五', 5000, 6000, 0],
      ],
      words: [
        ['一', 400, 1100, 0],
        ['二', 1600, 2100, 0],
        ['三', 1950, 2500, 0],
        ['四', 2900, 3500, 0],
        ['外', 4000, 4400, 0],
        ['五', 4800, 5150, 0],
      ],
    });
    expect(segments.map(showWords)).toEqual([
      ['[一] 400-1100 m', '[二] 1600-2100 m'],
      ['[三] 1950-2500 m', '[四] 2900-3500 m'],
      ['[五] 4800-5150 m'],
    ]);
  });

  test('[IS7] the speaker is the SpeakerId, or the channel where speakers were split', () => {
    const given = {
      sentences: [
        ['甲', 0, 1, 0],
        ['乙', 2, 3, 1],
      ],
      words: [],
      speakers: ['7', undefined],
    } as const;
    const speakersOf = (isSpeakerSplit: boolean): unknown[] =>
      mapFile({ ...given, isSpeakerSplit }).segments.map(({ speaker }) => speaker);
    expect(speakersOf(true)).toEqual(['7', '1']);
    expect(speakersOf(false)).toEqual(['7', undefined]);
  });
});

const anyToken = fc.constantFrom(
  'the',
  'Cat',
  ' ',
  ', ',
  '. ',
  '北京',
  '大学',
  '人',
  '。',
  '“',
  '♪',
  '3.5',
  'é',
  '👩‍👩‍👧',
  'ﬁ',
);
const anyTime = fc.oneof(
  fc.integer({ min: -50, max: 9000 }),
  fc.integer({ min: 0, max: 9000 }).map(String),
);
const anyWord = fc.record({ text: anyToken, begin: anyTime, end: anyTime });
const anySentence = fc.record({
  text: fc.array(anyToken, { maxLength: 12 }).map((parts) => parts.join('')),
  begin: anyTime,
  end: anyTime,
  channel: fc.constantFrom(0, 1, '1'),
  words: fc.array(anyWord, { maxLength: 8 }),
});

describe('whatever arrives', () => {
  test('[IS2] [IS6] the text is kept and times are in order', () => {
    fc.assert(
      fc.property(fc.array(anySentence, { maxLength: 6 }), (sentences) => {
        const { segments, durationMs } = mapFlash(sentences);
        expect(findDisorder(segments)).toEqual([]);
        const texts = sentences.map(({ text }) => text.trim()).filter((text) => text !== '');
        expect(segments.map(textOf).toSorted()).toEqual(texts.toSorted());
        expect(durationMs).toBeGreaterThanOrEqual(Math.max(0, ...segments.map((s) => s.endMs)));
      }),
    );
  });

  test('[IS7] [IS6] flat words are given to one sentence at most', () => {
    const anySpan = fc.tuple(
      fc.constantFrom('好', '的', '人'),
      fc.nat(3000),
      fc.nat(3000),
      fc.nat(1),
    );
    fc.assert(
      fc.property(
        fc.array(anySpan, { maxLength: 8 }),
        fc.array(anySpan, { maxLength: 20 }),
        (sentences, words) => {
          const { segments } = mapFile({ sentences, words });
          expect(findDisorder(segments)).toEqual([]);
          const timed = segments.flatMap((s) => s.words.filter((w) => w.timing === 'measured'));
          expect(timed.length).toBeLessThanOrEqual(words.length);
        },
      ),
    );
  });

  test('[IS3] words that spell the text give it their times, one by one', () => {
    const anySpoken = fc.array(fc.constantFrom('go', 'going', 'Now', 'now', 'a', "don't", 'x'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(anySpoken, (texts) => {
        const shown = showOne(
          texts.join(' '),
          texts.map((text) => `${text} `),
        );
        expect(shown).toEqual(
          texts.map(
            (text, index) =>
              `[${text}]${index < texts.length - 1 ? ' ' : ''} ${400 * index}-${400 * index + 400} m`,
          ),
        );
      }),
    );
  });

  test('[IS1] [IS7] a reply of 10,000 sentences and 100,000 words', () => {
    const sentences = Array.from(
      { length: 10_000 },
      (_, index) =>
        ['我们今天一共看了20个项目。', 4000 * index, 4000 * index + 3600, index % 2] as const,
    );
    const spoken = ['我们', '今天', '一', '共', '看', '了', '二', '十', '个', '项目'];
    const words = sentences.flatMap(([, beginMs, , channel]) =>
      spoken.map(
        (text, place) =>
          [text, beginMs + 360 * place, beginMs + 360 * place + 350, channel] as const,
      ),
    );
    const { segments, durationMs } = mapFile({ sentences, words });
    expect(durationMs).toBe(39_999_600);
    expect(findDisorder(segments)).toEqual([]);
    expect(new Set(segments.map((segment) => showWords(segment).length))).toEqual(new Set([9]));
    expect(showWords(segments[9999]).slice(-3)).toEqual([
      '[20] 39998160-39998870 e',
      '[个] 39998880-39999230 m',
      '[项目]。 39999240-39999590 m',
    ]);
  });

  test('[IS3] [IS4] one sentence of 5,000 words, timed or not', () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `w${index % 977}`);
    const text = texts.join(' ');
    const end = 400 * texts.length;
    const { segments } = mapFlash([
      { text, begin: 0, end, words: makeWords(texts) },
      { text, begin: 0, end, channel: 1 },
    ]);
    expect(segments.map(({ words }) => words.length)).toEqual([5000, 5000]);
    expect(showWords(segments[0]).at(-1)).toBe('[w114] 1999600-2000000 m');
    expect(findDisorder(segments)).toEqual([]);
  });
});
