import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Marks at the wrong end of a line: 禁则, kinsoku. */
export const lineEdges = defineCheckRule({
  id: 'line-edges',
  name: ['Marks at line ends', '行首行尾标点'],
  about: [
    'No line begins with a closing mark or ends with an opening one (GB/T 15834, JIS X 4051).',
    '行首不得是收尾标点，行尾不得是起始标点（GB/T 15834、JIS X 4051 避头尾）。',
  ],
  says: {
    begin: ['A line begins with {piece}', '行首是“{piece}”'],
    end: ['A line ends with {piece}', '行尾是“{piece}”'],
  },
  limits: z.object({}),
  severity: 'error',
  isUsual: true,
  check({ lines }) {
    if (lines.length < 2) return undefined;
    for (const line of lines.slice(1)) {
      const found = notAtBegin.exec(line);
      if (found !== null) return { says: 'begin', piece: found[0] };
    }
    for (const line of lines.slice(0, -1)) {
      const found = notAtEnd.exec(line);
      if (found !== null) return { says: 'end', piece: found[0] };
    }
    return undefined;
  },
});

const notAtBegin = /^(?:[。，、．：；！？｡､）》」』】〕〉”’·％%]|[,.;:!?)\]}](?!\.))/u;
const notAtEnd = /[（《「『【〔〈“‘([{¿¡]$/u;
