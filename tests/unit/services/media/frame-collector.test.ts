import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameCollector } from '../../../../electron/services/media/stream-pcm';

test.each([false, true])(
  'pieces of any length become whole frames in the same order, memory shared: %s',
  (isMemoryShared) => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(2, 4, 8), fc.boolean(), (input, frameBytes, isEager) => {
        const collector = new FrameCollector(frameBytes, isMemoryShared);
        const output: Uint8Array[] = [];
        const offsets = new Set<number>();
        const keep = (block: Uint8Array): void => {
          offsets.add(block.byteOffset);
          output.push(isMemoryShared ? Uint8Array.from(block) : block);
        };
        for (const piece of input) {
          collector.append(piece);
          if (isEager) keep(collector.take());
        }
        keep(collector.take());
        const whole = Buffer.concat(input);
        const wholeBytes = whole.length - (whole.length % frameBytes);
        expect(Buffer.concat(output)).toEqual(whole.subarray(0, wholeBytes));
        expect(output.every((block) => block.length % frameBytes === 0)).toBe(true);
        expect([...offsets]).toEqual([0]);
      }),
    );
  },
);
