/** Samples whose power is taken together: 10 ms at 16 kHz. */
const frameSamples = 160;
/** A click is over sooner; the loudest vowel of a short word is not. */
const reachedFrames = 10;

/** Digital silence, dithered or not; the floor of the cleanest room in the sample was -82 dB. */
export const digitalSilenceDb = -85;

/**
 * How loud a stretch of sound is where it is loudest: what it reaches for 100 ms in all, in dB of
 * full scale. Silence beside it changes nothing, however long it is, nor does a click. What is
 * constant in the samples is no sound.
 * @param samples 16 kHz mono
 * @returns -Infinity where there is no sound
 */
export function measureLevel(samples: Float32Array): number {
  const powers = new Float64Array(Math.ceil(samples.length / frameSamples));
  for (let frame = 0; frame < powers.length; frame++) {
    const begin = frame * frameSamples;
    powers[frame] = measurePower(samples, begin, Math.min(samples.length, begin + frameSamples));
  }
  powers.sort();
  const reached = powers[Math.max(0, powers.length - reachedFrames)] ?? 0;
  return 10 * Math.log10(reached);
}

/** Mean square about the mean: what is constant in the samples is no sound. */
export function measurePower(samples: Float32Array, begin: number, end: number): number {
  let sum = 0;
  let squares = 0;
  for (let at = begin; at < end; at++) {
    sum += samples[at]!;
    squares += samples[at]! ** 2;
  }
  const mean = sum / (end - begin);
  return Math.max(0, squares / (end - begin) - mean * mean);
}

/** What is so quiet is no speech, however loud the rest is. */
const mostQuietDb = -50;
/** Of a fainter recording it is what lies so far below its level. */
const quietBelowDb = 35;

/**
 * Below what power (in dB of full scale) sound of a recording is quiet, by loudness alone.
 * @param levelDb of the recording, as {@link measureLevel} gives it
 */
export function findQuietDb(levelDb: number): number {
  return Math.max(digitalSilenceDb, Math.min(mostQuietDb, levelDb - quietBelowDb));
}

/**
 * What speech is brought to before it is judged or recognised, so that the same words are heard however
 * loud they are. Chosen by `npm run accuracy` among −6 to −24 dB: no set had more errors than with its
 * levels left alone.
 */
const speechDb = -8;
/** Of what is fainter still, rounding to 16 bits has left too little. */
const mostGainDb = 60;

/** The factor that brings sound of a level to that of speech; 1 where there is no sound. */
export function findGain(levelDb: number): number {
  if (levelDb === -Infinity) return 1;
  return 10 ** (Math.min(mostGainDb, speechDb - levelDb) / 20);
}

/** Sound times a factor, cut at full scale; the samples themselves where nothing changes. */
export function applyGain(samples: Float32Array, gain: number): Float32Array {
  if (gain === 1) return samples;
  return samples.map((sample) => Math.max(-1, Math.min(1, sample * gain)));
}

/** A stretch of speech at the level of speech: by one factor, so that nothing else in it changes. */
export function levelSpeech(samples: Float32Array): Float32Array {
  return applyGain(samples, findGain(measureLevel(samples)));
}
