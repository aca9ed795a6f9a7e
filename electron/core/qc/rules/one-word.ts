import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { isUnspaced } from '../../transcript/tokenise';
import { defineCheckRule } from '../check-rule';
import { countWords } from '../reading-units';

/** A single word torn off the sentence around it. */
export const oneWord = defineCheckRule({
  id: 'one-word',
  name: ['One-word cue', '单词成条'],
  about: [
    'One word that goes on from the cue before it, or into the next, belongs to that.',
    '承接上条或引出下条的单个词，应并入该条。',
  ],
  says: { torn: ['One word by itself: {piece}', '单独成条：{piece}'] },
  limits: z.object({
    joinWithinMs: option(z.number().min(0).max(5000).default(500), {
      label: ['Joined if nearer than, ms', '间隔短于此值即应合并（毫秒）'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ lines, seen, sentence, previous, next }, { joinWithinMs }) {
    const [line] = lines;
    if (line === undefined || lines.length > 1) return undefined;
    const isOne = isUnspaced(seen) ? seen.trim().length === 1 : countWords(lines) === 1;
    if (!isOne) return undefined;
    const goesOn =
      previous !== undefined &&
      !sentenceEnd.test(previous.lines.at(-1) ?? '') &&
      sentence.beginMs - previous.sentence.endMs < joinWithinMs;
    const leads =
      next !== undefined &&
      !sentenceEnd.test(line) &&
      next.sentence.beginMs - sentence.endMs < joinWithinMs;
    return goesOn || leads ? { says: 'torn', piece: line } : undefined;
  },
});

const sentenceEnd = /[.!?…⋯。！？]["'”’)\]）」』》]*$/u;
