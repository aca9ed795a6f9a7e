import { describe, expect, it } from 'vitest';
import { SoundMeter } from '../../../../electron/engines/local/sound-meter';

const rateHz = 16_000;
const seconds = (length: number, sampleAt: (index: number) => number): Float32Array =>
  Float32Array.from({ length: length * rateHz }, (_, index) => sampleAt(index));
const tone = (amplitude: number) => (index: number) => amplitude * Math.sin(index / 8);
const silence = (): number => 0;
let seed = 1;
const noise = (amplitude: number) => (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return amplitude * ((2 * seed) / 2_147_483_647 - 1);
};

function measure(...parts: Float32Array[]): SoundMeter['span'] {
  const meter = new SoundMeter();
  for (const part of parts) meter.push(part);
  return meter.span;
}

describe('where a recording has sound', () => {
  it('is from the first to the last of it', () => {
    const loud = seconds(2, tone(0.1));
    expect(measure(seconds(2, silence), loud, seconds(8, silence), loud)).toEqual({
      beginMs: 2000,
      endMs: 14_000,
    });
  });

  it.each([
    ['silence', seconds(60, silence)],
    ['an offset without sound', seconds(60, () => 0.3)],
    ['the noise of a quiet room', seconds(60, noise(0.002))],
    ['a click', seconds(1, tone(0.5))],
    ['nothing at all', new Float32Array()],
  ])('is nowhere in %s', (_case, samples) => {
    expect(measure(samples)).toBeUndefined();
  });

  it.each([
    ['a tone', seconds(5, tone(0.05))],
    ['noise', seconds(5, noise(0.05))],
  ])('is all over %s', (_case, samples) => {
    expect(measure(samples)).toMatchObject({ beginMs: 0, endMs: 5000 });
  });
});

describe('sound that is too faint', () => {
  /** Words of 300 ms with pauses between them, as loud as `amplitude`, in a room far below. */
  const talk = (amplitude: number) => {
    const room = noise(amplitude / 30);
    return (index: number) => room() + (index % 9600 < 4800 ? amplitude * Math.sin(index / 8) : 0);
  };
  const faintOf = (samples: Float32Array): SoundMeter['faintSpan'] => {
    const meter = new SoundMeter();
    meter.push(samples);
    return meter.faintSpan;
  };
  const toSixteenBits = (samples: Float32Array): Float32Array =>
    samples.map((sample) => Math.round(sample * 32_768) / 32_768);

  it.each([-55, -65, -75, -80])('is told of where it moves as speech does, at %i dB', (db) => {
    const samples = seconds(4, talk(10 ** (db / 20)));
    expect(faintOf(samples)).toMatchObject({ beginMs: 0 });
    expect(faintOf(toSixteenBits(samples))?.beginMs).toBeLessThan(200);
  });

  it.each([
    ['digital silence', seconds(60, silence)],
    ['dither', seconds(10, noise(2e-5))],
    ['an offset without sound', seconds(60, () => 0.3)],
    ['the noise of a quiet room', seconds(60, noise(0.002))],
    ['the hum of an input', seconds(10, (index) => 0.001 * Math.sin((index * Math.PI) / 160))],
    ['speech that is loud enough', seconds(4, talk(0.1))],
    ['a cough', seconds(1, talk(0.002))],
    ['nothing at all', new Float32Array()],
  ])('is not told of in %s', (_case, samples) => {
    expect(faintOf(samples)).toBeUndefined();
  });
});
