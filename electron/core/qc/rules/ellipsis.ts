import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

const forms = { ascii: '...', single: '…', middle: '⋯', chinese: '……' } as const;
type Form = keyof typeof forms;
const names = Object.keys(forms) as Form[];

/** How a pause or an interruption is written. */
export const ellipsis = defineCheckRule({
  id: 'ellipsis',
  name: ['Ellipsis', '省略号'],
  about: [
    'Each guide wants one form: … in English, ⋯ in Chinese for Netflix, …… by GB/T 15834.',
    '各规范只认一种写法：英文用…，Netflix 中文用⋯，GB/T 15834 用……。',
  ],
  says: { form: ['{piece} instead of the ellipsis asked for', '省略号写成了“{piece}”'] },
  limits: z.object({
    form: option(z.enum(names as [Form, ...Form[]]).default('single'), {
      label: ['Form', '写法'],
      choices: {
        ascii: ['Three dots ...', '三个点 ...'],
        single: ['One character …', '单字符 …'],
        middle: ['One centred character ⋯', '居中单字符 ⋯'],
        chinese: ['Six dots ……', '六点 ……'],
      },
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ seen }, { form }) {
    for (const [found] of seen.matchAll(anyForm)) {
      if (found !== forms[form]) return { says: 'form', piece: found };
    }
    return undefined;
  },
  fix({ sentence, seen }, { form }) {
    if (seen !== sentence.text) return undefined;
    return { text: sentence.text.replace(anyForm, forms[form]) };
  },
});

const anyForm = /\.{2,}|…+|⋯+|。{2,}|・{3,}|·{3,}/gu;
