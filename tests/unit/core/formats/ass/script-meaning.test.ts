import { ass } from '@core/formats/ass';
import type { FormatDocument } from '@core/formats/format-document';
import { srt } from '@core/formats/srt';
import { ssa } from '@core/formats/ssa';
import { detectFormat } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../transcript/build-transcript';

const columns = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const head = `[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: ${columns}\n`;
const read = (text: string): FormatDocument =>
  ass.read!(`${head}Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,${text}\n`).document;
const sentence = (text: string) => read(text).sentences[0]!;
const lines = (document: FormatDocument, options = {}, format = ass): string[] =>
  String(format.write!(document, options).content)
    .split('\n')
    .filter((line) => line.startsWith('Dialogue:'));
const textOf = (given: string): string => {
  const document = { language: 'en', sentences: [makeSentence('x', 1000, 3000)] };
  const [only] = document.sentences;
  const [line] = lines({ ...document, sentences: [{ ...only!, text: given }] });
  return line!.split(',,0,0,0,,')[1]!;
};

describe('[FM30] [FM32] an event as a sentence', () => {
  it('[RK15] has its columns, whatever their order', () => {
    const { document } = ass.read!(
      '[Events]\nFormat: Start, Text2, End, Style, Actor, MarginL, Layer, Effect, Text\n' +
        'Dialogue: 0:00:01.50,x,0:00:02.55,Sign,Ann,0010,2,Banner;3,one, two\\Nthree\n',
    );
    const { beginMs, endMs, text, speaker, style, source } = document.sentences[0]!;
    expect([beginMs, endMs, text]).toEqual([1500, 2550, 'one, two\nthree']);
    expect([speaker, style]).toEqual(['Ann', 'Sign']);
    expect(source?.settings).toMatchObject({
      ...{ Text2: 'x', MarginL: '0010', Layer: '2', Effect: 'Banner;3' },
    });
  });

  it('[FM31] has its styles, headers and remarks as records', () => {
    const { document } = ass.read!(
      `[Script Info]\nTitle: A: b\n!: old\n\n[V4+ Styles]\nFormat: Name, Fontname, Bold\nStyle: Sign, Arial ,-1\n\n[Events]\nFormat: ${columns}\nDialogue: 0,0:00:01.00,0:00:02.00,Sign,,0,0,0,,a\n`,
    );
    expect(document.styles).toEqual([
      { id: 'Sign', place: 0, format: 'ass', settings: { Fontname: 'Arial', Bold: '-1' } },
    ]);
    expect(document.source?.headers).toEqual([{ name: 'Title', value: 'A: b' }]);
  });

  it('has no words in notes and drawings', () => {
    const words = (text: string): string[] => sentence(text).words.map((word) => word.text);
    expect(words('{\\p1}m 0 0 l 100 0{\\p0}{note}Hello {\\i1}there')).toEqual(['Hello', 'there']);
    expect(words('{\\p1}m 0 0 l 100 0')).toEqual(['{\\p1}{\\|m 0 0 l 100 0}']);
    expect(srt.write!(read('{\\p1}m 0 0 l 100 0{\\p0}{note}Hello\\h{\\i1}you')).content).toContain(
      '\nHello\u00a0<i>you</i>\n',
    );
  });

  it('wraps no lines where the script does not', () => {
    expect(sentence('a\\nb').text).toBe('a b');
    const { document } = ass.read!(
      `[Script Info]\nWrapStyle: 2\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\\nb\n`,
    );
    expect(document.sentences[0]!.text).toBe('a\nb');
  });

  it('is mended, or kept as it stands, with its line', () => {
    const mended = 'Dialogue: 0,-0:00:01.00,0:00:02.5,Default,,0,0,0,,a';
    const { document, repairs } = ass.read!(
      `${head}${mended}\nDialogue: 0,0:00:xx,0:00:02.00,Default,,0,0,0,,b\nDialogue: 0,0:00:03.00,0:00:02.00,Default,,0,0,0,,c\n`,
    );
    expect(repairs).toEqual([
      { code: 'negative-time-raised', line: 6, before: mended },
      { code: 'time-rewritten', line: 6, before: mended, after: '0:00:00.00,0:00:02.50' },
      {
        code: 'event-unreadable',
        line: 7,
        before: 'Dialogue: 0,0:00:xx,0:00:02.00,Default,,0,0,0,,b',
      },
      { code: 'end-raised', line: 8, before: '0:00:02.00', after: '0:00:03.00' },
    ]);
    expect(ass.write!(document).content).toBe(
      `${head}Dialogue: 0,0:00:00.00,0:00:02.50,Default,,0,0,0,,a\nDialogue: 0,0:00:xx,0:00:02.00,Default,,0,0,0,,b\nDialogue: 0,0:00:03.00,0:00:03.01,Default,,0,0,0,,c\n`,
    );
  });

  it('[FM30] is refused where nothing is of a script', () => {
    expect(() => ass.read!('hello\nthere')).toThrow(
      expect.objectContaining({ code: 'text/unreadable' }),
    );
    expect(ass.read!('').document.sentences).toEqual([]);
  });

  it.each([
    ['[Script Info]\nScriptType: v4.00+\n', 'ass'],
    ['; note\n[Script Info]\nScriptType: v4.00\n', 'ssa'],
    ['\ufeff[script info]\n\n[V4 Styles]\n', 'ssa'],
    ['[Script Info]\n', 'ass'],
  ])('[FM11] is found by its first section: %j', (text, id) => {
    expect(detectFormat({ fileName: '', text })?.id).toBe(id);
  });
});

