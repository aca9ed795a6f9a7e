import type { FrameHead } from './frame-scan';

const ratesHz = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
  7_350,
] as const;

/** The head of a frame of AAC as broadcast. Source: ISO/IEC 13818-7 §6.2 (ADTS). */
export function readAdtsHead(bytes: Buffer, index: number): FrameHead | undefined {
  if (index + 7 > bytes.length || bytes[index] !== 0xff) return undefined;
  if ((bytes[index + 1]! & 0xf6) !== 0xf0) return undefined;
  const rateHz = ratesHz[(bytes[index + 2]! >> 2) & 15];
  const frameBytes =
    ((bytes[index + 3]! & 3) << 11) | (bytes[index + 4]! << 3) | (bytes[index + 5]! >> 5);
  if (rateHz === undefined || frameBytes < 7) return undefined;
  const blocks = (bytes[index + 6]! & 3) + 1;
  return { bytes: frameBytes, samples: 1024 * blocks, rateHz, bitRate: 0 };
}
