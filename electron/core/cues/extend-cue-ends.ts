import { countCharacters } from '../transcript/graphemes';
import type { Sentence } from '../transcript/sentence';
import type { CueLimits } from './cue-limits';

/** How long a cue may stay after its last word (Netflix timing guide: up to half a second). */
const maxExtensionMs = 500;
/** Least gap left before the next cue: two frames at 24 per second (Netflix timing guide). */
export const minGapMs = 83;

/**
 * Lets brief or dense cues stay into the silence after them [CU6]: as long as reading takes, at most
 * 500 ms past the last word, ending 83 ms before the next cue. Words' times stay; a cue that needs
 * no more time keeps its end. Doing it twice changes nothing.
 *
 * @param cues sorted by begin
 * @param lastEndMs the last cue may not stay beyond this
 */
export function extendCueEnds(
  cues: readonly Sentence[],
  limits: CueLimits,
  lastEndMs: number,
): readonly Sentence[] {
  return cues.map((cue, index) => {
    const spokenEndMs = cue.words.reduce((latest, word) => Math.max(latest, word.endMs), 0);
    const readingMs = Math.ceil((countCharacters(cue.text) * 1000) / limits.charactersPerSecond);
    const wantedMs = Math.max(limits.minDurationMs, readingMs);
    const next = cues[index + 1];
    const endMs = Math.min(
      cue.beginMs + Math.min(wantedMs, limits.maxDurationMs),
      spokenEndMs + maxExtensionMs,
      next === undefined ? lastEndMs : next.beginMs - minGapMs,
    );
    return endMs > cue.endMs ? { ...cue, endMs } : cue;
  });
}
