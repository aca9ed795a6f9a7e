import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findQuiet,
  ignoreClicks,
  measureLoudness,
} from '../../../../../electron/engines/local/child/find-quiet';
import type { ChunkSpan } from '../../../../../electron/engines/local/child/tokeniser';
import {
  addSmoothed,
  alignChunks,
  averageHeads,
  findPath,
  findQuietFrames,
} from '../../../../../electron/engines/local/child/word-alignment';

const span = (text: string, beginToken: number, endToken: number): ChunkSpan => ({
  text,
  beginToken,
  endToken,
});

/** Rows of scores with 1 in a row's frames and 0 elsewhere. */
function paint(frames: number, rows: readonly (readonly [number, number])[]): Float32Array {
  const scores = new Float32Array(rows.length * frames);
  rows.forEach(([begin, end], row) => scores.fill(1, row * frames + begin, row * frames + end));
  return scores;
}

/** 16 kHz sound that is loud within the given spans of ms and faint elsewhere. */
function createSound(durationMs: number, loud: readonly (readonly [number, number])[]) {
  return Float32Array.from({ length: durationMs * 16 }, (_, index) => {
    const atMs = index / 16;
    const isLoud = loud.some(([begin, end]) => atMs >= begin && atMs < end);
    return Math.sin(index / 3) * (isLoud ? 0.5 : 0.0005);
  });
}

describe('the median of three', () => {
  test('equals the middle of each sorted triple, mirrored at the ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, min: 0, max: 1 }), { minLength: 1 }),
        (values) => {
          const row = Float32Array.from(values);
          const sums = new Float32Array(row.length);
          addSmoothed(row, sums);
          const at = (index: number) => {
            const mirrored = index < 0 ? 1 : index >= row.length ? row.length - 2 : index;
            return row[mirrored] ?? row[0]!;
          };
          const expected = [...row].map(
            (value, index) => [at(index - 1), value, at(index + 1)].sort((a, b) => a - b)[1]!,
          );
          expect([...sums]).toEqual(expected);
        },
      ),
    );
  });

  test('takes out a single spike', () => {
    const sums = new Float32Array(5);
    addSmoothed(Float32Array.of(0, 0, 1, 0, 0), sums);
    expect([...sums]).toEqual([0, 0, 0, 0, 0]);
  });

  test('heads are averaged token by token', () => {
    const attention = Float32Array.of(1, 1, 1, 0, 0, 0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25);
    expect([...averageHeads(attention, 2, 2, 3)]).toEqual([0.5, 0.5, 0.5, 0.375, 0.375, 0.375]);
  });
});

