import { findFormat } from '@core/formats/registry';
import { applyWritingRules } from '@core/formats/writing-rules/writing-rules';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/make-sentence';

const many = 15_000;
const convert = (from: string, to: string, text: string): string => {
  const { document } = findFormat(from)!.read!(text);
  return String(findFormat(to)!.write!(document).content);
};
const srtOf = (text: string): string => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;

/** Each of these files is small and took minutes, or for ever, where time grew by its square or worse. */
describe('a file that was made to take long', () => {
  it('[FM23] has overrides with blanks between them', () => {
    const overrides = `{${'\\fnA  '.repeat(40)}\\blur1}`;
    const text = `[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,${overrides}x\n`;
    expect(convert('ass', 'vtt', text)).toContain('<c.font-A>x</c>');
  });

  it('[FM21] has voices without number', () => {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\nx${'<v A>'.repeat(many)}`;
    expect(findFormat('vtt')!.read!(text).document.sentences).toHaveLength(1);
  });

  it('[FM10] has blanks behind a wide digit', () => {
    const text = `WEBVTT\n\n00：01.000${' '.repeat(many)}\nx`;
    expect(findFormat('vtt')!.read!(text).document.sentences).toEqual([]);
  });

  it('[FM50] has a guard in a line with times of words', () => {
    const text = `[00:01.00]${'<00:01.00>ab '.repeat(many)}<\u200b00:01.00>`;
    const [sentence] = findFormat('lrc')!.read!(text).document.sentences;
    expect(sentence?.text.slice(-13)).toBe('ab <00:01.00>');
  });

  it('[FM43] has styles that refer to each other in a long chain', () => {
    const styles = Array.from({ length: 8000 }, (_, index) => {
      const look = index === 7999 ? 'tts:fontStyle="italic"' : `style="s${index + 1}"`;
      return `<style xml:id="s${index}" ${look}/>`;
    });
    const text =
      '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"><head><styling>' +
      `${styles.join('')}</styling></head><body><div><p begin="1s" end="2s"><span style="s0">ab</span></p></div></body></tt>`;
    expect(convert('ttml', 'srt', text)).toBe(srtOf('<i>ab</i>'));
  });

  it.each([
    ['blanks before no line break', `a${' '.repeat(many * 10)}b\nc`],
    ['empty lines', `a${'\n'.repeat(many * 10)}b`],
    ['brackets that open every line', 'a\n<'.repeat(many * 2)],
    ['tags before no dash', `${'<i>'.repeat(many)}\n`.repeat(3)],
  ])('[FM83] has lines that are joined: %s', (_name, text) => {
    // A word without times of its own keeps the rest of the way out of it.
    const sentence = { ...makeSentence('a', 0, 1000), text, words: [] };
    const { document } = applyWritingRules(
      { language: 'en', sentences: [sentence] },
      { lineBreaks: 'break' },
    );
    expect(document.sentences[0]?.text).not.toContain('\n');
  });

  it('[FM54] has columns without number, all of one name', () => {
    const text = `start,end,text${',note'.repeat(many)}\n1,2,Hi${',x'.repeat(many)}\n`;
    const [sentence] = findFormat('csv')!.read!(text).document.sentences;
    expect(Object.keys(sentence!.source!.settings)).toHaveLength(many);
    expect(sentence!.source!.settings[`note ${many}`]).toBe('x');
  });

  it('[FM13] has tags that nothing ends', () => {
    const text = srtOf('<i>a<b>b'.repeat(many / 4));
    expect(convert('srt', 'ass', text)).toContain('{\\i1}a{\\b1}b');
  });
});