describe('[FM13] [FM34] marks of other formats in a script', () => {
  it.each([
    ['<i>one</i> two', '{\\i1}one{\\i0} two'],
    ['{\\an8}<b>up</b>', '{\\an8}{\\b1}up{\\b0}'],
    ['<font color="#ff8000" face="Arial">sun</font>', '{\\c&H0080FF&\\fnArial}sun{\\c\\fn}'],
    ['{y:i}slanted', '{\\i1}slanted{\\i0}'],
    ['<i>a{\\pos(1,2)}b</i>', '{\\i1}a{\\pos(1,2)}b{\\i0}'],
    ['one <00:00:01.500>two', '{\\k50}one {\\k150}two'],
    ['<ruby>漢<rt>kan</rt></ruby>', '漢(kan)'],
    ['{name} a < b\nC:\\new', '\\{name} a < b\\NC:\\\u2060new'],
  ])('%j', (given, expected) => {
    expect(textOf(given)).toBe(expected);
  });
});

describe('[FM34] where WebVTT puts a cue', () => {
  it.each([
    [{ line: '0' }, '{\\an8}x'],
    [{ line: '5%', align: 'start' }, '{\\an7}x'],
    [{ line: '50%', position: '90%', align: 'end' }, '{\\an6}x'],
    [{ line: '-1', align: 'center' }, 'x'],
    [{ vertical: 'rl', line: '0' }, 'x'],
  ])('%j', (settings, expected) => {
    const [only] = [makeSentence('x', 1000, 3000)];
    const document = {
      language: 'en',
      sentences: [{ ...only, source: { format: 'vtt', settings } }],
    };
    expect(lines(document)[0]).toBe(
      `Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,${expected}`,
    );
  });

  it('or its region, but where the text says it itself', () => {
    const settings = { viewportanchor: '10%,10%', width: '40%' };
    const regions = [{ id: 'r', place: 0, format: 'vtt', settings }];
    const sentences = ['x', '{\\an5}x'].map((text) => ({
      ...makeSentence('x', 1000, 3000),
      ...{ text, region: 'r' },
    }));
    const written = lines({ language: 'en', sentences, regions });
    expect(written.map((line) => line.split(',,0,0,0,,')[1])).toEqual(['{\\an7}x', '{\\an5}x']);
  });
});

describe('[FM36] karaoke', () => {
  const timed = (text: string): unknown[] =>
    sentence(text).words.map((word) => [word.text, word.beginMs, word.endMs, word.timing]);

  it('gives words their times', () => {
    expect(timed('{\\k20}{\\k30}one {\\kf50\\i1}two{\\K25}three four')).toEqual([
      ['one', 1200, 1500, 'measured'],
      ['two', 1500, 2000, 'measured'],
      ['three', 2000, 2139, 'estimated'],
      ['four', 2139, 2250, 'estimated'],
    ]);
  });

  it('is written where it is asked for, and is a loss where not', () => {
    const words = [
      { ...sentence('one').words[0]!, after: ' ', beginMs: 1203, endMs: 1500 },
      { ...sentence('two').words[0]!, beginMs: 1700, endMs: 3000 },
    ].map((word) => ({ ...word, timing: 'measured' as const }));
    const document = { ...read('x'), sentences: [{ ...sentence('x'), text: 'one two', words }] };
    const [plain] = lines(document);
    const [sung] = lines(document, { karaoke: true });
    expect(plain).toMatch(/,one two$/u);
    expect(sung).toMatch(/,\{\\k20\\k30\}one \{\\k20\\k130\}two$/u);
    expect(ass.listLosses(document)).toEqual([{ code: 'word-times', count: 1 }]);
    expect(ass.listLosses(document, { karaoke: true })).toEqual([]);
    const back = ass.read!(`${head}${sung!}\n`).document.sentences[0]!.words;
    expect(back.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
      [1200, 1500],
      [1700, 3000],
    ]);
  });

  it('that stands in the text is left, or set anew where words were moved', () => {
    const text = '{\\kf20}one {\\kf30\\i1}two{\\kf150}{\\i0}';
    const document = read(text);
    expect(lines(document, { karaoke: true })[0]).toContain(text);
    const [only] = document.sentences;
    const words = only!.words.map((word, index) =>
      index === 0 ? { ...word, endMs: 1100 } : { ...word, beginMs: 1100 },
    );
    const [line] = lines({ ...document, sentences: [{ ...only!, words }] }, { karaoke: true });
    expect(line).toMatch(/,\{\\kf10\}one \{\\i1\}\{\\kf40\}two\{\\i0\}$/u);
  });
});

