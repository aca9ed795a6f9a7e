import { z } from 'zod';
import { option } from '../option-fields';
import { mapSentences } from './change-sentences';
import { listFollowers } from './find-follower';
import { defineRule } from './writing-rule';

/** The shortest a cue is made for the sake of a gap. */
const shortestMs = 1;

/**
 * Between two cues at one place there is a least gap, for which the earlier one ends earlier, and a
 * short gap is closed to that. Cues that overlap are not touched.
 */
export const gaps = defineRule({
  scope: 'cues',
  options: z.object({
    leastGap: option(z.int().min(0).max(5000).optional(), {
      label: 'writing.leastGap',
      group: 'writing',
    }),
    closeGaps: option(z.int().min(0).max(10_000).optional(), {
      label: 'writing.closeGaps',
      group: 'writing',
    }),
  }),
  apply(document, { leastGap, closeGaps }, { grid }) {
    if (leastGap === undefined && closeGaps === undefined) return document;
    const followers = listFollowers(document.sentences);
    return mapSentences(document, (sentence, index) => {
      const next = followers[index];
      if (next === undefined || next.beginMs < sentence.endMs) return sentence;
      const endMs = grid.before(next.beginMs, leastGap ?? 0);
      const gapMs = next.beginMs - sentence.endMs;
      const isTooShort = sentence.endMs > endMs;
      const isClosed = closeGaps !== undefined && gapMs <= closeGaps;
      if (!(isTooShort || isClosed) || endMs === sentence.endMs) return sentence;
      return endMs < grid.after(sentence.beginMs, shortestMs) ? sentence : { ...sentence, endMs };
    });
  },
});
