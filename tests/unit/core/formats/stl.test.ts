import fc from 'fast-check';
import type { Repair } from '@core/formats/format';
import { stl } from '@core/formats/stl';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

interface BlockParts {
  readonly text: readonly number[];
  readonly begin?: readonly number[];
  readonly end?: readonly number[];
  readonly extension?: number;
  readonly cumulative?: number;
  readonly row?: number;
  readonly justification?: number;
  readonly comment?: number;
}

const bytesOf = (text: string): number[] => Array.from(text, (one) => one.charCodeAt(0));

function makeFile(
  blocks: readonly BlockParts[],
  { rate = '25', table = '00', start = '00000000' } = {},
): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(1024 + blocks.length * 128).fill(0x20, 0, 1024);
  file.set(bytesOf(`850STL${rate}.011${table}09`));
  file.set(bytesOf(start), 256);
  blocks.forEach((block, index) => {
    const at = 1024 + index * 128;
    file.fill(0x8f, at + 16, at + 128);
    const { extension = 0xff, cumulative = 0, row = 20, justification = 2, comment = 0 } = block;
    file.set([0, index + 1, 0, extension, cumulative], at);
    file.set(block.begin ?? [0, 0, 1, 0], at + 5);
    file.set(block.end ?? [0, 0, 2, 0], at + 9);
    file.set([row, justification, comment], at + 13);
    file.set(block.text, at + 16);
  });
  return file;
}

const read = (bytes: Uint8Array) => {
  const { document, repairs } = stl.read!(bytes);
  const cues = document.sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]);
  return { document, cues, repairs: repairs.map(({ code, line }: Repair) => [code, line]) };
};
const startOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(256, 264));
const text = (bytes: readonly number[], table = '00'): unknown =>
  read(makeFile([{ text: bytes }], { table })).cues[0]?.[2];

describe('[FM60] EBU STL is read', () => {
  it('with its rate of frames', () => {
    const block = { text: bytesOf('Hi'), begin: [1, 2, 3, 12], end: [1, 2, 4, 0] };
    for (const [rate, ms] of [
      ['24', 500],
      ['25', 480],
      ['30', 400],
    ] as const) {
      expect(read(makeFile([block], { rate })).cues).toEqual([[3_723_000 + ms, 3_724_000, 'Hi']]);
    }
  });

  it('with diacritics before their letters, and in other alphabets', () => {
    expect(text([0xc8, 0x55, 0xca, 0x61, 0xfb, 0xcf, 0x73, 0xa4])).toBe('Üåßš$');
    expect(text([0xbf, 0xe0, 0xd8, 0xf1], '01')).toBe('Приё');
    expect(text([0xc7, 0xbb], '02')).toBe('ا؛'.normalize('NFC').replace('ا', 'ا'));
    expect(text([0xc3, 0xe5, 0xdc], '03')).toBe('Γεά');
    expect(text([0xf9, 0xe0], '04')).toBe('ша'.replace('ша', 'שא'.normalize('NFC')));
  });

  it('with boxes, colours, italics and underline', () => {
    expect(
      text([
        0x0d,
        0x0b,
        0x0b,
        ...bytesOf('Hi'),
        0x01,
        ...bytesOf('red'),
        0x07,
        ...bytesOf('so'),
        0x0a,
        0x0a,
        0x8a,
        0x8a,
        0x0d,
        0x0b,
        0x0b,
        0x80,
        ...bytesOf('yes'),
        0x81,
        0x20,
        0x82,
        0x6e,
        0x83,
      ]),
    ).toBe('Hi <font color="#ff0000">red</font> so\n<i>yes</i> <u>n</u>');
  });

  it('with places, comments, extension blocks and cues that add up', () => {
    const long = bytesOf('a'.repeat(112));
    const { document, cues, repairs } = read(
      makeFile([
        { text: bytesOf('one'), row: 2, justification: 1, cumulative: 1 },
        { text: bytesOf('two'), begin: [0, 0, 2, 0], end: [0, 0, 5, 0], cumulative: 3 },
        { text: long, extension: 0, begin: [0, 0, 6, 0], end: [0, 0, 7, 0] },
        { text: bytesOf('b') },
        { text: bytesOf('note'), comment: 1 },
        { text: [], extension: 0xfe },
      ]),
    );
    expect(cues).toEqual([
      [1000, 5000, '{\\an7}one'],
      [2000, 5000, 'two'],
      [6000, 7000, `${'a'.repeat(112)}b`],
    ]);
    expect(document.language).toBe('en');
    expect(document.comments).toEqual([{ id: 'comment-000005', atMs: 1000, text: 'note' }]);
    expect(repairs).toEqual([['user-data-dropped', 6]]);
  });

  it('from the start of the programme', () => {
    const late = { text: bytesOf('Hi'), begin: [10, 0, 1, 0], end: [10, 0, 2, 0] };
    const early = { text: bytesOf('early') };
    expect(read(makeFile([late], { start: '10000000' })).cues).toEqual([[1000, 2000, 'Hi']]);
    const mixed = read(makeFile([early, late], { start: '10000000' }));
    expect(mixed.cues).toEqual([
      [0, 0, 'early'],
      [1000, 2000, 'Hi'],
    ]);
    expect(mixed.repairs).toEqual([['negative-time-raised', 1]]);
    const zero = read(makeFile([early], { start: '10000000' }));
    expect(zero.cues).toEqual([[1000, 2000, 'early']]);
    expect(zero.repairs).toEqual([['start-dropped', 1]]);
    // Written again, they are where they were.
    const again = stl.write!(zero.document).content as Uint8Array;
    expect(startOf(again)).toBe('00000000');
    expect([...again.subarray(1024 + 5, 1024 + 13)]).toEqual([0, 0, 1, 0, 0, 0, 2, 0]);
  });

  it('or refused', () => {
    for (const bytes of [new Uint8Array(2000), new Uint8Array(3)]) {
      expect(() => stl.read!(bytes)).toThrow(expect.objectContaining({ code: 'text/unreadable' }));
    }
  });
});

