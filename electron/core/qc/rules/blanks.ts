import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Blanks that nobody sees, or sees as a hole. */
export const blanks = defineCheckRule({
  id: 'blanks',
  name: ['Blanks', '空格'],
  about: [
    'Blanks at the ends of lines move centred text; double ones leave holes in it.',
    '行首行尾的空格会让居中的文字偏移，连续空格会留下空隙。',
  ],
  says: {
    double: ['Several blanks in a row', '连续的空格'],
    edge: ['A blank at the end of a line', '行首或行尾有空格'],
    line: ['An empty line', '有空行'],
  },
  limits: z.object({}),
  severity: 'warning',
  isUsual: true,
  check({ seen, lines }) {
    if (lines.length === 0) return undefined;
    if (doubleBlank.test(seen)) return { says: 'double' };
    if (emptyLine.test(seen)) return { says: 'line' };
    return edgeBlank.test(seen) ? { says: 'edge' } : undefined;
  },
  fix({ sentence, lines }) {
    if (lines.length === 0) return undefined;
    const text = sentence.text
      .split(/\r\n|[\n\r]/u)
      .map((line) => line.replace(blankRun, ' ').trim())
      .filter((line) => line !== '')
      .join('\n');
    return { text };
  },
});

const doubleBlank = /[ \t\u00a0\u3000]{2}/u;
const blankRun = /[ \t\u00a0\u3000]{2,}/gu;
const emptyLine = /(?:\r\n|[\n\r])(?:\r\n|[\n\r])/u;
const edgeBlank =
  /^[ \t\u00a0\u3000]|[ \t\u00a0\u3000]$|[ \t\u00a0\u3000][\r\n]|[\r\n][ \t\u00a0\u3000]/u;
