import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** Whether and how the text names who speaks. */
export const speakerLabels = defineCheckRule({
  id: 'speaker-labels',
  name: ['Speaker labels', '说话人标注'],
  about: [
    'Subtitles for the hard of hearing name who speaks in one form; others do not name them.',
    '听障字幕以统一写法标出说话人，普通字幕则不标。',
  ],
  says: {
    unwanted: ['Names who speaks: {piece}', '标出了说话人：{piece}'],
    form: ['Written otherwise than asked for: {piece}', '标注写法不符：{piece}'],
  },
  limits: z.object({
    form: option(z.enum(['none', 'brackets', 'colon']).default('none'), {
      label: ['Form', '写法'],
      choices: {
        none: ['Not named', '不标'],
        brackets: ['[Anna]', '[安娜]'],
        colon: ['ANNA: / Anna:', '安娜：'],
      },
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ lines }, { form }) {
    for (const line of lines) {
      const bracketed = bracketLabel.exec(line)?.[0];
      const named = colonLabel.exec(line)?.[0];
      const piece = bracketed ?? named;
      if (piece === undefined) continue;
      if (form === 'none') return { says: 'unwanted', piece: piece.trim() };
      if ((form === 'brackets') !== (bracketed !== undefined)) {
        return { says: 'form', piece: piece.trim() };
      }
    }
    return undefined;
  },
});

const bracketLabel =
  /^[-–—]?\s?(?:\[[\p{L}][^\]\n]{0,30}\]|（[^）\n]{1,12}）|\([\p{Lu}][^)\n]{0,30}\))(?=\s?\S)/u;
const colonLabel =
  /^[-–—]?\s?(?:\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}|\p{Script=Han}{2,4})\s?[:：](?=\s?\S)/u;
