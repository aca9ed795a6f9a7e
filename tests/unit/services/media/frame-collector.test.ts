import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameCollector } from '../../../../electron/services/media/stream-pcm';

test('pieces of any length become whole frames in the same order', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, fc.constantFrom(2, 4, 8), fc.boolean(), (input, frameBytes, isEager) => {
      const collector = new FrameCollector(frameBytes);
      const output: Uint8Array[] = [];
      for (const piece of input) {
        collector.append(piece);
        if (isEager) output.push(collector.take());
      }
      output.push(collector.take());
      const whole = Buffer.concat(input);
      const wholeBytes = whole.length - (whole.length % frameBytes);
      expect(Buffer.concat(output)).toEqual(whole.subarray(0, wholeBytes));
      expect(output.every((block) => block.length % frameBytes === 0)).toBe(true);
      expect(output.every((block) => block.byteOffset === 0)).toBe(true);
    }),
  );
});
