import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';
import { isOver } from '../show-value';

/** A cue that stands where nobody speaks, as far as its words were measured. */
export const outsideSpeech = defineCheckRule({
  id: 'outside-speech',
  name: ['Beside the speech', '与声音不符'],
  about: [
    'A cue begins with its first word and leaves soon after its last (Netflix: half a second, BBC: 1.5 s).',
    '字幕应随首词出现，末词之后很快消失（Netflix：半秒；BBC：1.5 秒）。',
  ],
  says: {
    early: ['Begins {value} ms before its first word', '入点早于首词 {value} 毫秒'],
    late: ['Begins {value} ms after its first word', '入点晚于首词 {value} 毫秒'],
    hangs: ['Stays {value} ms after its last word', '末词之后仍停留 {value} 毫秒'],
    cut: ['Ends {value} ms before its last word does', '出点早于末词结束 {value} 毫秒'],
  },
  limits: z.object({
    earlyMs: option(z.number().min(0).max(5000).default(500), {
      label: ['Most before the first word, ms', '最多早于首词（毫秒）'],
    }),
    lateMs: option(z.number().min(0).max(5000).default(200), {
      label: ['Most after the first word, ms', '最多晚于首词（毫秒）'],
    }),
    hangMs: option(z.number().min(0).max(10_000).default(1500), {
      label: ['Longest stay after the last word, ms', '末词后最长停留（毫秒）'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ sentence }, { earlyMs, lateMs, hangMs }) {
    const first = sentence.words.at(0);
    const last = sentence.words.at(-1);
    if (first?.timing === 'measured') {
      const early = first.beginMs - sentence.beginMs;
      if (isOver(early, earlyMs)) return { says: 'early', value: early, limit: earlyMs };
      if (isOver(-early, lateMs)) return { says: 'late', value: -early, limit: lateMs };
    }
    if (last?.timing === 'measured') {
      const hang = sentence.endMs - last.endMs;
      if (isOver(hang, hangMs)) return { says: 'hangs', value: hang, limit: hangMs };
      if (isOver(-hang, lateMs)) return { says: 'cut', value: -hang, limit: lateMs };
    }
    return undefined;
  },
});
