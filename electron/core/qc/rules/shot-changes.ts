import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';
import { framesToMs } from '../frames-to-ms';

/**
 * In and out times beside a cut of the picture (Netflix Timing Guidelines): at a cut, or half a second
 * from it; an out time two frames before it. A time nearer than that flickers with the cut.
 */
export const shotChanges = defineCheckRule({
  id: 'shot-changes',
  name: ['Shot changes', '镜头切换'],
  about: [
    'A cue that begins or ends a little beside a cut makes the eye jump twice.',
    '入点或出点稍稍偏离镜头切换点，会让视线跳动两次。',
  ],
  says: {
    in: ['Begins {value} ms from a cut', '入点距镜头切换 {value} 毫秒'],
    out: ['Ends {value} ms from a cut', '出点距镜头切换 {value} 毫秒'],
  },
  limits: z.object({
    zoneMs: option(z.number().min(0).max(2000).default(500), {
      label: ['Zone around a cut, ms', '切换点前后范围（毫秒）'],
    }),
    outFrames: option(z.int().min(0).max(12).default(2), {
      label: ['Out time before a cut, frames', '出点在切换点前（帧）'],
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ sentence, lines }, { zoneMs, outFrames }, { shotsMs, frameRate }) {
    if (shotsMs.length === 0 || lines.length === 0) return undefined;
    const frameMs = framesToMs(1, frameRate);
    const inMs = distanceToNearest(shotsMs, sentence.beginMs);
    if (Math.abs(inMs) >= frameMs && Math.abs(inMs) < zoneMs) {
      return { says: 'in', value: inMs, limit: zoneMs };
    }
    const outMs = distanceToNearest(shotsMs, sentence.endMs);
    const wantedMs = -framesToMs(outFrames, frameRate);
    const isRight = Math.abs(outMs - wantedMs) < frameMs;
    return !isRight && Math.abs(outMs) < zoneMs
      ? { says: 'out', value: outMs, limit: zoneMs }
      : undefined;
  },
});

/** From the nearest cut to a time: below zero before it. */
function distanceToNearest(shotsMs: readonly number[], timeMs: number): number {
  let low = 0;
  let high = shotsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shotsMs[middle]! <= timeMs) low = middle + 1;
    else high = middle;
  }
  const after = timeMs - (shotsMs[low] ?? Infinity);
  const before = timeMs - (shotsMs[low - 1] ?? -Infinity);
  return Math.abs(after) < Math.abs(before) ? after : before;
}
