import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';
import { simplifiedOnly, traditionalOnly } from '../data/chinese-scripts';

/** Characters of the other way of writing Chinese. */
export const scriptMixture = defineCheckRule({
  id: 'script-mixture',
  name: ['Simplified and Traditional', '繁简混用'],
  about: [
    'A text is in Simplified or in Traditional Chinese; a single character of the other is a slip.',
    '一份字幕只用简体或只用繁体，夹杂另一种多为疏漏。',
  ],
  says: {
    traditional: ['Traditional: {piece}', '繁体字：{piece}'],
    simplified: ['Simplified: {piece}', '简体字：{piece}'],
    both: ['Simplified and Traditional together: {piece}', '繁简混用：{piece}'],
  },
  limits: z.object({
    script: option(z.enum(['either', 'simplified', 'traditional']).default('either'), {
      label: ['Written in', '用字'],
      choices: {
        either: ['One of both', '二者之一'],
        simplified: ['Simplified', '简体'],
        traditional: ['Traditional', '繁体'],
      },
    }),
  }),
  severity: 'error',
  isUsual: false,
  check({ seen }, { script }) {
    const traditional =
      script === 'simplified' || script === 'either' ? pick(seen, isTraditional) : '';
    const simplified =
      script === 'traditional' || script === 'either' ? pick(seen, isSimplified) : '';
    if (script === 'either') {
      const isMixed = traditional !== '' && simplified !== '';
      return isMixed ? { says: 'both', piece: simplified + traditional } : undefined;
    }
    if (traditional !== '') return { says: 'traditional', piece: traditional };
    return simplified === '' ? undefined : { says: 'simplified', piece: simplified };
  },
});

const isSimplified: ReadonlySet<string> = new Set(simplifiedOnly);
const isTraditional: ReadonlySet<string> = new Set(traditionalOnly);

/** The characters of a text that a set has, each once. */
function pick(text: string, set: ReadonlySet<string>): string {
  let found = '';
  for (const character of text) {
    if (set.has(character) && !found.includes(character)) found += character;
  }
  return found;
}
