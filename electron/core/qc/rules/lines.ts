import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** How many lines a cue has. */
export const lines = defineCheckRule({
  id: 'lines',
  name: ['Number of lines', '行数'],
  about: [
    'More lines hide the picture, and many players show two only.',
    '行数过多会遮挡画面，许多播放器只显示两行。',
  ],
  says: { many: ['{value} lines, at most {limit}', '{value} 行，上限 {limit} 行'] },
  limits: z.object({
    most: option(z.int().min(1).max(6).default(2), { label: ['Most lines', '最多行数'] }),
  }),
  severity: 'error',
  isUsual: true,
  check({ lines: { length: value } }, { most }) {
    return value > most ? { says: 'many', value, limit: most } : undefined;
  },
});
