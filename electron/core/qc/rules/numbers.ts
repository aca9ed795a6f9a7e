import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** How numbers are written. */
export const numbers = defineCheckRule({
  id: 'numbers',
  name: ['Numbers', '数字写法'],
  about: [
    'Small numbers are words in running English (Netflix: one to ten); figures are half-width in Chinese.',
    '英文行文中的小数目用单词（Netflix：一至十），中文里的阿拉伯数字用半角。',
  ],
  says: {
    figure: ['{piece} should be a word', '“{piece}”应写成单词'],
    wide: ['Full-width figures: {piece}', '全角数字：{piece}'],
  },
  limits: z.object({
    wordsUpTo: option(z.int().min(0).max(100).default(0), {
      label: ['Words up to', '用单词写的最大数'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ seen }, { wordsUpTo }) {
    if (!anyFigure.test(seen)) return undefined;
    const wide = wideFigures.exec(seen);
    if (wide !== null) return { says: 'wide', piece: wide[0] };
    if (wordsUpTo === 0) return undefined;
    for (const match of seen.matchAll(loneFigures)) {
      if (Number(match[0]) <= wordsUpTo && match[0] !== '0') {
        return { says: 'figure', piece: match[0] };
      }
    }
    return undefined;
  },
  fix({ sentence, seen }) {
    if (seen !== sentence.text || !wideFigures.test(seen)) return undefined;
    const text = seen.replace(allWideFigures, (figure) =>
      String.fromCodePoint(figure.codePointAt(0)! - wideOffset),
    );
    return { text };
  },
});

const anyFigure = /[0-9０-９]/u;
const wideFigures = /[０-９]+/u;
const allWideFigures = /[０-９]/gu;
const wideOffset = 0xfee0;
/** In running words: not of a time, a date, a score, a price, a measure or a list. */
const loneFigures =
  /(?<=^|[\p{L}“"'’]\s|[\p{L}],\s)\d{1,3}(?=\s+\p{Ll}{3,}|[.!?,]?$)(?!\s+(?:percent|degrees|miles?|kilos?|pounds?|inches|feet|a\.m|p\.m|o'clock|million|billion))/gmu;
