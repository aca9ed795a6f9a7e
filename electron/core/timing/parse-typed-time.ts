const msPerSecond = 1000;

const digits = /^\d{1,6}$/u;

/** Marks that input methods and word processors put for the plain ones. */
const plainMarks: Readonly<Record<string, string>> = { '。': '.', '−': '-', '–': '-' };

/**
 * The time a person typed [TC1] [TC2]: `1:02.5`, `00:01:02,500` or `62.5` for a place, `+0.2` or
 * `-0.2` for a distance from the time that stood there.
 *
 * @param text as typed, blanks around it allowed
 * @param currentMs the time that stood there, whole ms
 * @returns whole ms, not negative; undefined where the text is no time
 */
export function parseTypedTime(text: string, currentMs: number): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[。−–]/gu, (mark) => plainMarks[mark] ?? mark)
    .trim();
  const sign = plain.charAt(0);
  if (sign !== '+' && sign !== '-') return parseClock(plain);
  const distanceMs = parseClock(plain.slice(1).trimStart());
  if (distanceMs === undefined) return undefined;
  return Math.max(0, sign === '-' ? currentMs - distanceMs : currentMs + distanceMs);
}

/** Hours, minutes and seconds from the right, as many as there are; a fraction after the seconds. */
function parseClock(text: string): number | undefined {
  const [whole = '', fraction, ...rest] = text.split(/[.,]/u);
  if (rest.length > 0 || (fraction !== undefined && !/^\d{1,9}$/u.test(fraction))) return undefined;
  const parts = whole === '' && fraction !== undefined ? ['0'] : whole.split(':');
  if (parts.length > 3 || !parts.every((part) => digits.test(part))) return undefined;
  // Only the first number may pass 59: in "1:75" one of the two was a slip.
  if (parts.slice(1).some((part) => Number(part) > 59)) return undefined;
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * msPerSecond + Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
}