describe('[FM37] a document of another kind as a script', () => {
  it('has usual headers and a usual style, and names its speakers', () => {
    const document = {
      language: 'zh-CN',
      sentences: [makeSentence('你好。', 1004, 3006, { speaker: '安' })],
    };
    const { content, losses } = ass.write!(document);
    expect(losses).toEqual([{ code: 'word-times', count: 1 }]);
    expect(content).toBe(
      `${[
        ...['[Script Info]', 'ScriptType: v4.00+', 'Collisions: Normal', 'WrapStyle: 0'],
        ...['ScaledBorderAndShadow: yes', 'PlayResX: 1920', 'PlayResY: 1080', '', '[V4+ Styles]'],
        'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
        'Style: Default,Microsoft YaHei,60,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,54,1',
        ...['', '[Events]', `Format: ${columns}`],
        'Dialogue: 0,0:00:01.00,0:00:03.01,Default,安,0,0,0,,你好。',
      ].join('\n')}\n`,
    );
    expect(ass.write!(document, { speakers: false }).content).toContain(',Default,,0,0,0,,你好。');
    expect(lines(document, { words: true })).toHaveLength(1);
  });

  it('[FM12] [FM37] loses styles and parts of that kind', () => {
    const document: FormatDocument = {
      language: 'en',
      sentences: [makeSentence('a', 0, 1000)],
      styles: [{ id: 'x', place: 0, format: 'vtt', settings: {} }],
      regions: [{ id: 'r', place: 0, format: 'vtt', settings: {} }],
      source: { format: 'vtt', sections: [{ name: 'NOTE', text: 'x' }] },
    };
    expect(ass.listLosses(document, { words: true })).toEqual([
      { code: 'sections', count: 1 },
      { code: 'styles', count: 1 },
      { code: 'regions', count: 1 },
    ]);
  });
});

describe('[FM35] the older version', () => {
  const script =
    '[Script Info]\n; note\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, PrimaryColour, OutlineColour, Alignment\nStyle: Sign,Arial,&H000080FF,&H00000010,8\n\n' +
    `[Fonts]\nfontname: a\n\n[Events]\nFormat: ${columns}\nDialogue: 2,0:00:01.00,0:00:02.00,Sign,Ann,5,0,0,,{\\an8}up\nComment: 1,0:00:01.00,0:00:02.00,Sign,,0,0,0,fx,a, b\n`;

  it('is written in its own words, and read back', () => {
    const { content, losses } = ssa.write!(ass.read!(script).document);
    expect(content).toBe(
      '[Script Info]\n; note\nScriptType: v4.00\n\n[V4 Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold, Italic, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, Encoding\n' +
        'Style: Sign,Arial,0,33023,0,16,0,0,0,0,0,0,6,0,0,0,0,0\n\n[Fonts]\nfontname: a\n\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n' +
        'Dialogue: Marked=0,0:00:01.00,0:00:02.00,Sign,Ann,5,0,0,,{\\a6}up\nComment: Marked=0,0:00:01.00,0:00:02.00,Sign,,0,0,0,fx,a, b\n',
    );
    expect(losses).toEqual([{ code: 'layers', count: 1 }]);
    const back = ass.write!(ssa.read!(String(content)).document);
    expect(back.losses).toEqual([]);
    expect(back.content).toContain(
      'Style: Sign,Arial,0,&H000080FF,&H00000000,&H00000010,&H00000000,0,0,0,0,100,100,0,0,0,0,0,8,0,0,0,0\n',
    );
    expect(back.content).toContain('Dialogue: 0,0:00:01.00,0:00:02.00,Sign,Ann,5,0,0,,{\\a6}up\n');
  });
});
