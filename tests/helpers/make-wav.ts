/** How a WAV is made; by default one second of a tone, mono, 16 kHz. */
export interface WavShape {
  readonly durationMs?: number;
  readonly rateHz?: number;
  readonly channels?: number;
  readonly isSilent?: boolean;
  /** What the header says instead of the real length. */
  readonly claimedMs?: number;
}

/** A 16-bit WAV file. */
export function makeWav(shape: WavShape = {}): Buffer {
  const { durationMs = 1_000, rateHz = 16_000, channels = 1, isSilent = false } = shape;
  const bytesPerSecond = rateHz * channels * 2;
  const frames = Math.round((durationMs * rateHz) / 1000);
  const samples = new Int16Array(frames * channels);
  for (let frame = 0; frame < frames && !isSilent; frame += 1) {
    const sample = Math.round(8_000 * Math.sin(frame * 0.17));
    samples.fill(sample, frame * channels, (frame + 1) * channels);
  }
  const header = Buffer.alloc(44);
  const claimed = Math.round(((shape.claimedMs ?? durationMs) * bytesPerSecond) / 1000);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + claimed, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rateHz, 24);
  header.writeUInt32LE(bytesPerSecond, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(claimed, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