describe('[FM59] EBU STL is written', () => {
  it('back as it was, start, rate, rows and comments too', () => {
    const file = makeFile(
      [
        { text: bytesOf('Hi'), begin: [10, 0, 1, 0], end: [10, 0, 2, 29], row: 18 },
        { text: bytesOf('note'), begin: [10, 0, 1, 0], comment: 1 },
      ],
      { rate: '30', start: '10000000' },
    );
    const { document } = read(file);
    const { content, losses } = stl.write!(document);
    const again = read(content as Uint8Array);
    expect(losses).toEqual([]);
    expect(again.document.sentences).toEqual(document.sentences);
    expect(again.document.comments).toEqual(document.comments);
    expect(again.document.source).toMatchObject({
      headers: expect.arrayContaining([
        { name: 'DFC', value: 'STL30.01' },
        { name: 'TCP', value: '10000000' },
      ]) as unknown,
    });
  });

  it.each([
    ['01:00:00:00', {}, '01000000', [1, 0, 1, 12]],
    ['01:00:00:10', { rate: '24' }, '01000010', [1, 0, 1, 22]],
    [undefined, {}, '10000000', [10, 0, 1, 12]],
  ] as const)('from the start of the programme: %s', (programmeStart, options, start, begin) => {
    const file = makeFile([{ text: bytesOf('Hi'), begin: [10, 0, 1, 12], end: [10, 0, 2, 0] }], {
      start: '10000000',
    });
    const { document, cues } = read(file);
    const asked = { ...options, ...(programmeStart === undefined ? {} : { programmeStart }) };
    const written = stl.write!(document, asked).content as Uint8Array;
    expect(startOf(written)).toBe(start);
    expect(String.fromCharCode(...written.subarray(264, 272))).toBe(
      begin.map((part) => String(part).padStart(2, '0')).join(''),
    );
    expect([...written.subarray(1024 + 5, 1024 + 9)]).toEqual(begin);
    const again = read(written).cues;
    expect(Math.abs(Number(again[0]?.[0]) - Number(cues[0]?.[0]))).toBeLessThan(22);
    expect(stl.prepare(document, asked).sentences).toEqual(document.sentences);
  });

  it('up to the last block that a text may have, and the rest is told', () => {
    const long = 'x'.repeat(27_500);
    const transcript = {
      ...makeTranscript([makeSentence(long, 0, 4000), makeSentence('Next', 5000, 6000)]),
      comments: [{ id: 'c', atMs: 7000, text: long }],
    };
    const { content, losses } = stl.write!(transcript);
    expect(losses).toContainEqual({ code: 'texts-cut', count: 2 });
    const bytes = content as Uint8Array;
    const numbers = Array.from({ length: 241 }, (_, index) => bytes[1024 + index * 128 + 3]);
    expect(numbers).toEqual([...Array.from({ length: 240 }, (_, index) => index), 0xff]);
    const again = read(bytes);
    expect(again.repairs).toEqual([]);
    expect(again.cues).toHaveLength(2);
    expect(again.cues[1]).toEqual([5000, 6000, 'Next']);
    expect(again.document.comments).toHaveLength(1);
    const said = String(again.cues[0]?.[2]).replaceAll(/\{\\an8\}|\s+/gu, '');
    expect(said).toBe('x'.repeat(said.length));
    expect(said.length).toBeGreaterThan(20_000);
  });

  it('and tells what is not in it', () => {
    const transcript = makeTranscript([
      makeSentence('Hi <b>you</b>', 1010, 2000),
      makeSentence('你好', 2000, 3000),
    ]);
    expect(stl.listLosses(transcript)).toEqual([
      { code: 'word-times', count: 2 },
      { code: 'frames', count: 1 },
      { code: 'characters', count: 1 },
      { code: 'looks', count: 1 },
    ]);
  });

  it('such that it is read as it was', () => {
    const word = fc.constantFrom(
      'a',
      'Éåß',
      'ŝ$#',
      '<i>yes</i>',
      '<font color="#00ffff">c</font>',
      '“no”',
      '<u>u</u>',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const cue = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      length: fc.integer({ min: 1, max: 60 }),
      place: fc.constantFrom('', '{\\an8}', '{\\an5}', '{\\an7}', '{\\an3}'),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 4 }), (cues) => {
        const sentences = cues.map(({ lines, length, place }, index) =>
          makeSentence(place + lines.join('\n'), index * 4000, index * 4000 + length * 40),
        );
        const transcript = {
          ...makeTranscript(sentences),
          source: { format: 'srt', hasLines: true },
        };
        const plain = (said: unknown): string =>
          String(said).replace(/<\/(i|u|font)>(\s)<\1(?: [^>]*)?>/gu, '$2');
        const again = read(stl.write!(transcript).content as Uint8Array);
        expect(again.cues.map(([begin, end, said]) => [begin, end, plain(said)])).toEqual(
          sentences.map((one) => [one.beginMs, one.endMs, plain(one.text)]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
