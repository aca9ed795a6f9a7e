import { digitalSilenceDb, findQuietDb } from '@core/sound/level';
import type { RecordingPart } from './plan-parts';

/** Shorter ones are breaths between words. */
const leastPauseMs = 300;
/** What a tenth of a recording stays below is taken for its silence. */
const quietShare = 0.1;
/** So much louder than its silence a recording may still be in a pause. */
const headroom = 2;
/** What a twentieth of a recording goes beyond is taken for its speech. */
const loudShare = 0.95;
/** A pause is so much fainter than speech: where nobody pauses, the tenth is speech as well. */
const mostOfSpeech = 0.25;
/** A recording is as loud as what it reaches for so long in all [SO1]. */
const reachedMs = 100;
/** How much digital silence there is says nothing of the room [SO4]. */
const digitalSilence = toAmplitude(digitalSilenceDb);

/**
 * Stretches without speech, found by loudness alone: good enough to cut a recording in.
 * @param levels root mean square of each frame, 0 to 1
 * @param frameMs length of a frame
 */
export function findPauses(levels: Float32Array, frameMs: number): readonly RecordingPart[] {
  const sorted = levels.filter((level) => level > digitalSilence).sort();
  const quiet = sorted[Math.floor(sorted.length * quietShare)] ?? 0;
  const loud = sorted[Math.floor(sorted.length * loudShare)] ?? 0;
  const reached = sorted[Math.max(0, sorted.length - Math.ceil(reachedMs / frameMs))] ?? 0;
  const nothing = toAmplitude(findQuietDb(20 * Math.log10(reached)));
  const threshold = Math.max(nothing, Math.min(quiet * headroom, loud * mostOfSpeech));
  const pauses: RecordingPart[] = [];
  let beginIndex: number | undefined;
  for (let index = 0; index <= levels.length; index++) {
    const isQuiet = index < levels.length && levels[index]! < threshold;
    if (isQuiet) beginIndex ??= index;
    else if (beginIndex !== undefined) {
      const pause = { beginMs: beginIndex * frameMs, endMs: index * frameMs };
      if (pause.endMs - pause.beginMs >= leastPauseMs) pauses.push(pause);
      beginIndex = undefined;
    }
  }
  return pauses;
}

function toAmplitude(db: number): number {
  return 10 ** (db / 20);
}
