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
