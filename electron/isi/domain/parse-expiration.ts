/**
 * When a temporary key ends: as the vendor's own answer has it (`2026-01-15T09:30:00Z`), or a number
 * of seconds or milliseconds since 1970.
 * @returns ms since 1970; undefined for anything else
 */
export function parseExpiration(text: string): number | undefined {
  if (/^\d{9,14}$/.test(text)) {
    const number = Number(text);
    // Seconds reach eleven digits in the year 5138.
    return text.length > 11 ? number : number * 1000;
  }
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text);
  const time = isTime ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
