import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Words whose times nobody measured. */
export const estimatedWords = defineCheckRule({
  id: 'estimated-words',
  name: ['Estimated times', '估算的时间'],
  about: [
    'Times of words that were typed or only estimated may be beside the sound.',
    '输入或估算得来的词时间可能与声音不符。',
  ],
  says: { some: ['{value} words have estimated times', '{value} 个词的时间是估算的'] },
  limits: z.object({}),
  severity: 'warning',
  isUsual: false,
  check({ sentence }) {
    const value = sentence.words.reduce(
      (count, { timing }) => count + (timing === 'estimated' ? 1 : 0),
      0,
    );
    return value > 0 ? { says: 'some', value, limit: 0 } : undefined;
  },
});
