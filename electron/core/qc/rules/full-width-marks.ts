import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Marks of narrow scripts after Chinese or Japanese characters. */
export const fullWidthMarks = defineCheckRule({
  id: 'full-width-marks',
  name: ['Full-width punctuation', '全角标点'],
  about: [
    'Chinese and Japanese take full-width punctuation (GB/T 15834; Netflix Simplified Chinese guide).',
    '中文和日文使用全角标点（GB/T 15834；Netflix 简体中文规范）。',
  ],
  says: { narrow: ['{piece} should be full-width', '“{piece}”应为全角标点'] },
  limits: z.object({}),
  severity: 'error',
  isUsual: false,
  check({ seen }) {
    if (!anyNarrow.test(seen)) return undefined;
    const found = narrowMark.exec(seen);
    return found === null ? undefined : { says: 'narrow', piece: found[0] };
  },
  fix({ sentence, seen }) {
    // Within markup a mark is none.
    if (seen !== sentence.text) return undefined;
    return { text: sentence.text.replace(narrowMarks, (mark) => wideOf.get(mark) ?? mark) };
  },
});

const anyNarrow = /[,.!?:;()]/u;
const wideOf = new Map([
  [',', '，'],
  ['.', '。'],
  ['!', '！'],
  ['?', '？'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
]);
const before = String.raw`(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60])`;
const after = String.raw`(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])`;
const source = String.raw`${before}[,!?:;)]|${before}\.(?!\.)|${before}\(|\(${after}`;
const narrowMark = new RegExp(source, 'u');
const narrowMarks = new RegExp(source, 'gu');
