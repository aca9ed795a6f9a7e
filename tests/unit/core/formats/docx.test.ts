import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docx } from '@core/formats/docx';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../transcript/make-sentence';

const read = (bytes: Uint8Array) => {
  const { document, repairs } = docx.read!(bytes);
  const cues = document.sentences.map(({ beginMs, endMs, speaker, text }) => [
    beginMs,
    endMs,
    speaker,
    text,
  ]);
  return { document, cues, repairs: repairs.map(({ code, line }) => [code, line]) };
};
const write = (document: Parameters<NonNullable<typeof docx.write>>[0], options = {}) => {
  const bytes = docx.write!(document, options).content as Uint8Array;
  return { bytes, parts: unzipSync(bytes) };
};
const bodyOf = (parts: Readonly<Record<string, Uint8Array>>): string =>
  strFromU8(parts['word/document.xml']!);
const wrap = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

const transcript = makeTranscript([
  makeSentence('Hello <i>there</i>,\nall.', 1000, 2000, { speaker: 'Ann' }),
  makeSentence('So <b>{\\an8}&</b> on.', 2500, 3000, { speaker: 'Bo' }),
]);

describe('[FM61] a Word document', () => {
  it.each(['table', 'reading', 'side-by-side'])('is a sound package: %s', (layout) => {
    const { parts } = write({ ...transcript, language: 'zh-Hant' }, { layout });
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/document.xml',
    ]);
    for (const part of Object.values(parts)) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(strFromU8(part)).close();
    }
    expect(strFromU8(parts['word/styles.xml']!)).toContain('w:eastAsia="Microsoft JhengHei"');
    expect(bodyOf(parts)).toContain('<w:rFonts w:hint="eastAsia"/>');
    expect(write(transcript, { layout }).bytes).toEqual(write(transcript, { layout }).bytes);
  });

  it('as a table has a row for each sentence, with its look', () => {
    const { bytes, parts } = write(transcript);
    expect(bodyOf(parts)).toContain(
      '<w:r><w:t xml:space="preserve">Hello </w:t></w:r><w:r><w:rPr><w:i/></w:rPr>' +
        '<w:t xml:space="preserve">there</w:t></w:r>',
    );
    expect(read(bytes).cues).toEqual([
      [1000, 2000, 'Ann', 'Hello <i>there</i>,\nall.'],
      [2500, 3000, 'Bo', 'So <b>&</b> on.'],
    ]);
    expect(docx.listLosses(transcript)).toEqual([
      { code: 'word-times', count: 2 },
      { code: 'looks', count: 1 },
    ]);
  });

  it('for reading has paragraphs with times and speakers', () => {
    const { bytes } = write(transcript, { layout: 'reading' });
    const lines = bodyOf(unzipSync(bytes))
      .split('</w:p>')
      .map((part) => part.replace(/<[^>]*>/gu, '').trim());
    expect(lines.slice(0, 2)).toEqual([
      '[00:00:01] Ann: Hello there, all.',
      '[00:00:02] Bo: So &amp; on.',
    ]);
    expect(read(bytes).cues.map(([begin]) => begin)).toEqual([1000, 2000]);
    const exact = write(transcript, { layout: 'reading', times: 'sentence' });
    expect(read(exact.bytes).cues).toEqual([
      [1000, 2000, 'Ann', 'Hello there,\nall.'],
      [2500, 3000, 'Bo', 'So & on.'],
    ]);
    const untimed = write(transcript, { layout: 'reading', times: 'none', speakers: false });
    expect(read(untimed.bytes).repairs).toEqual([['times-estimated', 1]]);
    expect(docx.listLosses(transcript, { layout: 'reading' }).map(({ code }) => code)).toEqual([
      'word-times',
      'sentence-times',
      'markup',
    ]);
  });

  it('[RK10] side by side has its translations, which are read as second texts', () => {
    const [first] = transcript.sentences;
    const secondTexts = [
      {
        id: `${first!.id} de`,
        sentenceId: first!.id,
        language: 'de',
        text: 'Hallo <i>zusammen</i>.',
      },
    ];
    const document = { ...transcript, secondTexts };
    const { bytes } = write(document, { layout: 'side-by-side' });
    const again = read(bytes).document;
    expect(again.secondTexts).toEqual([
      {
        ...{ id: `${again.sentences[0]!.id} de`, sentenceId: again.sentences[0]!.id },
        ...{ language: 'de', text: 'Hallo <i>zusammen</i>.' },
      },
    ]);
    expect(again.sentences.map(({ source }) => source?.settings)).toEqual([undefined, undefined]);
    const twice = read(write(again, { layout: 'side-by-side' }).bytes).document;
    expect(twice.secondTexts).toEqual(again.secondTexts);
    expect(docx.listLosses(document)).toContainEqual({ code: 'second-texts', count: 1 });
  });

  it('is read as it was written', () => {
    const word = fc.constantFrom(
      'a',
      '字',
      '<i>yes</i>',
      '<b>no</b>',
      '<font color="#ff0000">c</font>',
      '&lt;',
      '"',
      '\t',
    );
    const line = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    const cue = fc.record({
      lines: fc.array(line, { maxLength: 3 }),
      length: fc.nat(9999),
      speaker: fc.constantFrom(undefined, 'Ann', 'a < b'),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 4 }), (cues) => {
        const sentences = cues.map(({ lines, length, speaker }, index) =>
          makeSentence(
            lines.join('\n'),
            index * 1000,
            index * 1000 + length,
            speaker === undefined ? {} : { speaker },
          ),
        );
        expect(read(write(makeTranscript(sentences)).bytes).cues).toEqual(
          sentences.map((one) => [one.beginMs, one.endMs, one.speaker, one.text]),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('[FM62] a Word document of others is read', () => {
  it('by the table that has times', () => {
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const table = `<w:tbl>${row('时间', '内容')}${row('0:01', '你好')}${row('0:03', '再见')}</w:tbl>`;
    expect(read(wrap(paragraph('My talk') + table))).toMatchObject({
      cues: [
        [1000, 3000, undefined, '你好'],
        [3000, 4000, undefined, '再见'],
      ],
      repairs: [['stray-text-dropped', 1]],
    });
  });

  it('by its paragraphs, without what was deleted or is no text', () => {
    const body =
      '<w:p><w:r><w:t>0:01 He</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>' +
      '<w:r><w:instrText>PAGE</w:instrText><w:t xml:space="preserve">llo </w:t></w:r></w:p>' +
      paragraph('0:04 there');
    expect(read(wrap(body)).cues).toEqual([
      [1000, 4000, undefined, 'Hello'],
      [4000, 5000, undefined, 'there'],
    ]);
  });

  it.each([
    ['no ZIP', strToU8('Hello')],
    ['another ZIP', zipSync({ 'a.txt': strToU8('a') })],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') })],
    ['a ZIP made to fill the memory', zipSync({ 'word/document.xml': new Uint8Array(3_000_000) })],
  ])('or refused: %s', (_name, bytes) => {
    expect(() => docx.read!(bytes)).toThrow(expect.objectContaining({ code: 'text/unreadable' }));
  });

  it('and of several parts with such a name no more than one is unpacked', () => {
    const part = strToU8(
      `<w:document xmlns:w="w"><w:body>${paragraph('[0:01] Hi')}</w:body></w:document>`,
    );
    const zip = zipSync({ 'word/document.xml': part, 'word/document2.xml': part });
    // The data of the second stand right behind its name.
    zip.fill(0xff, Buffer.from(zip).indexOf('word/document2.xml') + 18, -200);
    expect(read(zip).cues).toEqual([[1000, 2000, undefined, 'Hi']]);
  });

  it('and no more than any book has', () => {
    const zip = zipSync({
      'word/document.xml': strToU8('<w:document/>'),
      'word/media/picture.png': [new Uint8Array(800_000), { level: 0 }],
    });
    // The length it says to have, in the list of files at the end.
    const entry = Buffer.from(zip).lastIndexOf('word/document.xml') - 46;
    new DataView(zip.buffer).setUint32(entry + 24, 2 ** 27 + 1, true);
    expect(() => docx.read!(zip)).toThrow('it has no text of a Word document');
  });
});
