import { countTimecodeFrames, usualFrameRates } from '../../timing/frame-rate';
import { parseFrameTimecode } from '../../timing/frame-timecode';

/** Frames of NTSC, at which captions are sent. */
export const captionRate = usualFrameRates['29.97'];

const pattern = /^(\d{1,3})[:;](\d{1,2})[:;](\d{1,2})([:;.,])(\d{1,2})$/u;

/**
 * The frame of a timecode as files of captions have it: with any marks, and with numbers that run over.
 * @returns undefined for what is none; `isStrict` where it is written as the format has it
 */
export function parseCaptionTimecode(
  text: string,
): { readonly frame: number; readonly isStrict: boolean } | undefined {
  const [, hours, minutes, seconds, mark = '', frames] = pattern.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const second = countTimecodeFrames(captionRate);
  const strict = parseFrameTimecode(`${hours}:${minutes}:${seconds}${mark}${frames}`, captionRate);
  if (strict !== undefined) return { frame: strict, isStrict: true };
  // What runs over counts in the unit above.
  const inSeconds = Number(seconds) + Math.floor(Number(frames) / second);
  const inMinutes = Number(minutes) + Math.floor(inSeconds / 60);
  const inHours = Number(hours) + Math.floor(inMinutes / 60);
  const carried = `${inHours}:${inMinutes % 60}:${inSeconds % 60}${mark}${Number(frames) % second}`;
  const frame = parseFrameTimecode(carried, captionRate);
  return frame === undefined ? undefined : { frame, isStrict: false };
}
