import fc from 'fast-check';
import { ass } from '@core/formats/ass';
import { ssa } from '@core/formats/ssa';
import { describe, expect, it } from 'vitest';

const info = '[Script Info]\n; made by hand\nTitle: Test\nScriptType: v4.00+\n\n';
const styleFormat =
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const styles = `[V4+ Styles]\n${styleFormat}\nStyle: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1\n\n`;
const columns = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const events = `[Events]\nFormat: ${columns}\n`;
const head = info + styles + events;
const event = (begin: string, end: string, rest: string, layer = 0): string =>
  `Dialogue: ${layer},${begin},${end},Default,,0,0,0,,${rest}\n`;

const rewrite = (text: string, format = ass): string => {
  const { document, repairs } = format.read!(text);
  expect(repairs).toEqual([]);
  return format.write!(document).content as string;
};

describe('[FM30] [FM14] a good script is written back as it stood', () => {
  it.each([
    ['events in order', head + event('0:00:01.00', '0:00:02.00', 'one, two')],
    ['no line feed at the end', (head + event('0:00:01.00', '0:00:02.00', 'one')).trimEnd()],
    ['a blank line at the end', `${head}${event('0:00:01.00', '0:00:02.00', 'one')}\n`],
    [
      'events out of order, of equal times and in layers, with remarks between',
      head +
        event('0:00:09.00', '0:00:12.00', 'late', 3) +
        event('0:00:01.00', '0:00:03.00', 'long') +
        event('0:00:01.00', '0:00:02.00', 'short') +
        'Comment: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,template line,!x(1, 2)!\n; a note\n\n' +
        event('0:00:01.00', '0:00:03.00', 'again', 2) +
        event('0:00:01.00', '0:00:03.00', 'again', 1),
    ],
    [
      'sections nobody knows, before and behind',
      `${info}[Aegisub Project Garbage]\nLast Style Storage: Default\n\n${styles}[Fonts]\nfontname: a_0.ttf\n!!%!!!!3!1!!"!!A2\n[AB!]\n\n${events}${event('0:00:01.00', '0:00:02.00', 'one')}\n[Aegisub Extradata]\nData: 1,x,y\n`,
    ],
    [
      'columns in another order, and one nobody knows',
      `${info}${styles}[Events]\nFormat: Start, End, Mood, Style, Text\nDialogue: 0:00:01.00,0:00:02.00,glad,Default,one, two\n`,
    ],
    [
      'margins of four digits, blanks, long hours and a style with an asterisk',
      `${head}Dialogue: 0, 00:00:01.00,0:00:02.00,*Default, Ann ,0000,0010,0000,, one \\n two\\hthree \nDialogue:0,0:00:03.00,0:00:03.00,Sign,,0,0,0,,\n`,
    ],
    [
      'notes, drawings, open braces and backslashes',
      head +
        event('0:00:01.00', '0:00:02.00', '{a note}{\\an8\\i1}up{\\i0} {*\\b1}bold{}{=3}') +
        event('0:00:01.00', '0:00:02.00', '{\\p1}m 0 0 l 100 0 100 100{\\p0} sign {open') +
        event('0:00:02.00', '0:00:03.00', 'C:\\new \\{kept\\} a } b \\\\N {a{b}c <i>x</i> \u00a0'),
    ],
    ['karaoke', head + event('0:00:01.00', '0:00:02.00', '{\\k20}ka{\\kf30}ra{\\k50} oke')],
    ['no events', `${info}${styles}[Fonts]\nfontname: a_0.ttf\n!!%\n`],
    ['styles of one name', `${info}${styles.trimEnd()}\n${styles.split('\n')[2]!}1\n\n${events}`],
    ['sections twice', `${head}${event('0:00:01.00', '0:00:02.00', 'a')}${events}; x\n`],
  ])('%s', (_name, text) => {
    expect(rewrite(text)).toBe(text);
  });

  it('of the older version as well', () => {
    const text =
      '[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\nFormat: Name, Fontname, Fontsize, Alignment\nStyle: Default,Arial,20,6\n\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,Default,NTP,0000,0000,0000,,Hi\nDialogue: Marked=1,0:00:02.00,0:00:03.00,Default,,0,0,0,,{\\a6}there\n';
    expect(rewrite(text, ssa)).toBe(text);
  });

  it('whatever its events say', () => {
    const time = (hundredths: number): string => {
      const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
      const minutes = `${Math.floor(hundredths / 360_000)}:${pad((hundredths / 6000) % 60)}`;
      return `${minutes}:${pad((hundredths / 100) % 60)}.${pad(hundredths % 100)}`;
    };
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('\\N', '\\n', '\\h', '{', '}', '\\', '{\\i1}', '{\\p1}', '{\\p0}', '{\\k9}'),
      fc.constantFrom('<i>', '</i>', '<00:00:01.000>', '{y:i}', '{note}', ',', '\\{', '\u2060'),
    );
    const line = fc.record({
      text: fc
        .array(piece, { maxLength: 8 })
        .map((parts) => parts.join('').replace(/[\r\n\ufdd0]/gu, '')),
      begin: fc.integer({ min: 0, max: 99 }),
      length: fc.integer({ min: 0, max: 200 }),
      kind: fc.constantFrom('Dialogue', 'Dialogue', 'Dialogue', 'Comment'),
      layer: fc.integer({ min: 0, max: 2 }),
      name: fc.constantFrom('', 'Ann', ' Bob', 'NTP'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), (lines, isEnded) => {
        const all = lines.map(
          ({ text, begin, length, kind, layer, name }) =>
            `${kind}: ${layer},${time(begin)},${time(begin + length)},Default,${name},0,0,0,,${text}`,
        );
        const text = head + all.join('\n') + (isEnded && all.length > 0 ? '\n' : '');
        expect(rewrite(text)).toBe(text);
      }),
    );
  });
});

