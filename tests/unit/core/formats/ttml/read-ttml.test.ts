import { ttml } from '@core/formats/ttml';
import { describe, expect, it } from 'vitest';
import { makeTtml } from './build-ttml';

const styling =
  '<styling><style xml:id="base" tts:fontSize="80%"/><style xml:id="warm" style="base" tts:color="yellow"/>' +
  '<style xml:id="loud" tts:fontStyle="italic" tts:fontWeight="bold"/></styling>';

const readTexts = (body: string, head = styling): readonly string[] =>
  ttml.read!(makeTtml(body, { head })).document.sentences.map(({ text }) => text);

describe('[FM42] the text of a paragraph', () => {
  it.each([
    ['has its blanks as XML has them', '<p end="1s">\n  a  b\n <br/>\n c\n</p>', 'a b\nc'],
    ['keeps them where this is said', '<p end="1s" xml:space="preserve">a  b\n c</p>', 'a  b\nc'],
    ['has characters for escapes', '<p end="1s">a &lt; b &amp; c &#x4f60;</p>', 'a < b & c 你'],
    ['has no comment in it', '<p end="1s">a<!-- x -->b</p>', 'ab'],
    [
      'has marks for looks',
      '<p end="1s">a <span tts:fontStyle="italic">b</span></p>',
      'a <i>b</i>',
    ],
    [
      'has them from styles of styles',
      '<p end="1s"><span style="loud">a</span> <span style="warm">b</span></p>',
      '<b><i>a</i></b> <font color="#ffff00">b</font>',
    ],
    [
      'has them from what is around it',
      '<div tts:textDecoration="underline"><p end="1s">a <span tts:textDecoration="noUnderline">b</span></p></div>',
      '<u>a </u>b',
    ],
    [
      'has colours in any form',
      '<p end="1s"><span tts:color="rgba(255,0,0,128)">a</span><span tts:color="#00ff0080">b</span></p>',
      '<font color="#ff0000">a</font><font color="#00ff00">b</font>',
    ],
    [
      'has readings beside their base',
      '<p end="1s"><span tts:ruby="container"><span tts:ruby="baseContainer"><span tts:ruby="base">東</span>' +
        '<span tts:ruby="base">京</span></span><span tts:ruby="textContainer"><span tts:ruby="text">とう</span>' +
        '<span tts:ruby="text">きょう</span></span></span></p>',
      '<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>',
    ],
    [
      'tells the language of a part',
      '<p end="1s">a <span xml:lang="fr">b</span></p>',
      'a <lang fr>b</lang>',
    ],
  ])('%s', (_name, body, text) => {
    expect(readTexts(body)).toEqual([text]);
  });

  it('is yellow by an initial value, and then needs no mark', () => {
    const head = '<styling><initial tts:color="yellow"/></styling>';
    expect(readTexts('<p end="1s">a <span tts:color="white">b</span></p>', head)).toEqual([
      'a <font color="#ffffff">b</font>',
    ]);
  });

  it('becomes a cue for each timed phrase', () => {
    const body =
      '<p begin="10s" end="20s"><span begin="0s" end="2s" style="warm">First part.</span>' +
      '<br/><span begin="3s" end="4s">Second part.</span></p>';
    const { sentences } = ttml.read!(makeTtml(body, { head: styling })).document;
    expect(sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text])).toEqual([
      [10_000, 12_000, '<font color="#ffff00">First part.</font>'],
      [13_000, 14_000, 'Second part.'],
    ]);
  });

  it('becomes a cue for each stretch in which it stays the same', () => {
    const body =
      '<p begin="1s" end="9s">One line<span begin="2s"><br/>and two</span>' +
      '<span begin="4s" end="5s"><br/>and three</span></p>';
    const { sentences } = ttml.read!(makeTtml(body)).document;
    expect(sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text])).toEqual([
      [1000, 3000, 'One line'],
      [3000, 5000, 'One line\nand two'],
      [5000, 6000, 'One line\nand two\nand three'],
      [6000, 9000, 'One line\nand two'],
    ]);
  });

  it('has timed words where its spans are words', () => {
    const body =
      '<p begin="6s" end="9s"><span begin="0s" end="1s">Hel</span> <span begin="1s" end="2s">lo,</span> ' +
      '<span begin="2.2s" end="2.8s" tts:fontStyle="italic">you</span></p>';
    const [sentence] = ttml.read!(makeTtml(body)).document.sentences;
    expect(sentence).toMatchObject({ beginMs: 6000, endMs: 9000, text: 'Hel lo, <i>you</i>' });
    expect(sentence!.words).toEqual([
      { before: '', text: 'Hel', after: ' ', beginMs: 6000, endMs: 7000, timing: 'measured' },
      { before: '', text: 'lo', after: ', ', beginMs: 7000, endMs: 8000, timing: 'measured' },
      { before: '<i>', text: 'you', after: '</i>', beginMs: 8200, endMs: 8800, timing: 'measured' },
    ]);
  });

  it('has one cue where words are painted on', () => {
    const body =
      '<p><span begin="1s">你</span><span begin="2s">好</span><span begin="3s" end="4s">吗</span></p>';
    const { sentences } = ttml.read!(makeTtml(body)).document;
    expect(sentences.map(({ text }) => text)).toEqual(['你好吗']);
  });
});

