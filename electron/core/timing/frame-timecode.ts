import { countTimecodeFrames, type FrameRate } from './frame-rate';

/**
 * Whether a rate has drop-frame timecode: 29.97 and 59.94 do, so that a timecode keeps up with the
 * clock though its second has a frame too many (SMPTE ST 12-1).
 */
export function hasDropFrame(rate: FrameRate): boolean {
  const isSlowed = countTimecodeFrames(rate) * rate.denominator !== rate.numerator;
  return isSlowed && countTimecodeFrames(rate) % 30 === 0;
}

/** How many numbers are left out in a minute: two of 30, four of 60; none in each tenth minute. */
function countDropped(framesPerSecond: number): number {
  return framesPerSecond / 15;
}

export interface TimecodeForm {
  readonly rate: FrameRate;
  /** Numbers are left out so that it keeps up with the clock; only where {@link hasDropFrame}. */
  readonly isDropFrame?: boolean;
  /** Before the frames; by default `;` for drop-frame timecode, else `:`. */
  readonly frameMark?: ':' | ';' | '.' | ',';
}

/**
 * The timecode of a frame, `HH:MM:SS:FF`, `HH:MM:SS;FF` where frames are dropped [FT1].
 * @param frame below zero counts as zero
 */
export function formatFrameTimecode(
  frame: number,
  { rate, isDropFrame = false, frameMark = isDropFrame ? ';' : ':' }: TimecodeForm,
): string {
  const second = countTimecodeFrames(rate);
  const number = Math.max(0, Math.round(frame));
  const counted = isDropFrame && hasDropFrame(rate) ? addDropped(number, second) : number;
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(counted / second);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${time.map(two).join(':')}${frameMark}${two(counted % second)}`;
}

/** The number that a frame bears in drop-frame timecode. */
function addDropped(frame: number, framesPerSecond: number): number {
  const dropped = countDropped(framesPerSecond);
  const minute = framesPerSecond * 60 - dropped;
  const tenMinutes = minute * 10 + dropped;
  const tens = Math.floor(frame / tenMinutes);
  const rest = frame % tenMinutes;
  // The first minute of ten drops nothing, so it is longer than the others.
  const minutes = rest < framesPerSecond * 60 ? 0 : Math.floor((rest - dropped) / minute);
  return frame + dropped * (9 * tens + minutes);
}

const timecode = /^\s*(\d{1,3}):(\d{1,2}):(\d{1,2})([:;.,])(\d{1,3})\s*$/u;

/**
 * The frame of a timecode `HH:MM:SS:FF` [FT1]; with `;`, `.` or `,` before the frames it is drop-frame,
 * where the rate has that.
 *
 * @param isDropFrame by default as the mark before the frames tells
 * @returns undefined for what is none, or has a number that does not exist. One that drop-frame
 *   timecode leaves out is the frame after it.
 */
export function parseFrameTimecode(
  text: string,
  rate: FrameRate,
  isDropFrame?: boolean,
): number | undefined {
  const match = timecode.exec(text);
  if (match === null) return undefined;
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = [1, 2, 3, 5].map((part) =>
    Number(match[part]),
  );
  const second = countTimecodeFrames(rate);
  if (minutes > 59 || seconds > 59 || frames >= second) return undefined;
  const isDropped = (isDropFrame ?? match[4] !== ':') && hasDropFrame(rate);
  const all = hours * 60 + minutes;
  if (!isDropped) return (all * 60 + seconds) * second + frames;
  const dropped = countDropped(second);
  const isLeftOut = minutes % 10 !== 0 && seconds === 0 && frames < dropped;
  const counted = (all * 60 + seconds) * second + (isLeftOut ? dropped : frames);
  return counted - dropped * (all - Math.floor(all / 10));
}
