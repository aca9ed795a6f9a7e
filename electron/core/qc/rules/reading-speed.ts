import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';
import { measureSpeed } from '../measure-speed';
import { countingOption } from '../counting-option';
import { countUnits } from '../reading-units';
import { showUp } from '../show-value';

/** Characters that a viewer has to read in a second. */
export const readingSpeed = defineCheckRule({
  id: 'reading-speed',
  name: ['Reading speed', '阅读速度'],
  about: [
    'A viewer has to read the text in the time it is shown, and to see the picture as well.',
    '观众要在字幕停留的时间内读完，还要看得到画面。',
  ],
  says: {
    fast: ['{value} characters per second, at most {limit}', '每秒 {value} 字，上限 {limit}'],
  },
  limits: z.object({
    mostPerSecond: option(z.number().min(1).max(100).default(20), {
      label: ['Most characters per second', '每秒最多字数'],
    }),
    counting: countingOption,
  }),
  severity: 'error',
  isUsual: true,
  show: showUp,
  check({ sentence }, limits) {
    const { charactersPerSecond: value, isTooFast } = measureSpeed(sentence, limits);
    return isTooFast ? { says: 'fast', value, limit: limits.mostPerSecond } : undefined;
  },
  // It may be shown longer while the next one has not begun; words cannot be taken away.
  fix({ lines, sentence, next }, { mostPerSecond, counting }) {
    const neededMs = Math.ceil((countUnits(lines, counting) * 1000) / mostPerSecond);
    const endMs = sentence.beginMs + neededMs;
    const latestMs = Math.min(
      next?.sentence.beginMs ?? Infinity,
      Math.max(sentence.endMs, ...sentence.words.map((word) => word.endMs)) + longestHangMs,
    );
    return endMs <= latestMs ? { endMs } : undefined;
  },
});

/** So long a cue may stay when nobody speaks any more (BBC subtitle guidelines: 1.5 s). */
const longestHangMs = 1500;
