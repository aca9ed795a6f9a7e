/**
 * A duration or a place as people say it, to the second, rounded down: `0:07`, `12:05`, `1:02:03`.
 * @param ms not negative
 */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return hours === 0
    ? `${minutes}:${twoDigits(seconds % 60)}`
    : `${hours}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}
