import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSamples, type SpeechSegment } from '../../../../electron/engines/local/segmentation';
import { SpeechSegmenter } from '../../../../electron/engines/local/speech-segmenter';
import { splitSegment } from '../../../../electron/engines/local/split-segment';

const rateHz = 16_000;
const framesOf = (seconds: number): number => Math.round((seconds * rateHz) / frameSamples);

/** Frames of one probability each, by stretches of [seconds, probability]. */
function frames(...stretches: (readonly [number, number])[]): Float32Array {
  return Float32Array.from(
    stretches.flatMap(([seconds, probability]) =>
      Array.from({ length: framesOf(seconds) }, () => probability),
    ),
  );
}

function segment(probabilities: Float32Array, blockFrames = 64): SpeechSegment[] {
  const segmenter = new SpeechSegmenter();
  const segments: SpeechSegment[] = [];
  for (let at = 0; at < probabilities.length; at += blockFrames) {
    segments.push(...segmenter.push(probabilities.subarray(at, at + blockFrames)));
  }
  segments.push(...segmenter.finish(probabilities.length * frameSamples));
  return segments;
}

const seconds = (sample: number): number => sample / rateHz;

describe('where speech is cut', () => {
  it('finds nothing in silence', () => {
    expect(segment(frames([30, 0.05]))).toEqual([]);
  });

  it('pads a stretch by 0.4 s on both sides', () => {
    const [only, ...others] = segment(frames([2, 0.02], [3, 0.9], [2, 0.02]));
    expect(others).toEqual([]);
    expect(seconds(only!.beginSample)).toBeCloseTo(1.6, 1);
    expect(seconds(only!.endSample)).toBeCloseTo(5.4, 1);
    expect(only!.speechMs).toBeCloseTo(3000, -2);
  });

  it('merges over a gap under one second and parts at one over it', () => {
    expect(segment(frames([1, 0.9], [0.8, 0.02], [1, 0.9]))).toHaveLength(1);
    expect(segment(frames([1, 0.9], [1.2, 0.02], [1, 0.9]))).toHaveLength(2);
  });

  it('drops a click shorter than speech', () => {
    expect(segment(frames([1, 0.02], [0.064, 0.9], [1, 0.02]))).toEqual([]);
  });

  it('holds on to speech that is doubtful but not gone', () => {
    expect(segment(frames([1, 0.9], [2, 0.4], [1, 0.9]))).toHaveLength(1);
  });

  it('cuts a stretch over the cap at its longest pause', () => {
    const segments = segment(frames([15, 0.9], [0.2, 0.1], [5, 0.9], [0.1, 0.1], [15, 0.9]));
    expect(segments).toHaveLength(2);
    expect(seconds(segments[0]!.endSample)).toBeCloseTo(15.1, 1);
    expect(segments[1]!.beginSample).toBe(segments[0]!.endSample);
    expect(segments.map(({ isCut }) => isCut)).toEqual([true, undefined]);
  });

  it('cuts speech without a pause where it is least likely', () => {
    const segments = segment(frames([20, 0.95], [0.1, 0.6], [20, 0.95]));
    expect(segments).toHaveLength(2);
    expect(seconds(segments[0]!.endSample)).toBeCloseTo(20, 0);
  });

  it('gives a segment out as soon as the gap after it is long enough', () => {
    const segmenter = new SpeechSegmenter();
    expect(segmenter.push(frames([2, 0.9], [0.9, 0.02]))).toEqual([]);
    expect(segmenter.push(frames([0.2, 0.02]))).toHaveLength(1);
  });

  it('begins at once and ends with the recording', () => {
    const [only] = segment(frames([1, 0.9]));
    expect(only!.beginSample).toBe(0);
    expect(only!.endSample).toBe(framesOf(1) * frameSamples);
  });
});

describe('any probabilities at all', () => {
  const probability = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0.02, 0.95) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  );
  const runs = fc.array(fc.tuple(probability, fc.integer({ min: 1, max: 400 })), { maxLength: 40 });
  const anyFrames = runs.map((list) =>
    Float32Array.from(list.flatMap(([value, count]) => Array.from({ length: count }, () => value))),
  );

  it('gives segments in order, apart from each other, none over the cap', () => {
    fc.assert(
      fc.property(anyFrames, (probabilities) => {
        let end = 0;
        for (const { beginSample, endSample } of segment(probabilities)) {
          expect(beginSample).toBeGreaterThanOrEqual(end);
          expect(endSample).toBeGreaterThan(beginSample);
          expect(endSample - beginSample).toBeLessThanOrEqual(25 * rateHz);
          end = endSample;
        }
        expect(end).toBeLessThanOrEqual(probabilities.length * frameSamples);
      }),
    );
  });

  it('covers every run of sure speech', () => {
    fc.assert(
      fc.property(anyFrames, (probabilities) => {
        const segments = segment(probabilities);
        const isCovered = (sample: number): boolean =>
          segments.some(
            ({ beginSample, endSample }) => sample >= beginSample && sample < endSample,
          );
        let run = 0;
        probabilities.forEach((value, frame) => {
          run = value >= 0.5 ? run + 1 : 0;
          if (run >= 3) expect(isCovered(frame * frameSamples)).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the size of the blocks', () => {
    fc.assert(
      fc.property(anyFrames, fc.integer({ min: 1, max: 300 }), (probabilities, block) => {
        expect(segment(probabilities, block)).toEqual(segment(probabilities, 1));
      }),
    );
  });

  it('never needs sound it allowed to be forgotten, nor keeps more than 30 s', () => {
    fc.assert(
      fc.property(anyFrames, (probabilities) => {
        const segmenter = new SpeechSegmenter();
        let keptFrom = 0;
        probabilities.forEach((value, frame) => {
          for (const { beginSample } of segmenter.push(Float32Array.of(value))) {
            expect(beginSample).toBeGreaterThanOrEqual(keptFrom);
          }
          expect(segmenter.keepFromSample).toBeGreaterThanOrEqual(keptFrom);
          keptFrom = segmenter.keepFromSample;
          expect((frame + 1) * frameSamples - keptFrom).toBeLessThanOrEqual(30 * rateHz);
        });
        for (const { beginSample } of segmenter.finish(probabilities.length * frameSamples)) {
          expect(beginSample).toBeGreaterThanOrEqual(keptFrom);
        }
      }),
      // Each run looks at every frame.
      { numRuns: 25 },
    );
  });
});

describe('hearing a segment again in halves', () => {
  it('cuts at the longest pause of the middle', () => {
    const [whole] = segment(frames([4, 0.9], [0.3, 0.1], [0.5, 0.9], [0.1, 0.1], [4, 0.9]));
    const [left, right] = splitSegment(whole!)!;
    expect(left.beginSample).toBe(whole!.beginSample);
    expect(seconds(left.endSample)).toBeCloseTo(4.15, 1);
    expect(right.beginSample).toBe(left.endSample);
    expect(right.endSample).toBe(whole!.endSample);
  });

  it('leaves a short segment whole', () => {
    const [whole] = segment(frames([1.5, 0.9]));
    expect(splitSegment(whole!)).toBeUndefined();
  });
});
