import fc from 'fast-check';
import type { ReadFile } from '@core/formats/format';
import type { FormatDocument } from '@core/formats/format-document';
import { ttml } from '@core/formats/ttml';
import { describe, expect, it } from 'vitest';
import { makeSentence, makeTranscript } from '../../transcript/make-sentence';
import { makeTtml } from './build-ttml';

const head =
  '<metadata><ttm:title>T</ttm:title></metadata>' +
  '<styling><initial tts:color="#eeeeee"/><style xml:id="s1" tts:color="yellow"/>' +
  '<style xml:id="s2" style="s1" tts:fontStyle="italic" tts:backgroundColor="#000000"/></styling>' +
  '<layout><region xml:id="r1" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after" tts:textAlign="center"/>' +
  '<region xml:id="r2" tts:origin="10% 5%" tts:extent="80% 20%" tts:displayAlign="before"><metadata ttm:role="x"/></region></layout>';

const words = fc
  .array(fc.constantFrom('one', 'two', '&lt;3', 'R&amp;B', '  ', '\n ', '–'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const attributes = fc.constantFrom(
  '',
  ' style="s1"',
  ' style="s1 s2"',
  ' tts:fontStyle="italic"',
  ' tts:fontWeight="bold" tts:textDecoration="underline lineThrough"',
  ' tts:color="#ff0000"',
  ' tts:fontFamily="Arial"',
  ' tts:backgroundColor="red"',
  ' xml:lang="fr"',
  ' ttm:agent="a1"',
  ' xml:space="preserve"',
);
const span = fc.tuple(attributes, words).map(([about, text]) => `<span${about}>${text}</span>`);
const ruby = fc.constant(
  '<span tts:ruby="container"><span tts:ruby="base">base</span><span tts:ruby="text">read</span></span>',
);
const nested = fc
  .tuple(attributes, words, span)
  .map(([about, text, inner]) => `<span${about}>${text}${inner}</span>`);
const content = fc
  .array(fc.oneof(words, span, nested, ruby, fc.constantFrom('<br/>', '<!-- c -->')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  // What has no text is no cue when it is written [FM1].
  .filter((inside) => /[\p{L}–]/u.test(inside.replace(/<[^>]*>/gu, '')));
const paragraph = fc
  .tuple(fc.nat(9), fc.integer({ min: 1, max: 9 }), attributes, content, fc.boolean())
  .map(
    ([begin, dur, about, inside, hasRegion]) =>
      `<p begin="${begin}s" dur="${dur}s"${about}${hasRegion ? ' region="r2"' : ''}>${inside}</p>`,
  );
const division = fc
  .tuple(attributes, fc.array(paragraph, { minLength: 1, maxLength: 3 }))
  .map(([about, inside]) => `<div${about}>${inside.join('\n')}</div>`);
const body = fc
  .array(fc.oneof(paragraph, division), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

const rewrite = (
  document: FormatDocument,
  options: Readonly<Record<string, unknown>> = {},
): ReadFile => ttml.read!(ttml.write!(document, options).content);

describe('[FM45] what was read from TTML', () => {
  it('is the same when it was written and read again', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { document } = ttml.read!(makeTtml(text, { head }));
        const again = rewrite(document);
        expect(again.document).toEqual(document);
      }),
      { numRuns: 12 },
    );
  });

  it('is written by what it means now where its text or place was changed', () => {
    const { document } = ttml.read!(
      makeTtml(
        '<p end="1s" xml:id="p1" style="s2" region="r1"><span tts:backgroundColor="red">a</span> b</p>',
        { head },
      ),
    );
    const [sentence] = document.sentences;
    expect(sentence!.text).toBe('<font color="#ffff00"><i>a b</i></font>');
    const change = (text: string): string =>
      ttml.write!({ ...document, sentences: [{ ...sentence!, text }] }).content as string;
    expect(change(sentence!.text)).toContain('<span tts:backgroundColor="red">a</span> b</p>');
    expect(change('<i>a</i> c')).toContain(
      '<p xml:id="p1" begin="00:00:00.000" end="00:00:01.000" region="r1" style="s2">' +
        'a<span tts:fontStyle="normal"> c</span></p>',
    );
    expect(change('{\\an8}a')).toContain('region="place-8"');
  });
});

describe('[FM46] a document of another kind as TTML', () => {
  const sentences = [
    makeSentence('{\\an8}<b>Who</b> & <i>why</i>?', 1000, 2000, { speaker: 'Anna' }),
    makeSentence('a < b\nnext', 3000, 4500),
    makeSentence('<font color="#ff0000">red</font> <ruby>base<rt>read</rt></ruby>', 5000, 6000),
  ];
  const document: FormatDocument = {
    ...makeTranscript(sentences),
    language: 'en',
    source: { format: 'srt', hasLines: true },
  };

  it.each(['imsc', 'ebu-tt-d', 'dfxp', 'ttml'])('keeps texts, marks, speakers: %s', (profile) => {
    const again = rewrite(document, { ttmlProfile: profile });
    expect(again.repairs).toEqual([]);
    const list = (one: FormatDocument): unknown =>
      one.sentences.map(({ beginMs, endMs, text, speaker }) => [beginMs, endMs, text, speaker]);
    expect(list(again.document)).toEqual(list(document));
    expect(again.document.sentences.map(({ region }) => region)).toEqual([
      'place-8',
      'place-2',
      'place-2',
    ]);
  });

  it('is IMSC 1.1 Text where nobody chose', () => {
    expect(ttml.write!(document).content).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en" ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" ttp:timeBase="media">
  <head>
    <metadata><ttm:agent xml:id="speaker-1" type="person"><ttm:name type="full">Anna</ttm:name></ttm:agent></metadata>
    <layout>
      <region xml:id="place-8" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="before" tts:textAlign="center"/>
      <region xml:id="place-2" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after" tts:textAlign="center"/>
    </layout>
  </head>
  <body>
    <div>
      <p begin="00:00:01.000" end="00:00:02.000" region="place-8" ttm:agent="speaker-1"><span tts:fontWeight="bold">Who</span> &amp; <span tts:fontStyle="italic">why</span>?</p>
      <p begin="00:00:03.000" end="00:00:04.500" region="place-2">a &lt; b<br/>next</p>
      <p begin="00:00:05.000" end="00:00:06.000" region="place-2"><span tts:color="#ff0000">red</span> <span tts:ruby="container"><span tts:ruby="base">base</span><span tts:ruby="text">read</span></span></p>
    </div>
  </body>
</tt>
`,
    );
  });

  it('has its looks in styles and an id for each paragraph as EBU-TT-D', () => {
    const content = ttml.write!(document, { ttmlProfile: 'ebu-tt-d' }).content as string;
    expect(content).toContain('<ebuttm:conformsToStandard>urn:ebu:tt:distribution:2018-04<');
    expect(content).toContain('<p xml:id="cue-');
    const inBody = content.slice(content.indexOf('<body>'));
    expect(inBody.match(/ tts:(?!ruby)\w+/gu)).toBeNull();
    expect(content.match(/<region [^>]*tts:textAlign/gu)).toBeNull();
  });

  it('has times in frames where these are asked for, and tells what falls between', () => {
    const { content, losses } = ttml.write!(document, { ttmlTimes: '25' });
    expect(content).toContain('begin="00:00:03:00" end="00:00:04:13"');
    expect(content).toContain('ttp:frameRate="25"');
    expect(losses).toEqual([
      { code: 'word-times', count: 3 },
      { code: 'ttml-rounded', count: 1 },
    ]);
    const film = ttml.write!(document, { ttmlTimes: '23.976' }).content;
    expect(film).toContain('ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"');
    const times = ttml.read!(film).document.sentences.map(({ beginMs }) => beginMs);
    expect(times).toEqual([1000, 3000, 5000]);
  });

  it('has its words as timed spans where these are asked for', () => {
    const spoken: FormatDocument = {
      language: 'en',
      sentences: [
        makeSentence('Yes, <i>I</i> do', 1000, 2500, {
          words: [
            {
              before: '',
              text: 'Yes',
              after: ', ',
              beginMs: 1000,
              endMs: 1400,
              timing: 'measured',
            },
            {
              before: '<i>',
              text: 'I',
              after: '</i> ',
              beginMs: 1500,
              endMs: 1700,
              timing: 'measured',
            },
            { before: '', text: 'do', after: '', beginMs: 1700, endMs: 2500, timing: 'measured' },
          ],
        }),
      ],
    };
    expect(ttml.listLosses(spoken)).toEqual([{ code: 'word-times', count: 1 }]);
    for (const profile of ['imsc', 'ebu-tt-d']) {
      const { content, losses } = ttml.write!(spoken, { karaoke: true, ttmlProfile: profile });
      expect(losses).toEqual([]);
      const [sentence] = ttml.read!(content).document.sentences;
      expect(sentence).toMatchObject({ beginMs: 1000, endMs: 2500, text: 'Yes, <i>I</i> do' });
      expect(sentence!.words).toEqual(spoken.sentences[0]!.words);
    }
  });
});