describe('[FM43] what is said of a cue', () => {
  const head =
    '<ttm:agent xml:id="a1" type="person"><ttm:name type="full">Anna</ttm:name></ttm:agent>' +
    '<ttm:agent xml:id="a2" type="person"/>' +
    '<styling><style xml:id="s" tts:fontSize="80%"/></styling>' +
    '<layout><region xml:id="top" tts:origin="10% 5%" tts:extent="80% 20%" tts:displayAlign="before">' +
    '<style tts:textAlign="center"/></region>' +
    '<region xml:id="low" tts:origin="10% 75%" tts:extent="80% 20%" tts:displayAlign="after"/></layout>';

  it('is its style, region, place and speaker', () => {
    const { document, repairs } = ttml.read!(
      makeTtml(
        '<p end="1s" region="top" style="s" ttm:agent="a1">a</p><p begin="1s" end="2s" region="low" ttm:agent="a2">b</p>',
        { head },
      ),
    );
    expect(repairs).toEqual([]);
    expect(document.sentences).toMatchObject([
      { text: '{\\an8}a', region: 'top', style: 's', speaker: 'Anna' },
      { text: 'b', region: 'low', speaker: 'a2' },
    ]);
    expect(document.styles).toEqual([
      { id: 's', place: 0, format: 'ttml', settings: { 'tts:fontSize': '80%' } },
    ]);
    expect(document.regions![0]).toEqual({
      id: 'top',
      place: 0,
      format: 'ttml',
      settings: {
        'tts:textAlign': 'center',
        'tts:origin': '10% 5%',
        'tts:extent': '80% 20%',
        'tts:displayAlign': 'before',
      },
    });
  });

  it('is said of its parts where two speak', () => {
    const body =
      '<p end="1s"><span ttm:agent="a1">Yes?</span><br/><span ttm:agent="a2">No.</span></p>';
    const { text } = ttml.read!(makeTtml(body, { head })).document.sentences[0]!;
    expect(text).toBe('<v Anna>Yes?</v>\n<v a2>No.</v>');
  });

  it('holds the language of the file, and all that is only of TTML', () => {
    const { document } = ttml.read!(
      makeTtml('<p end="1s" xml:id="p1" ttm:role="dialog">a</p>', { root: 'ttp:frameRate="25"' }),
    );
    expect(document.language).toBe('en');
    expect(document.source).toMatchObject({
      format: 'ttml',
      hasLines: true,
      headers: [{ name: 'ttp:frameRate', value: '25' }],
    });
    expect(document.sentences[0]!.source).toEqual({
      format: 'ttml',
      settings: { identifier: 'p1', 'ttm:role': 'dialog' },
    });
  });

  it('is refused where the file holds pictures alone, and told where it holds some', () => {
    const picture = '<div begin="1s" end="2s" smpte:backgroundImage="#img1"/>';
    const smpte = 'xmlns:smpte="http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt"';
    expect(() => ttml.read!(makeTtml(picture, { root: smpte }))).toThrow(
      expect.objectContaining({
        code: 'text/unreadable',
        data: { reason: 'line 2: its subtitles are pictures', line: 2 },
      }),
    );
    const { repairs } = ttml.read!(makeTtml(`${picture}<p end="1s">a</p>`, { root: smpte }));
    expect(repairs).toEqual([{ code: 'ttml-picture-dropped', line: 2, before: '#img1' }]);
  });
});
