import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';
import { framesToMs } from '../frames-to-ms';
import { isOver, isUnder } from '../show-value';

/** The gap between two cues: none, or long enough to be seen, and no flicker. */
export const gap = defineCheckRule({
  id: 'gap',
  name: ['Gap', '间隔'],
  about: [
    'Two cues that follow each other at once look like one; a gap that is neither closed nor seen flickers.',
    '前后字幕紧挨着会像同一条，间隔不上不下则会闪烁。',
  ],
  says: {
    short: [
      '{value} ms to the next cue, at least {limit}',
      '距下一条 {value} 毫秒，不得少于 {limit}',
    ],
    flicker: [
      '{value} ms to the next cue: close it, or make it {limit}',
      '距下一条 {value} 毫秒：应消除间隔，或拉开到 {limit} 毫秒',
    ],
  },
  limits: z.object({
    leastFrames: option(z.int().min(0).max(50).default(2), {
      label: ['Least gap, frames', '最小间隔（帧）'],
    }),
    closeUnderMs: option(z.number().min(0).max(5000).default(0), {
      label: ['Close gaps shorter than, ms', '消除短于此值的间隔（毫秒）'],
    }),
  }),
  severity: 'error',
  isUsual: false,
  check({ sentence, next }, { leastFrames, closeUnderMs }, { frameRate }) {
    if (next === undefined) return undefined;
    const value = next.sentence.beginMs - sentence.endMs;
    const limit = framesToMs(leastFrames, frameRate);
    if (value < 0) return undefined;
    if (isUnder(value, limit)) return { says: 'short', value, limit };
    const isFlicker =
      isOver(value, framesToMs(leastFrames, frameRate) + 1) && isUnder(value, closeUnderMs);
    return isFlicker ? { says: 'flicker', value, limit: closeUnderMs } : undefined;
  },
  // Both are mended at the end of the earlier one: where speech begins stays.
  fix({ sentence, next }, { leastFrames }, { frameRate }) {
    if (next === undefined) return undefined;
    const endMs = next.sentence.beginMs - framesToMs(leastFrames, frameRate);
    return endMs > sentence.beginMs ? { endMs } : undefined;
  },
});
