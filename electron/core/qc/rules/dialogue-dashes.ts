import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** Two speakers in one cue: a dash before each of the two lines. */
export const dialogueDashes = defineCheckRule({
  id: 'dialogue-dashes',
  name: ['Dialogue dashes', '对话短横线'],
  about: [
    'Where two speak in one cue each has a line and a dash, with or without a blank behind it as the guide says.',
    '一条字幕里有两人说话时，每人一行，行首加短横线；横线后是否空格按规范。',
  ],
  says: {
    one: ['Only one line has a dash', '只有一行有短横线'],
    blank: ['A blank after the dash', '短横线后不应有空格'],
    tight: ['No blank after the dash', '短横线后应有空格'],
    many: ['More than two speakers', '多于两人的对话'],
  },
  limits: z.object({
    blank: option(z.boolean().default(false), {
      label: ['Blank after the dash', '短横线后空一格'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ lines }, { blank }) {
    const dashed = lines.filter((line) => dash.test(line));
    if (dashed.length === 0) return undefined;
    if (dashed.length > 2) return { says: 'many' };
    if (dashed.length === 1 && lines.length > 1) return { says: 'one' };
    const isWrong = dashed.some((line) => spacedDash.test(line) !== blank);
    return isWrong ? { says: blank ? 'tight' : 'blank' } : undefined;
  },
  fix({ sentence, seen, lines }, { blank }) {
    const isWhole = lines.length > 1 && lines.every((line) => dash.test(line));
    if (seen !== sentence.text || !isWhole) return undefined;
    return { text: lines.map((line) => line.replace(dashAndBlank, blank ? '- ' : '-')).join('\n') };
  },
});

const dash = /^[-–—‐](?=\s*[\p{L}\p{N}\p{Ps}\p{Pi}"'¿¡♪])/u;
const spacedDash = /^[-–—‐]\s/u;
const dashAndBlank = /^[-–—‐]\s*/u;
