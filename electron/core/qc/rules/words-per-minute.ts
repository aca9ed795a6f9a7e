import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { isUnspaced } from '../../transcript/tokenise';
import { defineCheckRule, durationOf } from '../check-rule';
import { countWords } from '../reading-units';
import { isOver, showUp } from '../show-value';

/** Words that a viewer has to read in a minute; not counted in scripts without blanks. */
export const wordsPerMinute = defineCheckRule({
  id: 'words-per-minute',
  name: ['Words per minute', '每分钟词数'],
  about: ['Broadcasters give the reading speed in words.', '有些广播机构按词数规定阅读速度。'],
  says: { fast: ['{value} words per minute, at most {limit}', '每分钟 {value} 词，上限 {limit}'] },
  limits: z.object({
    mostPerMinute: option(z.number().min(30).max(600).default(180), {
      label: ['Most words per minute', '每分钟最多词数'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  show: showUp,
  check({ lines, seen, sentence }, { mostPerMinute }) {
    if (isUnspaced(seen)) return undefined;
    const words = countWords(lines);
    if (words === 0) return undefined;
    const value = (words * 60_000) / Math.max(0, durationOf(sentence));
    return isOver(value, mostPerMinute) ? { says: 'fast', value, limit: mostPerMinute } : undefined;
  },
});