describe('[FM33] what is changed in a script', () => {
  const text =
    head +
    event('0:00:09.00', '0:00:12.00', 'late', 1) +
    'Comment: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,x\n' +
    'Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0000,0,0,,early\n\n; end\n';

  it('changes its line only', () => {
    const { document } = ass.read!(text);
    const [early, late] = document.sentences;
    const changed = { ...early!, text: 'EARLY\nBIRD', speaker: 'Ann, B' };
    const written = ass.write!({ ...document, sentences: [changed, { ...late!, endMs: 11_994 }] });
    expect(written.content).toBe(
      text
        .replace('0000,0,0,,early', '0,0,0,,EARLY\\NBIRD')
        .replace('0:00:03.00,Default,,', '0:00:03.00,Default,Ann; B,')
        .replace('0:00:12.00', '0:00:11.99'),
    );
    expect(written.losses).toEqual([{ code: 'commas', count: 1 }]);
  });

  it('stands behind what is before it in time where it is new, and leaves the rest where it goes', () => {
    const { document } = ass.read!(text);
    const [early, late] = document.sentences;
    const { source: _source, ...rest } = early!;
    const added = { ...rest, id: 'new', beginMs: 4000, endMs: 5000, text: 'new' };
    const write = (sentences: typeof document.sentences): string =>
      String(ass.write!({ ...document, sentences }).content).slice(head.length);
    const lines = text.slice(head.length).split('\n');
    expect(write([early!, added, late!])).toBe(
      [
        ...lines.slice(0, 4),
        'Dialogue: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,new',
        '; end',
        '',
      ].join('\n'),
    );
    expect(write([late!])).toBe([lines[0], lines[1], '; end', ''].join('\n'));
    expect(write([early!])).toBe([...lines.slice(1), ''].join('\n').slice(0, -1));
  });

  it('is a style or a header', () => {
    const { document } = ass.read!(text);
    const [style] = document.styles!;
    const big = { ...style!, settings: { ...style!.settings, Fontsize: '30' } };
    const headers = [
      ...document.source!.headers!.filter(({ name }) => name !== 'Title'),
      { name: 'PlayResX', value: '640' },
    ];
    const source = { ...document.source!, headers };
    const styled = { ...document, source, styles: [big, { ...big, id: 'Sign', place: 1 }] };
    expect(ass.write!(styled).content).toBe(
      text
        .replace('Title: Test\n', '')
        .replace('ScriptType: v4.00+\n', 'ScriptType: v4.00+\nPlayResX: 640\n')
        .replace(
          /Style: Default,Arial,20(.*)\n/u,
          'Style: Default,Arial,30$1\nStyle: Sign,Arial,30$1\n',
        ),
    );
  });
});
