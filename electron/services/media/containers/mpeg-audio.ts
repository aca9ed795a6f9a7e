import type { FrameHead, FrameScan } from './frame-scan';

/** kbit/s by index 1 to 14. Source: ISO/IEC 11172-3 §2.4.2.3, ISO/IEC 13818-3 §2.4.2.3. */
const bitRates = {
  firstLayerOne: [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  firstLayerTwo: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  firstLayerThree: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  laterLayerOne: [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  laterOthers: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const ratesHz = [44_100, 48_000, 32_000] as const;

/** The head of a frame of MPEG audio, any version and layer. */
export function readMpegAudioHead(bytes: Buffer, index: number): FrameHead | undefined {
  if (index + 4 > bytes.length || bytes[index] !== 0xff) return undefined;
  const second = bytes[index + 1]!;
  const third = bytes[index + 2]!;
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const rate = ratesHz[(third >> 2) & 3];
  if (second < 0xe0 || version === 1 || layer === 4 || rate === undefined) return undefined;
  const isFirst = version === 3;
  const kilobits = listBitRates(isFirst, layer)[(third >> 4) - 1];
  if (kilobits === undefined) return undefined;
  const bitRate = kilobits * 1000;
  const rateHz = rate / (isFirst ? 1 : version === 2 ? 2 : 4);
  const padding = (third >> 1) & 1;
  if (layer === 1) {
    const frameBytes = (Math.floor((12 * bitRate) / rateHz) + padding) * 4;
    return { bytes: frameBytes, samples: 384, rateHz, bitRate };
  }
  const samples = layer === 2 || isFirst ? 1152 : 576;
  const frameBytes = Math.floor((samples * bitRate) / 8 / rateHz) + padding;
  return { bytes: frameBytes, samples, rateHz, bitRate };
}

function listBitRates(isFirst: boolean, layer: number): readonly number[] {
  if (!isFirst) return layer === 1 ? bitRates.laterLayerOne : bitRates.laterOthers;
  if (layer === 1) return bitRates.firstLayerOne;
  return layer === 2 ? bitRates.firstLayerTwo : bitRates.firstLayerThree;
}

/** What an encoder wrote into the first frame, which holds no sound then. */
interface EncoderNote {
  /** `Info` by those who say that the rate is constant. */
  readonly name: 'Xing' | 'Info' | 'VBRI';
  readonly frames: number | undefined;
  readonly bytes: number | undefined;
}

/** Source: the Xing VBR header SDK; Fraunhofer's VBRI header. */
function readEncoderNote(first: Buffer): EncoderNote | undefined {
  if (first.length < 40) return undefined;
  const isFirst = ((first[1]! >> 3) & 3) === 3;
  const isMono = first[3]! >> 6 === 3;
  const at = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  const name = first.toString('latin1', at, at + 4);
  if (name === 'Xing' || name === 'Info') {
    const flags = first.readUInt32BE(at + 4);
    const hasFrames = (flags & 1) !== 0;
    const bytesAt = at + 8 + (hasFrames ? 4 : 0);
    return {
      name,
      frames: hasFrames ? first.readUInt32BE(at + 8) : undefined,
      bytes: (flags & 2) !== 0 ? first.readUInt32BE(bytesAt) : undefined,
    };
  }
  if (first.toString('latin1', 36, 40) !== 'VBRI' || first.length < 54) return undefined;
  return { name: 'VBRI', frames: first.readUInt32BE(50), bytes: first.readUInt32BE(46) };
}

/** Where times and bytes part by more than this, what is heard is noticed to be another thing. */
const toleratedMs = 100;

/**
 * What an MP3 holds, and whether a media element finds its way in it. Chromium divides the file by
 * its length, or goes by a table of a hundred places with a resolution of 1/256 of it: both fit only
 * a file of one rate of bits without anything else in it, whose first frame tells no lies.
 */
export function judgeMpegAudio({
  frames,
  durationMs,
  frameBytes,
  strayBytes,
  ...scan
}: FrameScan): {
  readonly durationMs: number;
  readonly isClockRight: boolean;
} {
  const note = readEncoderNote(scan.first);
  const frameMs = durationMs / frames;
  const soundMs = note === undefined ? durationMs : durationMs - frameMs;
  const bytesPerMs = frameBytes / durationMs;
  const isOff = (stated: number | undefined, found: number, perMs: number): boolean =>
    stated !== undefined && Math.abs(stated - found) > toleratedMs * perMs;
  const isClockRight =
    scan.isConstant &&
    (note === undefined || note.name === 'Info') &&
    strayBytes <= toleratedMs * bytesPerMs &&
    !isOff(note?.frames, frames - 1, 1 / frameMs) &&
    !isOff(note?.bytes, frameBytes, bytesPerMs);
  return { durationMs: soundMs, isClockRight };
}
