import { describe, expect, it } from 'vitest';
import { createChannelMeter } from '../../../../electron/engines/cloud/channel-meter';
import type { VoiceListeners } from '../../../../electron/engines/cloud/speech-finder';
import type { AudioSource } from '../../../../electron/engines/engine';

const rateHz = 16_000;
const seconds = 12;

/** Somebody who speaks in the even or the odd stretches of 4 s. */
const speaker = (turn: number) => (at: number) =>
  Math.floor(at / (4 * rateHz)) % 2 === turn && at % 9600 < 6400
    ? 0.3 * Math.sin(at / (8 + turn))
    : 0;
const silence = () => 0;

function sourceOf(channels: readonly ((at: number) => number)[]): AudioSource {
  const count = channels.length;
  const samples = Float32Array.from(
    { length: count * seconds * rateHz },
    (_, index) =>
      channels[index % count]!(Math.floor(index / count)) + 0.0005 * Math.sin(index ** 2),
  );
  return {
    ...{ path: 'memory', durationMs: seconds * 1000, read: () => (async function* () {})() },
    channels: {
      count,
      read: () => (async function* () {})(),
      readAll: async function* () {
        yield await Promise.resolve(samples);
      },
    },
  };
}

function listen(asked: number[]): VoiceListeners {
  return {
    open: (count) => {
      const channels = Array.from({ length: count }, (_, channel) => ({
        detect: (samples: Float32Array) => {
          asked.push(channel);
          return Promise.resolve(
            Float32Array.from({ length: Math.ceil(samples.length / 512) }, (__, frame) =>
              Number(samples.subarray(frame * 512, (frame + 1) * 512).some((each) => each > 0.05)),
            ),
          );
        },
      }));
      return Promise.resolve({ channels, close: () => Promise.resolve() });
    },
  };
}

const signal = new AbortController().signal;

describe('[CH11] more than two channels', () => {
  it('are compared, each sound once', async () => {
    const asked: number[] = [];
    const meter = createChannelMeter(listen(asked), () => undefined);
    const audio = sourceOf([silence, speaker(0), speaker(1), (at) => -0.5 * speaker(0)(at)]);
    const done: number[] = [];
    const findings = await meter.compare(audio, { signal, onProgress: (ms) => done.push(ms) });
    expect(findings).toEqual({
      ...{ differ: true, speaking: [1, 2], silent: [0], same: [{ channel: 3, as: 1 }] },
    });
    expect(done.at(-1)).toBe(seconds * 1000);
    expect(asked).toContain(2);
  });

  it('are compared by loudness where there is no voice detector', async () => {
    const none: VoiceListeners = { open: () => Promise.reject(new Error('there is none')) };
    const meter = createChannelMeter(none, () => undefined);
    const findings = await meter.compare(sourceOf([speaker(1), silence, speaker(0)]), { signal });
    expect(findings).toMatchObject({ differ: true, speaking: [0, 2], silent: [1] });
  });

  it('are not compared where there are more than eight', async () => {
    const meter = createChannelMeter(listen([]), () => undefined);
    const audio = sourceOf(Array.from({ length: 9 }, () => speaker(0)));
    expect(await meter.compare(audio, { signal })).toBeUndefined();
  });
});
