import { describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../../electron/engines/engine';
import { cutBlocks } from '../../../../electron/engines/local/cut-blocks';
import { hearRecording } from '../../../../electron/engines/local/hear-recording';
import type { Recognised } from '../../../../electron/engines/local/protocol';
import { sourceOf, tonesAt } from '../../../helpers/audio-source';

const never = new AbortController().signal;
const reply: Recognised = {
  kind: 'recognised',
  id: 1,
  chunks: [],
  meanLogProbability: 0,
  outcome: 'ended',
};

/** An hour of one second speech, three seconds pause; counts what was read of it. */
function anHour(): { readonly audio: AudioSource; readonly readSeconds: () => number } {
  let seconds = 0;
  const read = async function* (signal: AbortSignal): AsyncGenerator<Float32Array> {
    for (; seconds < 3600 && !signal.aborted; seconds += 4) {
      const block = new Float32Array(64_000);
      block.fill(0.5, 0, 16_000);
      yield await Promise.resolve(block);
    }
  };
  return { audio: { path: 'memory', durationMs: 3_600_000, read }, readSeconds: () => seconds };
}

const detectLoud = (samples: Float32Array): Promise<Float32Array> =>
  Promise.resolve(
    Float32Array.from({ length: Math.ceil(samples.length / 512) }, (_, frame) =>
      samples[frame * 512] === 0 ? 0 : 1,
    ),
  );

/** Lets everything that waits for nothing but its turn happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('hearing', () => {
  it('stops reading while the recognisers are behind, and goes on with them', async () => {
    const { audio, readSeconds } = anHour();
    const finish: (() => void)[] = [];
    const stop = new AbortController();
    const hearing = hearRecording({
      audio,
      signal: stop.signal,
      workers: 1,
      detect: detectLoud,
      recognise: () => new Promise((resolve) => finish.push(() => resolve(reply))),
      onSegment: () => undefined,
      onPosition: () => undefined,
    });
    await settle();
    const before = readSeconds();
    expect(before).toBeLessThan(32);
    finish[0]!();
    finish[1]!();
    await settle();
    expect(readSeconds()).toBeGreaterThan(before);
    expect(readSeconds()).toBeLessThan(before + 16);
    stop.abort();
    await expect(hearing).rejects.toMatchObject({ code: 'job/cancelled' });
  });

  it('moves on only past what was delivered', async () => {
    const { audio } = anHour();
    const positions: number[] = [];
    let takes = 0;
    const result = await hearRecording({
      audio,
      signal: never,
      workers: 2,
      detect: detectLoud,
      recognise: () => Promise.resolve(reply),
      onSegment: (given) => (takes += given.length),
      onPosition: (positionMs) => positions.push(positionMs),
    });
    expect(result).toEqual({ durationMs: 3_600_000, soundWithoutSpeech: undefined });
    expect(takes).toBe(900);
    expect(positions).toEqual([...positions].sort((left, right) => left - right));
  });
});

describe('[HE2] a segment in which words were said again and again', () => {
  const chunk = { text: 'Again.', beginMs: 0, endMs: 400, confidence: 1 };
  const said: Recognised = { ...reply, chunks: [chunk], meanLogProbability: -0.1 };

  /** Lengths in s of what was recognised, and of the takes that came of it. */
  async function hear(answer: (seconds: number) => Recognised) {
    const asked: number[] = [];
    const kept: number[] = [];
    const audio = sourceOf(
      tonesAt(
        [
          [0, 4],
          [4.5, 8],
          [8.5, 12],
          [12.5, 16],
        ],
        18,
      ),
    );
    await hearRecording({
      audio,
      signal: never,
      workers: 1,
      detect: detectLoud,
      recognise: (samples) => {
        asked.push(Math.round(samples.length / 16_000));
        return Promise.resolve(answer(samples.length / 16_000));
      },
      onSegment: (takes) => {
        for (const { segment } of takes) {
          kept.push(Math.round((segment.endSample - segment.beginSample) / 16_000));
        }
      },
      onPosition: () => undefined,
    });
    return { asked, kept };
  }

  it.each([
    ['the decoder stumbled over them', { ...said, hasStumbled: true }],
    ['it gave up at them', reply],
  ])('is heard in parts where %s', async (_case, asWhole) => {
    expect(await hear((seconds) => (seconds > 5 ? asWhole : said))).toEqual({
      asked: [16, 8, 4, 4, 8, 4, 4],
      kept: [4, 4, 4, 4],
    });
  });

  it('stays as it was heard where a part is no surer', async () => {
    const doubtful = { ...said, meanLogProbability: -0.5 };
    expect(await hear((seconds) => (seconds > 10 ? reply : doubtful))).toEqual({
      asked: [16, 8],
      kept: [16],
    });
  });
});

describe('a recording without speech', () => {
  const hear = (samples: Float32Array) =>
    hearRecording({
      audio: sourceOf(samples),
      signal: never,
      workers: 1,
      detect: (chunk) => Promise.resolve(new Float32Array(Math.ceil(chunk.length / 512))),
      recognise: () => Promise.resolve(reply),
      onSegment: () => undefined,
      onPosition: () => undefined,
    });

  it('says where it has sound', async () => {
    const samples = tonesAt(
      [
        [2.048, 5],
        [20, 30],
      ],
      40,
    );
    expect((await hear(samples)).soundWithoutSpeech).toMatchObject({ beginMs: 2048 });
  });

  it('says nothing of silence', async () => {
    expect((await hear(new Float32Array(160_000))).soundWithoutSpeech).toBeUndefined();
  });
});

describe('cutting blocks', () => {
  async function cut(lengths: readonly number[], size: number): Promise<number[][]> {
    let next = 0;
    const blocks = async function* (): AsyncGenerator<Float32Array> {
      for (const length of lengths) {
        yield await Promise.resolve(Float32Array.from({ length }, () => next++));
      }
    };
    const chunks: number[][] = [];
    for await (const chunk of cutBlocks(blocks(), size, never)) chunks.push([...chunk]);
    return chunks;
  }

  it('gives chunks of one size, the rest last', async () => {
    expect(await cut([3, 0, 6, 1], 4)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
    expect(await cut([8], 4)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
    expect(await cut([], 4)).toEqual([]);
  });
});
