import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** A cue that says what the one before it said. */
export const duplicate = defineCheckRule({
  id: 'duplicate',
  name: ['Repeated cue', '重复字幕'],
  about: [
    'The same text twice in a row is mostly left over from a recogniser or from joining files.',
    '连续两条文字相同，多半是识别或合并文件留下的。',
  ],
  says: { same: ['The same text as the cue before it', '与上一条文字相同'] },
  limits: z.object({
    withinMs: option(z.number().min(0).max(60_000).default(1000), {
      label: ['Within, ms', '时间范围（毫秒）'],
    }),
  }),
  severity: 'warning',
  isUsual: true,
  check({ sentence, lines, previous }, { withinMs }) {
    if (previous === undefined || lines.length === 0) return undefined;
    if (sentence.beginMs - previous.sentence.endMs > withinMs) return undefined;
    const isSame =
      lines.length === previous.lines.length &&
      lines.every((line, index) => line === previous.lines[index]);
    return isSame ? { says: 'same' } : undefined;
  },
});
