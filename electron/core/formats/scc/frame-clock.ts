/** Frames of NTSC: 30000/1001 in a second. */
const msPerFrame = 1001 / 30;
const framesPerTenMinutes = 17_982;
const framesPerMinute = 1798;

export function toFrame(timeMs: number): number {
  return Math.round(timeMs / msPerFrame);
}

export function toMs(frame: number): number {
  return Math.round(frame * msPerFrame);
}

/**
 * The timecode of a frame (SMPTE 12M). With drop-frame two numbers are left out in each minute but
 * every tenth, so that it stays with the clock, and a semicolon stands before the frames.
 */
export function formatFrames(frame: number, isDrop: boolean): string {
  let count = frame;
  if (isDrop) {
    const tens = Math.floor(frame / framesPerTenMinutes);
    const rest = frame % framesPerTenMinutes;
    count += tens * 18 + (rest < 2 ? 0 : Math.floor((rest - 2) / framesPerMinute) * 2);
  }
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = Math.floor(count / 30);
  const clock = `${pad(seconds / 3600)}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${clock}${isDrop ? ';' : ':'}${pad(count % 30)}`;
}

const pattern = /^(\d{1,3})[:;](\d{1,2})[:;](\d{1,2})([:;.,])(\d{1,2})$/u;

/** The frame of a timecode; drop-frame by a semicolon, point or comma before the frames. */
export function parseFrames(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, mark, frames] = match;
  const wholeMinutes = Number(hours) * 60 + Number(minutes);
  const count = (wholeMinutes * 60 + Number(seconds)) * 30 + Number(frames);
  return mark === ':' ? count : count - 2 * (wholeMinutes - Math.floor(wholeMinutes / 10));
}
