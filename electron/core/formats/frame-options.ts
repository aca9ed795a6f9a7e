import { z } from 'zod';
import { type FrameRate, frameRateNames, usualFrameRates } from '../timing/frame-rate';
import { hasDropFrame, type TimecodeForm } from '../timing/frame-timecode';
import type { FormatDocument } from './format-document';
import { option } from './option-fields';

/**
 * Frames a second by which a format counts its times: those to which times are rounded, as the field of
 * the rule says that rounds them.
 */
export const fps = option(z.enum(['none', ...frameRateNames]).default('none'), {
  label: 'writing.fps',
  isOfRule: true,
});

/** Whether timecode drops frames where the rate has that. */
export const dropFrame = option(z.boolean().default(true), {
  label: ['Drop-frame timecode at 29.97 and 59.94', '29.97 和 59.94 帧用丢帧时间码'],
});

/** Both, as a writer gets them. */
export interface FrameOptions {
  readonly fps: z.output<typeof fps>;
  readonly dropFrame: boolean;
}

/** What a recording may tell of its picture. */
interface PicturedDocument extends FormatDocument {
  readonly media?: NonNullable<FormatDocument['media']> & { readonly frameRate?: FrameRate };
}

/** The timecode of a format that counts frames: its rate [FM74], and whether frames are dropped. */
export function chooseTimecode(
  document: PicturedDocument,
  { fps: chosen, dropFrame: drops }: FrameOptions,
): TimecodeForm & Required<Pick<TimecodeForm, 'isDropFrame'>> {
  const rate = chooseFrameRate(document, chosen);
  return { rate, isDropFrame: drops && hasDropFrame(rate) };
}

/** The rate a person chose, else that of the document, of its picture, or 25 [FM74]. */
export function chooseFrameRate(
  { frameRate, media }: PicturedDocument,
  chosen: z.output<typeof fps> = 'none',
): FrameRate {
  if (chosen !== 'none') return usualFrameRates[chosen];
  return frameRate ?? media?.frameRate ?? usualFrameRates['25'];
}
