import { findPauses } from '@isi/find-pauses';
import { planParts, type RecordingPart } from '@isi/plan-parts';
import { type AudioSource, recognitionRateHz } from '../engine';

const frameMs = 20;
const frameSamples = (recognitionRateHz / 1000) * frameMs;
const leastShare = 0.25;
/** Where nobody pauses, parts share so much sound that a word is whole in one of them. */
const overlapMs = 15_000;

/**
 * Where to cut a recording that is too long for a service. Decodes it once.
 * @param mostMs length of a part
 * @throws what `AudioSource.read` throws
 */
export async function findRecordingParts(
  audio: AudioSource,
  mostMs: number,
  signal: AbortSignal,
): Promise<readonly RecordingPart[]> {
  const levels: number[] = [];
  let sum = 0;
  let count = 0;
  for await (const block of audio.read(signal)) {
    for (const sample of block) {
      sum += sample * sample;
      if (++count < frameSamples) continue;
      levels.push(Math.sqrt(sum / count));
      sum = 0;
      count = 0;
    }
  }
  const durationMs = Math.ceil((levels.length * frameSamples + count) / (recognitionRateHz / 1000));
  const pauses = findPauses(Float32Array.from(levels), frameMs);
  return planParts(pauses, durationMs, { mostMs, leastMs: mostMs * leastShare, overlapMs });
}
