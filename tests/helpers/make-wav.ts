/** How a WAV is made; by default one second of a tone, mono, 16 kHz. */
export interface WavShape {
  readonly durationMs?: number;
  readonly rateHz?: number;
  readonly channels?: number;
  readonly isSilent?: boolean;
  /** What the header says instead of the real length. */
  readonly claimedMs?: number;
}

const made = new Map<string, Buffer>();
const mostKeptBytes = 2_000_000;

/** A 16-bit WAV file; short ones are made once, and each caller has a copy to change. */
export function makeWav(shape: WavShape = {}): Buffer {
  const key = JSON.stringify(shape);
  const known = made.get(key);
  if (known !== undefined) return Buffer.from(known);
  const wav = generate(shape);
  if (wav.length <= mostKeptBytes) made.set(key, Buffer.from(wav));
  return wav;
}

function generate(shape: WavShape): Buffer {
  const { durationMs = 1_000, rateHz = 16_000, channels = 1, isSilent = false } = shape;
  const bytesPerSecond = rateHz * channels * 2;
  const frames = Math.round((durationMs * rateHz) / 1000);
  const samples = new Int16Array(frames * channels);
  for (let frame = 0; frame < frames && !isSilent; frame += 1) {
    const sample = Math.round(8_000 * Math.sin(frame * 0.17));
    for (let channel = 0; channel < channels; channel += 1) {
      samples[frame * channels + channel] = sample;
    }
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