describe('quiet parts', () => {
  test('the pause between two loud parts is found within 20 ms', () => {
    const quiet = findQuiet(
      measureLoudness(
        createSound(1000, [
          [100, 400],
          [600, 900],
        ]),
      ),
    );
    const first = quiet.indexOf(1, 20);
    expect(first * 10).toBeGreaterThanOrEqual(390);
    expect(first * 10).toBeLessThanOrEqual(420);
    expect(quiet.indexOf(0, first) * 10).toBeGreaterThanOrEqual(580);
    expect(quiet.indexOf(0, first) * 10).toBeLessThanOrEqual(610);
  });

  test('sound of one loudness has no quiet part', () => {
    expect(findQuiet(measureLoudness(createSound(500, [[0, 500]]))).includes(1)).toBe(false);
  });

  test('a dip of less than 60 ms is not a pause', () => {
    const quiet = findQuiet(
      measureLoudness(
        createSound(1000, [
          [0, 500],
          [540, 800],
        ]),
      ),
    );
    expect([...quiet.subarray(20, 70)].includes(1)).toBe(false);
  });

  test.each([1, 5, 10])('[SO7] a click of %i ms in a pause is part of it', (clickMs) => {
    const words = [
      [100, 400],
      [800, 900],
    ] as const;
    const find = (sound: Float32Array) => ignoreClicks(findQuiet(measureLoudness(sound)));
    const pause = find(createSound(1000, words));
    expect(pause.subarray(45, 75).includes(0)).toBe(false);
    for (const atMs of [500, 503, 507, 600]) {
      const sound = createSound(1000, [...words, [atMs, atMs + clickMs]]);
      expect([...find(sound)]).toEqual([...pause]);
    }
  });

  test('[SO7] a short word in a pause is no click', () => {
    const sound = createSound(1000, [
      [100, 400],
      [560, 620],
      [800, 900],
    ]);
    const quiet = ignoreClicks(findQuiet(measureLoudness(sound)));
    expect(quiet.subarray(57, 61).includes(1)).toBe(false);
  });

  test.each([
    ['digital silence', 0],
    ['dither', 1.5e-5],
  ])('[SO4] %s before or behind changes nothing in the rest', (_case, amplitude) => {
    const room = createSound(1000, [
      [100, 400],
      [600, 900],
    ]).map((sample) => sample * 4);
    const alone = findQuiet(measureLoudness(room));
    for (const [beforeMs, behindMs] of [
      [100, 0],
      [400, 400],
      [0, 900],
      [5000, 5000],
    ] as const) {
      const silent = (ms: number) =>
        Array.from({ length: ms * 16 }, (_, index) => amplitude * Math.sin(index));
      const padded = Float32Array.from([...silent(beforeMs), ...room, ...silent(behindMs)]);
      const begin = beforeMs / 10;
      const quiet = findQuiet(measureLoudness(padded));
      expect([...quiet.subarray(begin, begin + alone.length)]).toEqual([...alone]);
      expect(quiet.subarray(0, begin).includes(0)).toBe(false);
      expect(quiet.subarray(begin + alone.length).includes(0)).toBe(false);
    }
  });

  test.each([-65, -70, -75])(
    '[SO4] hiss of %i dB that a gate leaves changes nothing in the rest',
    (hissDb) => {
      let seed = 1;
      const noise = (db: number) => {
        seed = (seed * 48_271) % 2_147_483_647;
        return Math.sqrt(3) * 10 ** (db / 20) * ((2 * seed) / 2_147_483_647 - 1);
      };
      const words = [
        [300, 700],
        [1000, 1400],
        [2300, 2600],
      ] as const;
      const room = createSound(3000, words).map((sample) => sample + noise(-42));
      const alone = findQuiet(measureLoudness(room));
      // Closed where nobody speaks, but not at once: what goes on behind a word is the room.
      const isClosed = (ms: number) => ms < 200 || (ms >= 1600 && ms < 2200) || ms >= 2800;
      const gated = room.map((sample, index) => (isClosed(index / 16) ? noise(hissDb) : sample));
      expect([...findQuiet(measureLoudness(gated))]).toEqual([...alone]);
    },
  );

  test('an offset is no sound', () => {
    const sound = createSound(1000, [[300, 700]]);
    const moved = sound.map((sample) => sample + 0.1);
    expect([...findQuiet(measureLoudness(moved))]).toEqual([...findQuiet(measureLoudness(sound))]);
  });

  test('frames behind the end of the sound are quiet', () => {
    const quiet = findQuiet(measureLoudness(createSound(240, [[0, 240]])));
    const frames = findQuietFrames(quiet, 20);
    expect([...frames.subarray(12)].every((value) => value === 1)).toBe(true);
  });

  test('no sound at all is no error', () => {
    expect([...findQuietFrames(findQuiet(measureLoudness(new Float32Array())), 2)]).toEqual([1, 1]);
  });
});

