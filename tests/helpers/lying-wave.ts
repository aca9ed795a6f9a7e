import { makeWav, type WavShape } from './make-wav';

/** Where the length of the sound stands in what `makeWav` makes, and where the sound begins. */
const dataSizeAt = 40;
const dataAt = 44;

/** A WAV whose header states this many bytes of sound, with more chunks behind the sound if given. */
export function makeLyingWave(
  statedBytes: number,
  { behind = Buffer.alloc(0), ...shape }: WavShape & { readonly behind?: Buffer } = {},
): Buffer {
  const wave = Buffer.concat([makeWav(shape), behind]);
  wave.writeUInt32LE(Math.min(statedBytes + 36, 0xffff_ffff), 4);
  wave.writeUInt32LE(statedBytes, dataSizeAt);
  return wave;
}

/** A chunk of a RIFF file. */
export function makeChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** The same sound as RF64, with lengths of 64 bits. */
export function makeLongWave(statedBytes: number, shape: WavShape = {}): Buffer {
  const wave = makeWav(shape);
  const lengths = Buffer.alloc(28);
  lengths.writeBigUInt64LE(BigInt(statedBytes + 72), 0);
  lengths.writeBigUInt64LE(BigInt(statedBytes), 8);
  const long = Buffer.concat([wave.subarray(0, 12), makeChunk('ds64', lengths), wave.subarray(12)]);
  long.write('RF64', 0, 'latin1');
  long.writeUInt32LE(0xffff_ffff, 4);
  long.writeUInt32LE(0xffff_ffff, dataSizeAt + lengths.length + 8);
  return long;
}

/** How many bytes of sound a file of `makeWav` has. */
export function countSoundBytes(wave: Buffer): number {
  return wave.length - dataAt;
}
