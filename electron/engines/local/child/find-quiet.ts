import { digitalSilenceDb, measurePower } from '@core/sound/level';

/** Samples of one value of loudness: 10 ms. */
const energyHop = 160;
export const energyPerMs = 0.1;
/** -90 dB: keeps the logarithm of digital silence finite. */
const leastPower = 1e-9;

/** Values of loudness of the shortest pause: 60 ms. */
const leastPause = 6;
/**
 * Values of loudness of the longest click: their windows reach over 40 ms in all. No word is so
 * short; the release of a stop is, and what lips, tongues, keys and switches do.
 */
const mostClick = 3;

/**
 * What lies below a gap of 10 dB, in which 2 % of the values lie at most, is the residue of a gate. Chosen
 * by gated recordings of the sample, of whose others none has such a gap; with 8 dB or 4 % some have.
 */
const leastGapDb = 10;
const mostInGap = 0.02;
/** White noise stays within, over windows of 20 ms. */
const residueSpreadDb = 4;

/**
 * Loudness in dB of each 10 ms of sound, over windows of 20 ms, about their mean: an offset or a
 * rumble below speech is no sound.
 * @param samples 16 kHz mono
 */
export function measureLoudness(samples: Float32Array): Float32Array {
  const loudness = new Float32Array(Math.floor(samples.length / energyHop));
  for (let index = 0; index < loudness.length; index++) {
    const begin = Math.max(0, index * energyHop - energyHop / 2);
    const end = Math.min(samples.length, index * energyHop + energyHop * 1.5);
    loudness[index] = 10 * Math.log10(measurePower(samples, begin, end) + leastPower);
  }
  return loudness;
}

/**
 * Marks what is quiet by the segment's own measure: below 35 % of the way from its 5th to its 95th
 * percentile of loudness, and at least 15 dB below the latter, for 60 ms or at an edge. Digital
 * silence, of a muted microphone or before a late track, and what a gate leaves are quiet and no part of
 * the measure [SO4]: how much of it there is says nothing of the room in which was spoken.
 */
export function findQuiet(loudness: Float32Array): Uint8Array {
  const all = loudness.filter((value) => value > digitalSilenceDb).sort();
  const sorted = all.subarray(countResidue(all));
  const low = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const threshold = Math.min(low + 0.35 * (high - low), high - 15);
  const quiet = new Uint8Array(loudness.length);
  for (const { begin, end } of listRuns(loudness, (value) => value < threshold)) {
    const isLong = end - begin >= leastPause;
    if (isLong || begin === 0 || end === loudness.length) quiet.fill(1, begin, end);
  }
  return quiet;
}

/**
 * How many of the least values are what a closed noise gate leaves of a room: steady, and with next to
 * nothing between it and the rest. In a room that goes on, words die away through all that lies between.
 */
function countResidue(sorted: Float32Array): number {
  const residueDb = (sorted[Math.floor(sorted.length * 0.02)] ?? 0) + residueSpreadDb;
  const begin = sorted.findIndex((value) => value > residueDb);
  const end = sorted.findIndex((value) => value > residueDb + leastGapDb);
  return end >= 0 && end - begin <= mostInGap * sorted.length ? end : 0;
}

/**
 * Makes a click in a pause part of the pause [SO7]: silence keeps off what is loud, so that a word
 * which the decoder looked for in several places, as it does for those said again and again, was put on
 * the click behind it.
 */
export function ignoreClicks(quiet: Uint8Array): Uint8Array {
  const result = quiet.slice();
  for (const { begin, end } of listRuns(quiet, (value) => value === 0)) {
    const isWithin = begin > 0 && end < quiet.length;
    if (isWithin && end - begin <= mostClick) result.fill(1, begin, end);
  }
  return result;
}

/** The longest runs of values of which something holds, in order. */
function listRuns(
  values: Float32Array | Uint8Array,
  holds: (value: number) => boolean,
): { readonly begin: number; readonly end: number }[] {
  const runs: { begin: number; end: number }[] = [];
  values.forEach((value, index) => {
    if (!holds(value)) return;
    const last = runs.at(-1);
    if (last?.end === index) last.end = index + 1;
    else runs.push({ begin: index, end: index + 1 });
  });
  return runs;
}
