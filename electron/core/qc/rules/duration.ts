import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule, durationOf } from '../check-rule';
import { isOver, isUnder, showSeconds } from '../show-value';

/** How long a cue is shown. */
export const duration = defineCheckRule({
  id: 'duration',
  name: ['Duration', '时长'],
  about: ['Shorter cues flash; longer ones are read twice.', '停留太短一闪而过，太长会让人重读。'],
  says: {
    short: ['Shown for {value} s, at least {limit}', '停留 {value} 秒，不得少于 {limit} 秒'],
    long: ['Shown for {value} s, at most {limit}', '停留 {value} 秒，不得超过 {limit} 秒'],
  },
  limits: z.object({
    leastMs: option(z.number().min(0).max(10_000).default(833), {
      label: ['Least duration, ms', '最短时长（毫秒）'],
    }),
    mostMs: option(z.number().min(500).max(60_000).default(7000), {
      label: ['Most duration, ms', '最长时长（毫秒）'],
    }),
  }),
  severity: 'error',
  isUsual: true,
  show: showSeconds,
  check({ sentence, lines }, { leastMs, mostMs }) {
    const value = durationOf(sentence);
    if (lines.length === 0) return undefined;
    if (isUnder(value, leastMs)) return { says: 'short', value, limit: leastMs };
    return isOver(value, mostMs) ? { says: 'long', value, limit: mostMs } : undefined;
  },
  // A short one is shown longer where the next has not begun; of a long one nobody knows where to cut.
  fix({ sentence, next }, { leastMs }) {
    if (!isUnder(durationOf(sentence), leastMs)) return undefined;
    const endMs = sentence.beginMs + Math.ceil(leastMs);
    return endMs <= (next?.sentence.beginMs ?? Infinity) ? { endMs } : undefined;
  },
});
