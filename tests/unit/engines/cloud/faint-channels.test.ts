import { decideChannels } from '@isi/decide-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import { describe, expect, it } from 'vitest';
import { createChannelMeter } from '../../../../electron/engines/cloud/channel-meter';
import type { VoiceListeners } from '../../../../electron/engines/cloud/speech-finder';
import type { AudioSource } from '../../../../electron/engines/engine';

const rateHz = 16_000;
const seconds = 8;

/** Two who talk in turn for 4 s, one on each channel, in rooms 50 dB below them. */
function makeTalk(db: number, noiseAlone = false): Float32Array {
  const amplitude = 10 ** (db / 20);
  let seed = 1;
  const noise = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return 0.005 * ((2 * seed) / 2_147_483_647 - 1);
  };
  return Float32Array.from({ length: 2 * seconds * rateHz }, (_, index) => {
    const at = Math.floor(index / 2);
    const turn = Math.floor(at / (4 * rateHz)) % 2;
    const isWord = at % 9600 < 6400;
    const speaks = !noiseAlone && turn === index % 2 && isWord;
    const sample = amplitude * (noise() + (speaks ? Math.sin(at / (8 + turn)) : 0));
    return Math.round(sample * 8_388_608) / 8_388_608;
  });
}

const sourceOf = (interleaved: Float32Array): AudioSource => ({
  path: 'memory',
  durationMs: seconds * 1000,
  read: () => (async function* () {})(),
  readStereo: async function* () {
    yield await Promise.resolve(interleaved);
  },
});

/** Hears speech only where it is not faint, as a voice detector does. */
const listeners: VoiceListeners = {
  open: () => {
    const listener = {
      detect: (samples: Float32Array) =>
        Promise.resolve(
          Float32Array.from({ length: Math.ceil(samples.length / 512) }, (_, frame) => {
            const part = samples.subarray(frame * 512, (frame + 1) * 512);
            return Number(part.some((sample) => Math.abs(sample) > 0.05));
          }),
        ),
    };
    return Promise.resolve({ channels: [listener, listener], close: () => Promise.resolve() });
  },
};
const none: VoiceListeners = { open: () => Promise.reject(new Error('there is none')) };

async function measure(by: VoiceListeners, samples: Float32Array): Promise<StereoFacts> {
  const meter = createChannelMeter(by, () => undefined);
  const { signal } = new AbortController();
  return (await meter.measure(sourceOf(samples), { signal }))!;
}
const decide = (facts: StereoFacts) => {
  const { sends, reason } = decideChannels(
    { count: 2, facts },
    { firstChannelOnly: undefined, splitsSpeakers: false },
  );
  return { sends, reason };
};

describe.each([
  ['a voice detector', listeners],
  ['loudness alone', none],
])('[SO6] [CH2] by %s', (_case, by) => {
  it('the same channels are proposed however faint the recording is', async () => {
    for (const db of [-10, -45, -60]) {
      const facts = await measure(by, makeTalk(db));
      expect(decide(facts)).toEqual({ sends: 'both', reason: 'different' });
      for (const own of facts.ownMs) {
        expect(own).toBeGreaterThan(2500);
        expect(own).toBeLessThan(3250);
      }
    }
  });
});

it('[SO6] the noise of a room is no speech by loudness alone', async () => {
  expect(decide(await measure(none, makeTalk(-10, true))).reason).toBe('no-speech');
});
