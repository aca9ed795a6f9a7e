const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

/**
 * Inverse text normalisation as far as a test needs it: a Chinese number of several characters, or
 * one behind 第, in digits. A single 一 elsewhere (一共, 下一位) is no number.
 */
export function writeNumbers(text: string): string {
  return text.replace(/第?[零一二两三四五六七八九十百千万]+/gu, (found) => {
    const isOrdinal = found.startsWith('第');
    const spoken = isOrdinal ? found.slice(1) : found;
    if (spoken === '' || (!isOrdinal && spoken.length === 1)) return found;
    return (isOrdinal ? '第' : '') + String(count(spoken));
  });
}

function count(spoken: string): number {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const character of spoken.replaceAll('两', '二')) {
    const unit = units[character];
    if (unit === undefined) {
      digit = digits.indexOf(character);
    } else if (unit === 10_000) {
      whole = (whole + part + digit) * unit;
      part = 0;
      digit = 0;
    } else {
      part += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return whole + part + digit;
}
