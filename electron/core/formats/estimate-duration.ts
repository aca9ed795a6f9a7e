import type { CueLimits } from '../cues/cue-limits';
import { countReadCharacters } from '../cues/reading-speed';

/** How long a text is read for, where a file does not say how long it is shown [FM50]. */
export function estimateDurationMs(text: string, limits: CueLimits): number {
  const { charactersPerSecond, minDurationMs, maxDurationMs } = limits;
  const readMs = Math.round((countReadCharacters(text) * 1000) / charactersPerSecond);
  return Math.min(maxDurationMs, Math.max(minDurationMs, readMs));
}
