import fc from 'fast-check';
import { vtt } from '@core/formats/vtt';
import { describe, expect, it } from 'vitest';

const read = (text: string): ReturnType<NonNullable<typeof vtt.read>> => vtt.read!(text);
const rewrite = (text: string): string => {
  const { document, repairs } = read(text);
  expect(repairs).toEqual([]);
  return vtt.write!(document).content as string;
};

const cue = '00:01.000 --> 00:02.000\none\n';

describe('[FM14] a good WebVTT file is written back as it stood', () => {
  it.each([
    ['full times', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\none\n'],
    ['times without hours', `WEBVTT\n\n${cue}`],
    ['no line feed at the end', `WEBVTT\n\n${cue}`.trimEnd()],
    ['blank lines', `WEBVTT\n\n\n${cue}\n\n\n00:03.000 --> 00:04.000\ntwo\n\n\n`],
    ['a comment and a header', `WEBVTT - a talk\nKind: captions\nLanguage: en\n\n${cue}`],
    ['an odd header', `WEBVTT\t of mine\nKind:captions\nnothing\n\n${cue}`],
    ['a header alone', 'WEBVTT\nX-Time: 1\n'],
    ['the mark alone', 'WEBVTT'],
    ['the mark and blank lines', 'WEBVTT\n\n\n'],
    ['notes', `WEBVTT\n\nNOTE a\nb\n\n${cue}\nNOTE\nbetween\n\n\n${cue}\nNOTE end`],
    ['names of cues', `WEBVTT\n\nintro\n${cue}\n1\n${cue}\nintro\n${cue}`],
    [
      'settings in any order',
      'WEBVTT\n\n00:01.000 --> 00:02.000   position:10%,line-left  align:start\tline:-1 size:50% vertical:rl\none\n',
    ],
    [
      'styles and regions',
      'WEBVTT\n\nREGION\nid:top lines:2\nwidth:40%\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:low\n\n' +
        '00:01.000 --> 00:02.000 region:top\none\n\n00:02.000 --> 00:03.000 region:none line:0\ntwo\n\nSTYLE\nx\n',
    ],
    [
      'voices',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Mary>Hi</v>\n<v Tom>Hello</v>\n\n00:02.000 --> 00:03.000\n- <v A>x\n',
    ],
    [
      'tags and escapes',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<i>a</i> &lt;b&gt; &amp; > <c.yellow.bg_blue>x</c> <lang en>y</lang>' +
        '<ruby>漢<rt>kan</rt></ruby>&nbsp;&lrm;{\\an8}\n',
    ],
    [
      'times within a text',
      'WEBVTT\n\n00:01.000 --> 00:03.000\none<00:00:01.500><c> two</c><00:00:02.000><c> three</c>\n',
    ],
    [
      'cues that begin together, the longer one first',
      'WEBVTT\n\n00:00:01.000 --> 00:00:09.000\nlong\n\n00:00:01.000 --> 00:00:02.000\nshort\n\nn\n00:01.000 --> 00:03.000\n<i>x\n',
    ],
    ['blanks at the ends of lines', 'WEBVTT\n\n00:01.000 --> 00:02.000\n  one \n\ttwo\n'],
  ])('%s', (_name, text) => {
    expect(rewrite(text)).toBe(text);
  });

  it('whatever its cues say', () => {
    const piece = fc.constantFrom(
      ...['a', ' ', 'don’t', '你好', '<i>', '</i>', '<v Ann>', '</v>', '<00:00:00.500>', '&lt;'],
      ...['&amp;', '>', '{\\an8}', '<c.red>', '</c>', '\n', '&lt;i&gt;', '-', '"', '1', '<b>'],
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 10 })
      .map((parts) => parts.join('').replace(/\n{2,}|^\n|\n$/gu, ''))
      .filter(
        (said) => /[ad你]/u.test(said.replace(/<[^>]*>|\{[^}]*\}/gu, '')) && !said.includes('-->'),
      );
    const one = fc.record({
      text,
      name: fc.constantFrom('', '1\n', 'n\n'),
      settings: fc.constantFrom('', ' line:0', '  size:40% x', ' align:middle'),
      gap: fc.constantFrom('\n', '\n\n', '\nNOTE x\n\n'),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (cues) => {
        const file = cues
          .map(
            ({ text: said, name, settings, gap }, index) =>
              `${gap}${name}00:0${index}.000 --> 00:0${index}.900${settings}\n${said}\n`,
          )
          .join('');
        expect(rewrite(`WEBVTT\n${file}`)).toBe(`WEBVTT\n${file}`);
      }),
    );
  });

  it('but for what was changed', () => {
    const text =
      'WEBVTT\n\nREGION\nid:top  lines:2\n\nNOTE x\n\nfirst\n00:01.000 --> 00:02.000 line:0  align:start\n<v Ann>one\n\n00:03.000 --> 00:04.000\n<v Ann>two';
    const { document } = read(text);
    const [first, second] = document.sentences;
    const changed = {
      ...document,
      regions: [{ ...document.regions![0]!, settings: { lines: '3' } }],
      sentences: [{ ...first!, text: 'ONE', speaker: 'Tom' }, second!],
    };
    expect(vtt.write!(changed).content).toBe(
      'WEBVTT\n\nREGION\nid:top\nlines:3\n\nNOTE x\n\nfirst\n00:00:01.000 --> 00:00:02.000 line:0 align:start\n<v Tom>ONE\n\n00:03.000 --> 00:04.000\n<v Ann>two',
    );
    expect(vtt.write!({ ...document, regions: [], sentences: [] }).content).toBe(
      'WEBVTT\n\nNOTE x\n',
    );
    expect(vtt.write!(document, { speakers: false }).content).not.toContain('Ann');
  });

  it('a cue that was split keeps its name once', () => {
    const { document } = read(`WEBVTT\n\nn\n${cue}`);
    const [only] = document.sentences;
    const split = [
      { ...only!, text: 'o' },
      { ...only!, id: 'b', text: 'ne' },
    ];
    expect(vtt.write!({ ...document, sentences: split }).content).toBe(
      'WEBVTT\n\nn\n00:00:01.000 --> 00:00:02.000\no\n\n00:00:01.000 --> 00:00:02.000\nne\n',
    );
  });
});
