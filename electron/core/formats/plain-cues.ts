import { stripMarkup } from '../transcript/markup';
import type { CueText } from './timed-text';

/**
 * Cues for a track without places [FM79]: none is without text that is seen, and none overlaps the next
 * one, wherever they stood; those that begin together are one.
 * @param cues in order of begin
 */
export function flattenCues(cues: readonly CueText[]): readonly CueText[] {
  const flat: CueText[] = [];
  for (const cue of cues) {
    if (stripMarkup(cue.text.replaceAll('\n', '')).trim() === '') continue;
    const last = flat.at(-1);
    if (last !== undefined && last.beginMs >= cue.beginMs) {
      const endMs = Math.max(last.endMs, cue.endMs);
      flat[flat.length - 1] = { ...last, endMs, text: `${last.text}\n${cue.text}` };
      continue;
    }
    if (last !== undefined && last.endMs > cue.beginMs) {
      flat[flat.length - 1] = { ...last, endMs: cue.beginMs };
    }
    flat.push(cue);
  }
  return flat;
}
