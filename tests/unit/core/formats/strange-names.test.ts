import { findFormat } from '@core/formats/registry';
import type { GivenOptions, ReadHints } from '@core/formats/format';
import { describe, expect, it } from 'vitest';

const convert = (
  from: string,
  to: string,
  text: string,
  { options, hints }: { readonly options?: GivenOptions; readonly hints?: ReadHints } = {},
): string => {
  const { document } = findFormat(from)!.read!(text, hints);
  return String(findFormat(to)!.write!(document, options).content);
};
const srtOf = (text: string): string => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;
const script = (events: string): string => `[Script Info]\n[Events]\n${events}\n`;

/** Names that every object of the language has: a file may use them for whatever it likes. */
describe.each(['constructor', 'toString', 'valueOf', '__proto__'])('%s', (name) => {
  it('[FM13] is no colour', () => {
    expect(convert('srt', 'ass', srtOf(`<font color="${name}">x</font>`))).toMatch(
      /,,0,0,0,,x\n$/u,
    );
  });

  it('[FM13] is a class as any other', () => {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n<c.${name}>x</c>\n`;
    expect(convert('vtt', 'srt', text)).toBe(srtOf('x'));
    expect(convert('vtt', 'vtt', text)).toBe(text);
  });

  it('[FM34] is no place', () => {
    const text = script(`Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\a${name}}x`);
    expect(convert('ass', 'srt', text)).toBe(srtOf('x'));
  });

  it('[FM30] may be a column of events', () => {
    const text = script(
      `Format: Layer, Start, End, ${name}, Text\nDialogue: 1,0:00:01.00,0:00:02.00,,x`,
    );
    expect(convert('ass', 'ass', text)).toBe(text);
  });

  it('[FM31] may be a column of styles that a new style says nothing of', () => {
    const text = `[Script Info]\n[V4+ Styles]\nFormat: Name, ${name}, Fontname\nStyle: A,1,Arial\n`;
    const { document } = findFormat('ass')!.read!(text);
    const [style] = document.styles!;
    const added = { ...style!, id: 'B', settings: { Fontname: 'Arial' } };
    const written = findFormat('ass')!.write!({
      ...document,
      styles: [...document.styles!, added],
    });
    expect(String(written.content)).toContain('Style: A,1,Arial\nStyle: B,0,Arial\n');
  });

  it('[FM37] is a language without a font of its own', () => {
    const hints = { language: name };
    expect(convert('srt', 'ass', srtOf('x'), { hints })).toContain('Style: Default,Arial,');
    const { document } = findFormat('srt')!.read!(srtOf('x'), hints);
    expect(findFormat('docx')!.write!(document).content.length).toBeGreaterThan(1000);
  });

  it('[FM43] may be a namespace', () => {
    const text =
      `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:a="${name}"><body><div>` +
      '<p begin="1s" end="2s" a:x="3">ab</p></div></body></tt>';
    expect(convert('ttml', 'ttml', text)).toMatch(/<p begin="[^"]*" end="[^"]*" a:x="3">ab<\/p>/u);
  });

  it('[FM54] is no unit of a column', () => {
    const table = `start ${name},end,text\n00:00:01.000,00:00:02.000,Hello\n`;
    expect(() => convert('csv', 'csv', table)).toThrow('no column of times');
  });
});
