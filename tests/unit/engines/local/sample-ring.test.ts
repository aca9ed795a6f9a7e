import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleRing } from '../../../../electron/engines/local/sample-ring';

const count = (begin: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, index) => begin + index);

describe('a ring of samples', () => {
  it('gives back what was put in, wherever it wraps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }), (lengths) => {
        const ring = new SampleRing(100);
        for (const length of lengths) {
          ring.discardBefore(ring.end - 60);
          ring.append(count(ring.end, length));
          const begin = Math.max(0, ring.end - 60);
          expect(ring.slice(begin, ring.end)).toEqual(count(begin, ring.end - begin));
        }
      }),
    );
  });

  it('refuses more than it holds and what it no longer has', () => {
    const ring = new SampleRing(10);
    ring.append(count(0, 8));
    expect(() => ring.append(count(8, 3))).toThrow(RangeError);
    ring.discardBefore(5);
    expect(() => ring.slice(4, 8)).toThrow(RangeError);
    expect(() => ring.slice(6, 9)).toThrow(RangeError);
    ring.append(count(8, 3));
    expect([...ring.slice(5, 11)]).toEqual([5, 6, 7, 8, 9, 10]);
  });
});
