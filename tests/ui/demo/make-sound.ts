import type { Sentence } from '@core/transcript/sentence';
import { createRandom } from './random';

/** Above this length the sound is kept small: 8 bits at the lowest rate that a browser plays. */
const longMs = 20 * 60_000;

/** A WAV file in which a hum with the rhythm of syllables is heard wherever a word is. */
export function makeSound(sentences: readonly Sentence[], durationMs: number): Blob {
  const isLong = durationMs > longMs;
  const rateHz = isLong ? 3_000 : 8_000;
  const samples = new Uint8Array(Math.round((durationMs * rateHz) / 1000)).fill(128);
  // One word's hum, stretched over each word: a sine for each sample of hours would take seconds.
  const hum = Float32Array.from({ length: rateHz }, (_, index) => {
    const seconds = index / rateHz;
    return (
      Math.sin(seconds * 2 * Math.PI * 140) * 0.6 +
      Math.sin(seconds * 2 * Math.PI * 420) * 0.3 +
      Math.sin(seconds * 2 * Math.PI * 910) * 0.1
    );
  });
  for (const { words } of sentences) {
    for (const { beginMs, endMs, text } of words) {
      const begin = Math.floor((beginMs * rateHz) / 1000);
      const end = Math.min(samples.length, Math.floor((endMs * rateHz) / 1000));
      const loudness = loudnessOf(text);
      for (let index = begin; index < end; index += 1) {
        const share = (index - begin) / (end - begin);
        const envelope = 4 * share * (1 - share) * loudness;
        samples[index] = 128 + 110 * envelope * hum[(index - begin) % rateHz]!;
      }
    }
  }
  return new Blob([wavHeader(samples.length, rateHz), samples], { type: 'audio/wav' });
}

/**
 * Level 0 of the peaks of that sound, as pairs of 16-bit numbers at a rate; computed from the words,
 * because hours of samples would have to be read otherwise.
 */
export function makePeakPairs(
  sentences: readonly Sentence[],
  durationMs: number,
  perSecond: number,
): Int16Array<ArrayBuffer> {
  const count = Math.ceil((durationMs * perSecond) / 1000);
  const pairs = new Int16Array(count * 2);
  const random = createRandom(11);
  for (let peak = 0; peak < count; peak += 1) {
    const noise = 40 + random() * 160;
    pairs[peak * 2] = -noise;
    pairs[peak * 2 + 1] = noise;
  }
  for (const { words } of sentences) {
    for (const { beginMs, endMs, text } of words) {
      const begin = Math.floor((beginMs * perSecond) / 1000);
      const end = Math.min(count, Math.max(begin + 1, Math.floor((endMs * perSecond) / 1000)));
      const loudness = loudnessOf(text) * 28_000;
      for (let peak = begin; peak < end; peak += 1) {
        const share = (peak - begin + 0.5) / (end - begin);
        const height = 4 * share * (1 - share) * loudness * (0.55 + random() * 0.45);
        pairs[peak * 2] = -height;
        pairs[peak * 2 + 1] = height * 0.92;
      }
    }
  }
  return pairs;
}

/** 0.35 to 1, the same for the same word. */
function loudnessOf(text: string): number {
  let mixed = 17;
  for (const character of text) mixed = (mixed * 31 + character.codePointAt(0)!) % 1_009;
  return 0.35 + (0.65 * mixed) / 1_009;
}

function wavHeader(dataBytes: number, rateHz: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(44));
  const write = (offset: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) {
      view.setUint8(offset + index, text.charCodeAt(index));
    }
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rateHz, true);
  view.setUint32(28, rateHz, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, dataBytes, true);
  return view.buffer;
}
