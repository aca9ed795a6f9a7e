import { z } from 'zod';
import { option } from '../option-fields';
import { defineRule } from './writing-rule';

/** The number of the first cue; all others follow it one by one. */
export const numbering = defineRule({
  scope: 'numbers',
  options: z.object({
    firstNumber: option(z.int().min(0).max(999_999).optional(), {
      label: 'writing.firstNumber',
      group: 'writing',
    }),
  }),
  apply: (document, { firstNumber }) =>
    firstNumber === undefined ? document : { ...document, firstNumber },
});
