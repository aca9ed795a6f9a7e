import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Slanted letters where the script has none. */
export const italics = defineCheckRule({
  id: 'italics',
  name: ['Italics', '斜体'],
  about: [
    'Chinese, Japanese and Korean subtitles have no italics (Netflix guides).',
    '中、日、韩文字幕不用斜体（Netflix 规范）。',
  ],
  says: { slanted: ['Italics are used', '用了斜体'] },
  limits: z.object({}),
  severity: 'error',
  isUsual: false,
  check: ({ sentence }) => (slant.test(sentence.text) ? { says: 'slanted' } : undefined),
  fix({ sentence }) {
    const text = sentence.text.replace(slantTag, '').replace(slantOverride, '');
    return slant.test(text) ? undefined : { text };
  },
});

const slant = /<i(?:[.\s][^<>]*)?>|<em>|\{\\i1\}|\{y:[bu,]*i/iu;
const slantTag = /<\/?(?:i(?:[.\s][^<>]*)?|em)>/giu;
const slantOverride = /\{\\i[01]\}/gu;
