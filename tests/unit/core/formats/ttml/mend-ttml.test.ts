import { ttml } from '@core/formats/ttml';
import { describe, expect, it } from 'vitest';
import { makeTtml } from './build-ttml';

const read = (text: string) => {
  const { document, repairs } = ttml.read!(text);
  return {
    texts: document.sentences.map(({ text: said }) => said),
    repairs: repairs.map(({ code, line }) => [code, line] as const),
  };
};

describe('[FM44] XML with a fault', () => {
  it.each([
    [
      'an & that is none',
      '<p end="1s">Tom & Jerry &amp; R&B; co</p>',
      'Tom & Jerry & R&B; co',
      ['xml-ampersand', 'xml-ampersand'],
    ],
    [
      'a < that is none',
      '<p end="1s">1 < 2 and 2 <3</p>',
      '1 < 2 and 2 <3',
      ['xml-less-than', 'xml-less-than'],
    ],
    [
      'an end tag too many',
      '<p end="1s">a</span></p><p begin="2s" end="3s">b</p>',
      'a|b',
      ['xml-end-tag-dropped'],
    ],
    [
      'an end tag too few',
      '<p end="1s"><span>a</p><p begin="2s" end="3s">b</p>',
      'a|b',
      ['xml-end-tag-added'],
    ],
    [
      'no end of a paragraph',
      '<p end="1s">a<p begin="2s" end="3s">b<div/>',
      'a|b',
      ['xml-end-tag-added', 'xml-end-tag-added'],
    ],
    ['an attribute twice', '<p end="1s" end="2s">a</p>', 'a', ['xml-mended']],
    ['a name of the web', '<p end="1s">a&nbsp;b</p>', 'a\u00a0b', []],
  ])('is read: %s', (_name, body, texts, codes) => {
    expect(read(makeTtml(body))).toEqual({
      texts: texts.split('|'),
      repairs: codes.map((code) => [code, 2]),
    });
  });

  it('is read as far as it goes where the file breaks off', () => {
    const whole = makeTtml(
      '<p end="1s">a</p>\n<p begin="1s" end="2s">b</p>\n<p begin="2s" end="3s">c</p>',
    );
    const { texts, repairs } = read(whole.slice(0, whole.indexOf('c</p>') - 4));
    expect(texts).toEqual(['a', 'b']);
    expect(repairs).toEqual([
      ['xml-cut-off', 4],
      ['xml-end-tag-added', 4],
    ]);
  });

  describe('[FM86] further documents in a file', () => {
    const one = makeTtml('<p end="1s">a</p>');

    it.each([
      ['whole', one + makeTtml('<p begin="1s" end="2s">b</p>'), ['a', 'b'], [4]],
      ['three of them', one + one + one, ['a', 'a', 'a'], [4, 6]],
      [
        'without an end of the first',
        one.replace('</tt>', '') + makeTtml('<p begin="1s" end="2s">b</p>').replace(/^.*\n/u, ''),
        ['a', 'b'],
        [3],
      ],
      [
        'a second body',
        one.replace('</body>', '</body>\n<body><div><p end="2s">b</p></div></body>'),
        ['a', 'b'],
        [3],
      ],
      ['no body at all', one.replace(/<\/?body>/gu, ''), ['a'], [2]],
    ])('are read with it: %s', (_name, text, texts, lines) => {
      const result = read(text);
      expect(result.texts).toEqual(texts);
      expect(result.repairs.filter(([code]) => code === 'ttml-document-joined')).toEqual(
        lines.map((line) => ['ttml-document-joined', line]),
      );
      // What it became is a document without a fault.
      const written = ttml.write!(ttml.read!(text).document).content;
      expect(read(String(written))).toEqual({ texts, repairs: [] });
    });

    it('keep their times, language, styles and regions', () => {
      const second = makeTtml('<p begin="50f" end="4s" style="s2" region="low">b</p>', {
        root: 'ttp:frameRate="50"',
        head:
          '<styling><style xml:id="s2" tts:fontStyle="italic"/></styling>' +
          '<layout><region xml:id="low" tts:origin="0% 80%" tts:extent="100% 20%" tts:displayAlign="after"/></layout>',
      }).replace('xml:lang="en"', 'xml:lang="de"');
      const first = makeTtml('<p end="1s" style="s1">a</p>', {
        head: '<styling><style xml:id="s1" tts:fontWeight="bold"/></styling>',
      }).replace('<body>', '<body end="1s">');
      const { document } = ttml.read!(first + second);
      expect(document.sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text])).toEqual([
        [0, 1000, '<b>a</b>'],
        [1000, 4000, '<i>b</i>'],
      ]);
      expect(document.regions?.map(({ id }) => id)).toEqual(['low']);
      expect(document.language).toBe('en');
    });

    it('of another kind, and words between them, are told with what was left out', () => {
      const text = `${one}\nMade by  me\n<note>Some <b>words</b></note>\n`;
      const { document, repairs } = ttml.read!(text);
      expect(document.sentences.map(({ text: said }) => said)).toEqual(['a']);
      expect(repairs).toEqual([
        { code: 'stray-text-dropped', line: 5, before: 'Made by  me' },
        { code: 'stray-text-dropped', line: 5, before: '<note> Some words' },
      ]);
    });
  });

  it.each([
    ['no XML at all', 'Hello', 'line 1: document must contain a root element.'],
    ['XML of something else', '<html><body/></html>', 'line 1: <html> is no TTML document'],
    ['nothing', '', 'line 1: document must contain a root element.'],
    [
      'a comment without an end',
      makeTtml('<p end="1s">a</p>\n<!-- <p begin="1s" end="2s">b</p>'),
      'line 4: unclosed tag: div',
    ],
    [
      'an open quote',
      makeTtml('\n<p begin="1s end="2s">a</p>'),
      'line 3: disallowed character in attribute name.',
    ],
  ])('is refused with its line and why: %s', (_name, text, reason) => {
    expect(() => ttml.read!(text)).toThrow(
      expect.objectContaining({
        code: 'text/unreadable',
        data: expect.objectContaining({ reason }) as unknown,
      }),
    );
  });

  it('is read where no paragraph has an end', () => {
    const paragraphs = Array.from({ length: 100 }, (_, at) => `<p begin="${at}s" dur="1s">a`);
    expect(ttml.read!(makeTtml(paragraphs.join('\n'))).document.sentences).toHaveLength(100);
  });

  it('is refused where it is deeper than any subtitle', () => {
    expect(() => ttml.read!(makeTtml('<div>'.repeat(100_000)))).toThrow(
      expect.objectContaining({ code: 'text/unreadable' }),
    );
  });

  it('may name any encoding and any prefixes, as it came as characters', () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="utf-16"?><t:tt xmlns:t="http://www.w3.org/2006/10/ttaf1"' +
      ' xmlns:s="http://www.w3.org/2006/10/ttaf1#style" xml:lang=""><t:body><t:div>' +
      '<t:p begin="1s" end="2s" s:fontStyle="italic">a</t:p></t:div></t:body></t:tt>';
    expect(read(text)).toEqual({ texts: ['<i>a</i>'], repairs: [] });
  });
});
