import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Cues whose order cannot be told from their times. */
export const order = defineCheckRule({
  id: 'order',
  name: ['Order', '顺序'],
  about: [
    'Players show cues that begin together in any order; a cue of no length is not shown at all.',
    '同时开始的字幕顺序不定，没有时长的字幕根本不显示。',
  ],
  says: {
    together: ['Begins together with the cue before it', '与上一条同时开始'],
    instant: ['Ends when it begins', '入点与出点相同'],
  },
  limits: z.object({}),
  severity: 'error',
  isUsual: true,
  check({ sentence, previous, lines }) {
    if (lines.length === 0) return undefined;
    if (sentence.endMs <= sentence.beginMs) return { says: 'instant' };
    return previous?.sentence.beginMs === sentence.beginMs ? { says: 'together' } : undefined;
  },
});
