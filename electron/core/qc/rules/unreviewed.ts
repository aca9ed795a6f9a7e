import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Cues that nobody has looked at. */
export const unreviewed = defineCheckRule({
  id: 'unreviewed',
  name: ['Not reviewed', '未校对'],
  about: ['A person should have looked at each cue.', '每一条都应有人校对过。'],
  says: { not: ['Nobody has reviewed it', '尚未校对'] },
  limits: z.object({}),
  severity: 'warning',
  isUsual: false,
  check: ({ sentence, lines }, _limits, { reviewed }) =>
    reviewed === undefined || lines.length === 0 || reviewed.has(sentence.id)
      ? undefined
      : { says: 'not' },
});
