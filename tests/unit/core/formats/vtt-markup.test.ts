import fc from 'fast-check';
import { formatVtt, vtt } from '@core/formats/vtt';
import type { FormatDocument } from '@core/formats/format-document';
import { listTimedTexts } from '@core/formats/timed-text';
import { stripMarkup } from '@core/transcript/markup';
import type { Word } from '@core/transcript/word';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/build-transcript';

const head = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n';
const readText = (text: string): FormatDocument['sentences'][number] =>
  vtt.read!(`${head}${text}\n`).document.sentences[0]!;
const write = (text: string, options = {}): string =>
  formatVtt(makeTranscript([makeSentence(text, 1000, 4000)]), options);
const said = (words: readonly Word[]): unknown =>
  words.map(({ text, beginMs, endMs, timing }) => [text, beginMs, endMs, timing]);

describe('[FM22] escaped characters', () => {
  it('that would read as a mark stay characters', () => {
    const { text } = readText('&lt;i&gt;x&lt;/i&gt; a &lt; b &lt;&#x2060;c');
    expect(text).toBe('<\u2060i>x<\u2060/i> a < b <\u2060\u2060c');
    expect(stripMarkup(text)).toBe(text);
    expect(write(text)).toContain('\n&lt;i&gt;x&lt;/i&gt; a &lt; b &lt;\u2060c\n');
  });

  it('of any text are read back', () => {
    const part = fc.constantFrom(...['<', '>', '&', 'i', '/', 'lt;', '\u2060', ' ', 'a', '1', '.']);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const characters = parts.join('').trim();
        fc.pre(characters !== '');
        const escaped = characters
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        const { text } = readText(escaped);
        expect(write(text)).toBe(`${head}${escaped}\n`);
      }),
    );
  });

  it('are those of HTML, with or without their semicolon as it has them', () => {
    expect(readText('&AMP; &eacute;&mdash;&notit; &amp;lt; &nosuch; &#128; &#0;').text).toBe(
      '& é—¬it; &lt; &nosuch; € \ufffd',
    );
  });
});

describe('[FM21] voices', () => {
  it('become the speaker where the cue begins with one', () => {
    expect(readText('<v Ann>Hi <i>you</i></v>')).toMatchObject({
      text: 'Hi <i>you</i>',
      speaker: 'Ann',
    });
    expect(readText('<v Ann>Hi</v>\n<v Ann>you</v>')).toMatchObject({
      text: 'Hi\nyou',
      speaker: 'Ann',
    });
    expect(readText('<v Ann>Hi</v>\n<v Tom&amp;Bo>you</v>')).toMatchObject({
      text: 'Hi\n<v Tom&Bo>you</v>',
      speaker: 'Ann',
    });
    expect(readText('so <v Ann>Hi').speaker).toBeUndefined();
  });

  it('are written around what no other voice says', () => {
    const sentence = makeSentence('Hi\n<v Tom&Bo>you</v>\nagain', 1000, 4000, { speaker: 'Ann' });
    expect(formatVtt(makeTranscript([sentence]), { maxLines: 3 })).toBe(
      `${head}<v Ann>Hi\n</v><v Tom&amp;Bo>you</v>\n<v Ann>again\n`.replace(
        '</v>\n<v Ann>',
        '</v><v Ann>\n',
      ),
    );
  });
});

describe('[FM23] marks of other formats', () => {
  it('become tags, classes and settings by what they mean', () => {
    expect(write('{\\an8}<i>up</i>')).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000 line:0\n<i>up</i>\n',
    );
    expect(write('{\\an1\\b1}left{\\b0} low')).toContain('04.000 align:left\n<b>left</b> low\n');
    expect(write('{\\an6}x')).toContain('04.000 line:50% align:right\nx\n');
    expect(write('<font color="yellow">sun</font> & <font color="#FF8000"><s>sea</s></font>')).toBe(
      'WEBVTT\n\nSTYLE\n::cue(.color-ff8000) { color: #ff8000; }\n::cue(.strike) { text-decoration: line-through; }\n\n' +
        '00:00:01.000 --> 00:00:04.000\n<c.yellow>sun</c> &amp; <c.color-ff8000.strike>sea</c>\n',
    );
    expect(write('{\\i1}a{\\i0}<ruby>漢<rt>kan</rt></ruby><lang ja>字</lang>')).toContain(
      '\n<i>a</i><ruby>漢<rt>kan</rt></ruby><lang ja>字</lang>\n',
    );
  });

  it('that mean nothing here are losses, and so is what only others have', () => {
    const document: FormatDocument = {
      ...makeTranscript([makeSentence('{\\pos(1,2)}x <font size="9">y</font>', 0, 1000)]),
      regions: [{ id: 'r', place: 0, format: 'ttml', settings: {} }],
      source: { format: 'ass', sections: [{ name: 'Fonts', text: 'x' }] },
    };
    expect(vtt.listLosses(document, { karaoke: true })).toEqual([
      { code: 'markup', count: 1 },
      { code: 'vtt-font-size', count: 1 },
      { code: 'regions', count: 1 },
      { code: 'sections', count: 1 },
    ]);
  });
});

