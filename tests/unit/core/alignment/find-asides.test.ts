import { findAsides } from '@core/alignment/find-asides';
import { describe, expect, it } from 'vitest';

const asides = (text: string): string[] =>
  findAsides(text).map(({ begin, end }) => text.slice(begin, end));

describe('[AL5] what is written and not spoken', () => {
  it.each([
    ['MARGARET: And so it begins.', ['MARGARET:']],
    ['- ANNA: Wait!\n- BOB: Why?', ['ANNA:', 'BOB:']],
    ['Anna: Hello', ['Anna:']],
    ['Dr. Smith: Next.', ['Dr. Smith:']],
    ['MAN 2: Who is there?', ['MAN 2:']],
    ['<i>NARRATOR: Long ago</i>', ['NARRATOR:']],
    ['{\\an8}[Anna] Hello', ['[Anna]']],
    ['(MAN) Wait', ['(MAN)']],
    ['说话人1：你好', ['说话人1：']],
    ['【张三】你好', ['【张三】']],
    ['（旁白）从前有一个人', ['（旁白）']],
    ['for you[1], ask[2]', ['[1]', '[2]']],
    ['[door slams]', ['[door slams]']],
  ])('%s', (text, expected) => {
    expect(asides(text)).toEqual(expected);
  });

  it.each([
    'And so, my fellow Americans: ask not',
    'He asked himself: Something warm',
    'my fellow\nAmericans: ask not',
    'It is 10:30 now',
    '10:30 is the time',
    'See https://example.com for more',
    '(It was late.)',
  ])('is nothing of: %s', (text) => {
    expect(asides(text)).toEqual([]);
  });
});
