import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatroskaReader } from '../../../../electron/services/media/matroska-reader';

/** An element with a size of eight bytes, or of unknown size. */
function element(id: number[], data: Buffer, size: 'known' | 'unknown' = 'known'): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(data.length));
  length[0] = 0x01;
  if (size === 'unknown') length.fill(0xff, 1);
  return Buffer.concat([Buffer.from(id), length, data]);
}

function block(relativeMs: number, samples: Buffer): Buffer {
  const header = Buffer.from([0x81, 0, 0, 0x80]);
  header.writeInt16BE(relativeMs, 1);
  return element([0xa3], Buffer.concat([header, samples]));
}

function cluster(timestampMs: number, blocks: Buffer[]): Buffer {
  const timestamp = Buffer.alloc(4);
  timestamp.writeUInt32BE(timestampMs);
  const data = Buffer.concat([element([0xe7], timestamp), ...blocks]);
  return element([0x1f, 0x43, 0xb6, 0x75], data, 'unknown');
}

const stream = Buffer.concat([
  element([0x1a, 0x45, 0xdf, 0xa3], Buffer.alloc(20)),
  element(
    [0x18, 0x53, 0x80, 0x67],
    Buffer.concat([
      element([0x16, 0x54, 0xae, 0x6b], Buffer.alloc(300, 0xa3)),
      cluster(0, [block(0, Buffer.from('first')), block(20, Buffer.from('second'))]),
      cluster(70_000, [block(-5, Buffer.alloc(0)), block(15, Buffer.from('third'))]),
    ]),
    'unknown',
  ),
]);

test('blocks and samples come out whole however the pipe cuts the stream', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 20 }), (cuts) => {
      const edges = [0, ...cuts, stream.length].sort((first, second) => first - second);
      const reader = new MatroskaReader();
      const seen: [number, string][] = [];
      for (const [index, begin] of edges.entries()) {
        for (const event of reader.push(stream.subarray(begin, edges[index + 1]))) {
          if (event.kind === 'block') seen.push([event.timestampMs, '']);
          else seen.at(-1)![1] += event.bytes.toString('latin1');
        }
      }
      expect(seen).toEqual([
        [0, 'first'],
        [20, 'second'],
        [69_995, ''],
        [70_015, 'third'],
      ]);
    }),
  );
});

test('something else than Matroska is refused', () => {
  expect(() => new MatroskaReader().push(Buffer.from([0, 1, 2, 3]))).toThrow(RangeError);
});