describe('[FM20] [FM23] times of words', () => {
  const text = 'one<00:00:02.000><c> two three</c><00:00:03.500><c> four</c>';

  it('are read from the text', () => {
    expect(said(readText(text).words)).toEqual([
      ['one', 1000, 2000, 'measured'],
      ['two', 2000, 2563, 'estimated'],
      ['three', 2563, 3500, 'estimated'],
      ['four', 3500, 4000, 'measured'],
    ]);
  });

  it('are written as the words have them now', () => {
    const { document } = vtt.read!(`${head}${text}\n`);
    const [only] = document.sentences;
    const later = {
      ...only!,
      beginMs: 2000,
      endMs: 5000,
      words: only!.words.map((word) => ({
        ...word,
        beginMs: word.beginMs + 1000,
        endMs: word.endMs + 1000,
      })),
    };
    expect(formatVtt({ ...document, sentences: [later] })).toContain(
      '\none<00:00:03.000><c> two three</c><00:00:04.500><c> four</c>\n',
    );
  });

  it('are lost, and said to be, unless a person wants them in the text', () => {
    const measured = (word: Word, beginMs: number, endMs: number): Word => ({
      ...word,
      ...{ beginMs, endMs, timing: 'measured' },
    });
    const sentence = makeSentence('“One two, three.', 1000, 4000);
    const [one, two, three] = sentence.words;
    const words = [
      measured(one!, 1000, 1500),
      measured(two!, 2000, 2400),
      measured(three!, 2400, 3900),
    ];
    const transcript = makeTranscript([{ ...sentence, words }]);
    expect(vtt.listLosses(transcript)).toEqual([{ code: 'word-times', count: 1 }]);
    expect(vtt.listLosses(transcript, { karaoke: true })).toEqual([]);
    const written = formatVtt(transcript, { karaoke: true });
    expect(written).toContain(
      '\n“<c>One</c><00:00:01.500> <00:00:02.000><c>two</c>, <00:00:02.400><c>three</c><00:00:03.900>.\n',
    );
    const read = vtt.read!(written).document.sentences[0]!;
    expect(said(read.words)).toEqual(said(words));
  });

  it('stay out of cues of one word each', () => {
    const transcript = makeTranscript([makeSentence('one two', 1000, 3000)]);
    expect(formatVtt(transcript, { karaoke: true, words: true })).not.toContain('<');
  });
});

it('[FM21] what a document of this format has is read back', () => {
  const word = fc.constantFrom('one', 'two', '<i>x</i>', '你好', 'a < b', '&', '<c.red>y</c>', '>');
  const settings = fc.constantFrom({}, { line: '0' }, { identifier: 'n', align: 'start' });
  const sentence = fc
    .record({ words: fc.array(word, { minLength: 1, maxLength: 5 }), settings })
    .map(({ words, settings: given }, index = 0) => ({
      ...makeSentence(words.join(' '), index, index + 900),
      source: { format: 'vtt', settings: given },
    }));
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), (sentences) => {
      const transcript = makeTranscript(
        sentences.map((one, index) => ({
          ...one,
          id: `s${index}`,
          beginMs: index,
          endMs: index + 9,
        })),
      );
      const document = { ...transcript, source: { format: 'vtt', hasLines: true } };
      const { document: read, repairs } = vtt.read!(formatVtt(document));
      expect(repairs).toEqual([]);
      expect(read.sentences.map(({ text }) => text)).toEqual(
        listTimedTexts(document, {}).map(({ text }) => text),
      );
    }),
  );
});
