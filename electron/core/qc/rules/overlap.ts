import { z } from 'zod';
import { defineCheckRule } from '../check-rule';
import { overlapWays } from '../part-overlaps';

/** Cues that are shown at one place at the same time. */
export const overlap = defineCheckRule({
  id: 'overlap',
  name: ['Overlap', '重叠'],
  about: [
    'Many players drop one of two cues that overlap, or stack them in any order.',
    '许多播放器遇到重叠的字幕会丢掉一条，或随意堆叠。',
  ],
  says: { over: ['Overlaps an earlier cue by {value} ms', '与前面的字幕重叠 {value} 毫秒'] },
  limits: z.object({}),
  severity: 'error',
  isUsual: true,
  ways: overlapWays,
  check({ sentence, lines, longest }) {
    if (longest === undefined || lines.length === 0) return undefined;
    const value = Math.min(longest.sentence.endMs, sentence.endMs) - sentence.beginMs;
    return value > 0 ? { says: 'over', value, limit: 0 } : undefined;
  },
});
