import { describe, expect, it } from 'vitest';
import { createComposedText } from '../../../../renderer/src/lib/composed-text';

/** What is acted on while an input method writes 你好 by its sounds, after something typed as it is. */
describe('[WN4] a text that is acted on while it is typed', () => {
  it('waits for the end of a composition', () => {
    const texts: string[] = [];
    const composed = createComposedText((text) => texts.push(text));
    composed.input('a');
    composed.beginComposition();
    for (const text of ['an', 'ani', "ani'h", "ani'hao", 'a你好']) composed.input(text);
    expect(texts).toEqual(['a']);
    composed.endComposition('a你好');
    composed.input('a你好!');
    expect(texts).toEqual(['a', 'a你好', 'a你好!']);
  });

  it('is as before where a composition was given up', () => {
    const texts: string[] = [];
    const composed = createComposedText((text) => texts.push(text));
    composed.input('a');
    composed.beginComposition();
    composed.input('ani');
    composed.endComposition('a');
    expect(new Set(texts)).toEqual(new Set(['a']));
  });
});