describe('the best path', () => {
  test('follows clear attention and leaves quiet frames to silence', () => {
    const scores = paint(20, [
      [2, 5],
      [5, 8],
      [12, 16],
      [18, 20],
    ]);
    const quiet = Uint8Array.from({ length: 20 }, (_, frame) =>
      frame < 2 || (frame >= 8 && frame < 12) || frame >= 16 ? 1 : 0,
    );
    expect(findPath(scores, 20, [span('ab', 0, 2), span('c', 2, 3)], quiet)).toEqual([
      { begin: 2, end: 8 },
      { begin: 12, end: 16 },
    ]);
  });

  test('words touch where nothing is quiet', () => {
    const scores = paint(10, [
      [0, 4],
      [4, 10],
      [0, 0],
    ]);
    expect(findPath(scores, 10, [span('a', 0, 1), span('b', 1, 2)], new Uint8Array(10))).toEqual([
      { begin: 0, end: 4 },
      { begin: 4, end: 10 },
    ]);
  });

  test('every token gets a frame even when nothing speaks for it', () => {
    const path = findPath(
      paint(4, [
        [0, 4],
        [0, 0],
        [0, 0],
      ]),
      4,
      [span('a', 0, 1), span('b', 1, 2)],
      new Uint8Array(4),
    );
    expect(path).toEqual([
      { begin: 0, end: 3 },
      { begin: 3, end: 4 },
    ]);
  });

  test('fewer frames than tokens have no path', () => {
    expect(() => findPath(new Float32Array(8), 2, [span('abc', 0, 3)], new Uint8Array(2))).toThrow(
      RangeError,
    );
  });
});

