import { z } from 'zod';
import { option } from '../option-fields';
import { mapSentences } from './change-sentences';
import { listFollowers } from './find-follower';
import { defineRule } from './writing-rule';

const ms = z.int().min(1).max(60_000).optional();

/** How long a cue stands at least, where the next one leaves room for it, and at most. */
export const durations = defineRule({
  scope: 'cues',
  options: z.object({
    leastDuration: option(ms, { label: 'writing.leastDuration', group: 'writing' }),
    mostDuration: option(z.int().min(1).max(600_000).optional(), {
      label: 'writing.mostDuration',
      group: 'writing',
    }),
  }),
  apply(document, { leastDuration, mostDuration }, { grid }) {
    if (leastDuration === undefined && mostDuration === undefined) return document;
    const followers = listFollowers(document.sentences);
    return mapSentences(document, (sentence, index) => {
      const { beginMs, endMs } = sentence;
      const least = grid.after(beginMs, leastDuration ?? 0);
      const roomMs = Math.max(endMs, followers[index]?.beginMs ?? Infinity);
      const longer = Math.min(Math.max(endMs, least), roomMs);
      const most = grid.before(beginMs + (mostDuration ?? Infinity), 0);
      const end = mostDuration === undefined ? longer : Math.min(longer, most);
      return end === endMs ? sentence : { ...sentence, endMs: end };
    });
  },
});
