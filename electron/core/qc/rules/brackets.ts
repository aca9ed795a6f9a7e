import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Brackets and quotes without their other half. */
export const brackets = defineCheckRule({
  id: 'brackets',
  name: ['Brackets and quotes', '括号和引号'],
  about: [
    'What is opened is closed; a quotation that goes on over several cues is a person’s to judge.',
    '有开必有合；跨越多条字幕的引文由人判断。',
  ],
  says: {
    open: ['{piece} is not closed', '“{piece}”没有配对的后半'],
    close: ['{piece} is not opened', '“{piece}”没有配对的前半'],
  },
  limits: z.object({}),
  severity: 'warning',
  isUsual: true,
  check({ seen }) {
    if (!anyMark.test(seen)) return undefined;
    const open: string[] = [];
    let straight = 0;
    for (const [mark] of seen.matchAll(marks)) {
      if (mark === '"') straight++;
      else if (closingOf.has(mark)) open.push(mark);
      else {
        const expected = open.at(-1);
        if (expected === undefined || closingOf.get(expected) !== mark) {
          return { says: 'close', piece: mark };
        }
        open.pop();
      }
    }
    if (open.length > 0) return { says: 'open', piece: open.at(-1)! };
    return straight % 2 === 1 ? { says: 'open', piece: '"' } : undefined;
  },
});

/** ‘ ’ are left out: a closing one is an apostrophe as well. */
const pairs = [
  '()',
  '[]',
  '{}',
  '（）',
  '【】',
  '〔〕',
  '《》',
  '〈〉',
  '「」',
  '『』',
  '“”',
] as const;
const closingOf = new Map<string, string>(pairs.map(([begin, end]) => [begin!, end!]));
const anyMark = /[()[\]{}（）【】〔〕《》〈〉「」『』“”"]/u;
const marks = new RegExp(anyMark, 'gu');