describe('times of chunks', () => {
  const input = { heads: 1, offsetMs: 0, tailMs: 0 };

  test('are frames in ms, moved by the offset and kept inside the segment', () => {
    const attention = paint(10, [
      [0, 4],
      [4, 10],
      [0, 0],
    ]);
    const samples = createSound(230, [[0, 230]]);
    const chunks = [span('a', 0, 1), span('b', 1, 2)];
    expect(
      alignChunks({ ...input, attention, frames: 10, chunks, samples, offsetMs: -28 }),
    ).toEqual([
      { beginMs: 0, endMs: 68 },
      { beginMs: 68, endMs: 212 },
    ]);
    expect(alignChunks({ ...input, attention, frames: 10, chunks, samples, offsetMs: 20 })).toEqual(
      [
        { beginMs: 20, endMs: 116 },
        { beginMs: 116, endMs: 230 },
      ],
    );
  });

  test('[SO7] a word that is looked for faintly stays on its sound, not on a click behind it', () => {
    // As it was measured where a word was said again and again: attention spreads over the copies.
    const frames = 40;
    const attention = new Float32Array(5 * frames);
    const look = (token: number, frame: number, weights: readonly number[]) =>
      attention.set(weights, token * frames + frame);
    const your = [0.07, 0.1, 0.1, 0.08, 0.08, 0.05, 0.04, 0.02, 0.01];
    const country = [0.016, 0.024, 0.03, 0.028, 0.027, 0.031, 0.034, 0.045, 0.047, 0.032, 0.014];
    look(0, 0, [...your, 0.007, 0.007, 0.002, 0.002, 0.002, 0.002]);
    look(1, 9, [...country, 0.009, 0.007]);
    look(3, 30, [0.05, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06]);
    const samples = createSound(1000, [
      [0, 366],
      [541, 549],
      [744, 1000],
    ]);
    const chunks = [span('your', 0, 1), span('country', 1, 3), span('what', 3, 4)];
    const times = alignChunks({ ...input, attention, frames, chunks, samples });
    expect(times[1]!.beginMs).toBeGreaterThanOrEqual(9 * 24);
    expect(times[1]!.endMs).toBeLessThanOrEqual(17 * 24);
  });

  test('a tail never reaches into the next chunk', () => {
    // Noise goes on behind the first word, so that its sound has no end of its own.
    const samples = createSound(480, [[0, 480]]);
    const attention = paint(20, [
      [0, 8],
      [11, 20],
      [0, 0],
    ]).map((value, index) => (index >= 8 && index < 11 ? -1 : value));
    const chunks = [span('a', 0, 1), span('b', 1, 2)];
    const given = { ...input, attention, frames: 20, chunks, samples };
    const [first, second] = alignChunks({ ...given, tailMs: 500 });
    expect(first?.endMs).toBe(second?.beginMs);
  });

  /** Two words; the sound of the first goes on for some time after the decoder has left it. */
  function alignTwo(sound: readonly (readonly [number, number])[], beforeMs = 0) {
    const silent = new Float32Array(beforeMs * 16);
    const samples = Float32Array.from([...silent, ...createSound(1400, sound)]);
    const frames = Math.floor((beforeMs + 1400) / 24);
    const at = (ms: number) => Math.round((beforeMs + ms) / 24);
    const attention = paint(frames, [
      [at(96), at(380)],
      [at(1000), at(1200)],
      [frames, frames],
    ]);
    const chunks = [span('a', 0, 1), span('b', 1, 2)];
    const [first] = alignChunks({ ...input, attention, frames, chunks, samples, tailMs: 48 });
    return { beginMs: first!.beginMs - beforeMs, endMs: first!.endMs - beforeMs };
  }
  const next = [1000, 1200] as const;

  test.each([410, 440, 470])('[SO8] a word before a pause ends with its sound, %i ms', (endMs) => {
    const found = alignTwo([[100, endMs], next]).endMs;
    expect(Math.abs(found - endMs)).toBeLessThanOrEqual(30);
  });

  test('[SO8] its end moves with the sound, wherever frames and measures begin', () => {
    const delays = Array.from({ length: 48 }, (_, index) => index * 7);
    const ends = delays.map((delayMs) => alignTwo([[100, 440], next], delayMs).endMs);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(10);
  });

  test.each([12, 30, 60])('[SO8] a last consonant of %i ms behind a closure is its own', (ms) => {
    const consonant = [460, 460 + ms] as const;
    const delays = Array.from({ length: 48 }, (_, index) => index * 7);
    for (const delayMs of delays) {
      const found = alignTwo([[100, 390], consonant, next], delayMs).endMs;
      expect(Math.abs(found - consonant[1])).toBeLessThanOrEqual(30);
    }
  });

  test('[SO8] a click that comes later is not', () => {
    const { endMs } = alignTwo([[100, 390], [520, 530], next]);
    expect(Math.abs(endMs - 390)).toBeLessThanOrEqual(30);
  });

  test('are shared by length when the sound is too short for the text', () => {
    const samples = createSound(100, [[0, 100]]);
    const chunks = [span('a', 0, 1), span('bcd', 1, 4)];
    expect(
      alignChunks({ ...input, attention: new Float32Array(10), frames: 2, chunks, samples }),
    ).toEqual([
      { beginMs: 0, endMs: 25, isEstimated: true },
      { beginMs: 25, endMs: 100, isEstimated: true },
    ]);
  });

  test('are in order and inside the segment for any attention', () => {
    const caseOf = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 8, max: 30 }), fc.integer())
      .map(([tokens, frames, seed]) => ({ tokens, frames, seed }));
    fc.assert(
      fc.property(caseOf, ({ tokens, frames, seed }) => {
        const attention = Float32Array.from({ length: (tokens + 1) * frames }, (_, index) =>
          Math.abs(Math.sin(seed + index * 7.3)),
        );
        const chunks = Array.from({ length: tokens }, (_, at) => span('x', at, at + 1));
        const samples = createSound(frames * 24, [[0, frames * 12]]);
        const times = alignChunks({
          heads: 1,
          attention,
          frames,
          chunks,
          samples,
          offsetMs: -28,
          tailMs: 48,
        });
        let before = 0;
        for (const { beginMs, endMs } of times) {
          expect(Number.isInteger(beginMs) && Number.isInteger(endMs)).toBe(true);
          expect(beginMs).toBeGreaterThanOrEqual(before);
          expect(endMs).toBeGreaterThanOrEqual(beginMs);
          before = endMs;
        }
        expect(before).toBeLessThanOrEqual(frames * 24);
      }),
    );
  });

  test('no chunks have no times', () => {
    expect(
      alignChunks({
        ...input,
        attention: new Float32Array(),
        frames: 0,
        chunks: [],
        samples: new Float32Array(),
      }),
    ).toEqual([]);
  });
});
