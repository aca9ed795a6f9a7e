/** A tolerance for what arithmetic adds to a number that is exactly at its limit. */
const hair = 1e-9;

/** With one decimal, rounded up, so that what is over a limit also reads so. */
export function showUp(value: number): string {
  return Number.isFinite(value) ? trim(Math.ceil(value * 10 - hair) / 10, 1) : '∞';
}

/** With one decimal, rounded down, so that what is under a limit also reads so. */
export function showDown(value: number): string {
  return trim(Math.floor(value * 10 + hair) / 10, 1);
}

/** A time in seconds, to the ms. */
export function showSeconds(valueMs: number): string {
  return trim(valueMs / 1000, 3);
}

function trim(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/** Whether a number is over its limit; at the limit is within it [QC2]. */
export function isOver(value: number, limit: number): boolean {
  return value > limit + hair;
}

/** Whether a number is under its limit; at the limit is within it [QC2]. */
export function isUnder(value: number, limit: number): boolean {
  return value < limit - hair;
}
