import fc from 'fast-check';
import { csv } from '@core/formats/csv';
import { tsv } from '@core/formats/tsv';
import { parseFrameRate, roundToFrame, usualFrameRates } from '@core/timing/frame-rate';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (text: string, format = csv) => {
  const { document, repairs } = format.read!(text);
  const cues = document.sentences.map(({ beginMs, endMs, speaker, text: said }) => [
    beginMs,
    endMs,
    speaker,
    said,
  ]);
  return { document, cues, repairs: repairs.map(({ code, line }) => [code, line]) };
};

describe('[FM53] a table is written', () => {
  it('with a row for each sentence, quoted where a cell needs it', () => {
    const transcript = makeTranscript([
      makeSentence('Yes, "well"\nno', 1000, 2000, { speaker: 'Ann' }),
      makeSentence('你好', 2000, 3_600_500, { channel: 1 }),
    ]);
    expect(csv.write!(transcript).content).toBe(
      'start,end,channel,speaker,text\n' +
        '00:00:01.000,00:00:02.000,0,Ann,"Yes, ""well""\nno"\n' +
        '00:00:02.000,01:00:00.500,1,,你好\n',
    );
    expect(tsv.write!(transcript, { speakers: false }).content).toBe(
      'start\tend\tchannel\ttext\n' +
        '00:00:01.000\t00:00:02.000\t0\t"Yes, ""well""\nno"\n' +
        '00:00:02.000\t01:00:00.500\t1\t你好\n',
    );
  });

  it('with a row for each word', () => {
    const transcript = makeTranscript([makeSentence('Hello there', 0, 2000)]);
    expect(csv.write!(transcript, { words: true, speakers: false }).content).toBe(
      'start,end,text\n00:00:00.000,00:00:01.000,Hello \n00:00:01.000,00:00:02.000,there\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", "''@x"])(
    'such that no program takes a text for a formula: %j',
    (text) => {
      const transcript = makeTranscript([makeSentence(text, 0, 1000, { speaker: text })]);
      for (const format of [csv, tsv]) {
        const content = String(format.write!(transcript).content);
        for (const cell of content
          .split('\n')
          .slice(1)
          .join('\n')
          .split(/[,\t](?=["'])/u)
          .slice(1)) {
          expect(cell).toMatch(/^"?'/u);
        }
        const said = text.replace('\r', '\n');
        expect(read(content, format).cues).toEqual([[0, 1000, said, said]]);
      }
    },
  );
});

describe('[FM54] a table is read', () => {
  it.each([
    ['Start Time,End Time,Name,Dialogue\n0:01,0:02.5,Ann,Hi\n', [[1000, 2500, 'Ann', 'Hi']]],
    [
      '序号;入点;出点;说话人;字幕\n1;00:00:01,000;00:00:02,500;小明;你好\n',
      [[1000, 2500, '小明', '你好']],
    ],
    ['开始（毫秒）,结束（毫秒）,文本\n1000,2500,你好\n', [[1000, 2500, undefined, '你好']]],
    ['start_s,end_s,text\n1,2.5,Hi\n', [[1000, 2500, undefined, 'Hi']]],
    [
      'start,end,text\n0,4000," And so"\n4000,7500,my\n',
      [
        [0, 4000, undefined, ' And so'],
        [4000, 7500, undefined, 'my'],
      ],
    ],
    [
      'start,end,text\n0,4,And so\n4,7,my\n',
      [
        [0, 4000, undefined, 'And so'],
        [4000, 7000, undefined, 'my'],
      ],
    ],
    ['begin,duration,text\n1.5,2,Hi\n', [[1500, 3500, undefined, 'Hi']]],
    ['Timecode,Text\n00:00:01.000 --> 00:00:02.000,Hi\n', [[1000, 2000, undefined, 'Hi']]],
    [
      'Time,Text\n[00:01],Hi\n[00:09],there\n',
      [
        [1000, 9000, undefined, 'Hi'],
        [9000, 10_000, undefined, 'there'],
      ],
    ],
    // Frames are dropped at 29.97 a second alone.
    ['in,out,text\n00;00;01;15,00;01;00;02,Hi\n', [[1502, 60_060, undefined, 'Hi']]],
    ['in,out,text\n00:10:00;00,00:10:00;59,Hi\n', [[599_999, 600_984, undefined, 'Hi']]],
    ['sep=;\nstart;text\n0:01;"a;b"\n', [[1000, 2000, undefined, 'a;b']]],
    [
      '1,0:01,0:02,Ann,"Hi, all"\n2,0:02,0:03,Bo,Yes\n',
      [
        [1000, 2000, 'Ann', 'Hi, all'],
        [2000, 3000, 'Bo', 'Yes'],
      ],
    ],
    ['0:01\t0:02\tHi\n', [[1000, 2000, undefined, 'Hi']]],
  ])('%j', (text, expected) => {
    expect(read(text)).toMatchObject({ cues: expected, repairs: [] });
  });

  it.each([
    ['00:00:01:05,00:00:02:24', undefined, [1200, 2960], '25'],
    ['00:00:01:05,00:00:02:29', undefined, [1167, 2967], '30'],
    ['00:00:01:00,00:00:02:12', '24', [1000, 2500], undefined],
    ['01:00:00:00,01:00:01:00', '23.976', [3_603_600, 3_604_601], undefined],
    ['01:00:00;00,01:00:01;00', '29.97', [3_599_996, 3_600_997], undefined],
    ['00:00:01:00,00:00:02:29', '24', [1000, 2967], '30'],
  ])('and its frames by the rate that is known: %s at %s', (cells, rate, times, assumed) => {
    const fps = rate === undefined ? undefined : parseFrameRate(rate);
    const rows = `in,out,text\n${cells},Hi\n`;
    for (const [format, text] of [
      [csv, rows],
      [tsv, rows.replaceAll(',', '\t')],
    ] as const) {
      const { document, repairs } = format.read!(text, { fps });
      expect(document.sentences.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([times]);
      expect(repairs).toEqual(
        assumed === undefined ? [] : [{ code: 'rate-assumed', line: 2, after: assumed }],
      );
    }
  });

  it('as Premiere Pro has markers, at its rate', () => {
    const at = [60_060, 3_599_996] as const;
    const transcript = makeTranscript(
      at.map((beginMs) => makeSentence('Hi', beginMs, beginMs + 2002)),
    );
    for (const name of ['23.976', '29.97', '50'] as const) {
      const written = String(csv.write!(transcript, { columns: 'premiere', fps: name }).content);
      const { document } = csv.read!(written, { fps: usualFrameRates[name] });
      const times = document.sentences.map(({ beginMs }) => beginMs);
      expect(times).toEqual(at.map((beginMs) => roundToFrame(beginMs, usualFrameRates[name])));
    }
  });

  it('[RK15] and columns of which nothing is known are kept', () => {
    const text = 'start,end,speaker,text,Note,German\n00:00:01.000,00:00:02.000,,Hi,loud,Hallo\n';
    const { document } = read(text);
    expect(document.sentences[0]!.source?.settings).toEqual({ Note: 'loud', German: 'Hallo' });
    expect(csv.write!(document).content).toBe(text);
    expect(tsv.listLosses(document)).toEqual([{ code: 'cue-settings', count: 1 }]);
  });

  it('[RK10] and columns of a language are second texts', () => {
    const text =
      'start,end,speaker,text,de,zh-Hant,text:ger,id\n' +
      '00:00:01.000,00:00:02.000,,Hi,Hallo,你好,Servus,7\n00:00:02.000,00:00:03.000,,Bye,,再見,,8\n';
    const { document } = read(text);
    const [first, second] = document.sentences;
    const expected = [
      [first!.id, 'de', 'Hallo'],
      [first!.id, 'zh-Hant', '你好'],
      [first!.id, 'ger', 'Servus'],
      [second!.id, 'zh-Hant', '再見'],
    ].map(([sentenceId, language, said]) => {
      return { id: `${sentenceId} ${language}`, sentenceId, language, text: said };
    });
    expect(document.secondTexts).toEqual(expected);
    expect(first!.source?.settings).toEqual({ id: '7' });
    const written = String(csv.write!(document).content);
    expect(written.split('\n')[0]).toBe('start,end,speaker,text,de,text:ger,zh-Hant,id');
    expect(read(written).document.secondTexts).toEqual(expect.arrayContaining(expected) as unknown);
    expect(csv.listLosses(document)).toEqual([]);
    const lost = { code: 'second-texts', count: 4 };
    expect(csv.listLosses(document, { words: true })).toContainEqual(lost);
    expect(csv.listLosses(document, { columns: 'premiere' })).toContainEqual(lost);
  });

  it('[RK15] and so are several of one name', () => {
    const { document } = read('start,end,text,note,note,\n1,2,Hi,first,second,third\n');
    expect(document.sentences[0]!.source?.settings).toEqual({
      ...{ note: 'first', 'note 2': 'second', 'column 6': 'third' },
    });
    const written = String(csv.write!(document).content);
    expect(written).toBe(
      'start,end,speaker,text,note,note 2,column 6\n00:00:01.000,00:00:02.000,,Hi,first,second,third\n',
    );
    expect(csv.write!(read(written).document).content).toBe(written);
  });

  it('and commas of a text without quotes are of the text', () => {
    const { document, repairs } = csv.read!(
      'start,end,text\n1,2,"Well, yes"\n3,4,Hello, you, there,\n5,6,So,,\n',
    );
    expect(document.sentences.map(({ text }) => text)).toEqual([
      'Well, yes',
      'Hello, you, there,',
      'So',
    ]);
    const told = { before: ' you, there,', after: 'Hello, you, there,' };
    expect(repairs).toEqual([{ code: 'cells-joined', line: 3, ...told }]);
    expect(read('start\ttext\tnote\n1\tHi\ta\tb\n').repairs).toEqual([['stray-text-dropped', 2]]);
  });

  it('and what is not as it should be is told', () => {
    const { cues, repairs } = read('My talk\nstart,text\n0:01,a\n?,b\n0:09,"c\n0:12,x d\n,,\n,\n');
    expect(cues).toEqual([
      [1000, 2000, undefined, 'a'],
      [2000, 9000, undefined, 'b'],
      [9000, 12_000, undefined, '"c'],
      [12_000, 13_000, undefined, 'x d'],
    ]);
    expect(repairs).toEqual([
      ['stray-text-dropped', 1],
      ['time-estimated', 4],
      ['quote-unclosed', 5],
    ]);
  });

  it('and refused where it has no times', () => {
    expect(() => read('a,b\nc,d\n')).toThrow(expect.objectContaining({ code: 'text/unreadable' }));
  });
});

it('[FM53] [FM54] what is written is read as it was', () => {
  const text = fc
    .array(fc.constantFrom('a', ' ', '字', ',', ';', '\t', '"', "'", '=', '-', '\n', '0:01', '<i>'))
    .map((parts) => parts.join(''));
  const cue = fc.record({ text, speaker: text, length: fc.nat(9999), channel: fc.nat(1) });
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 6 }), fc.boolean(), (cues, isCsv) => {
      const sentences = cues.map(({ text: said, speaker, length, channel }, index) =>
        makeSentence(said, index * 1000, index * 1000 + length, {
          channel,
          ...(speaker.trim() === '' ? {} : { speaker }),
        }),
      );
      const format = isCsv ? csv : tsv;
      const { document } = format.read!(String(format.write!(makeTranscript(sentences)).content));
      expect(document.sentences.map(({ id: _id, words: _words, ...rest }) => rest)).toEqual(
        sentences.map(({ id: _id, words: _words, ...rest }) => rest),
      );
    }),
    { numRuns: 50 },
  );
});
