import iconv from 'iconv-lite';

/** What Windows has where the standard of ISO has control characters. */
const windows1252Marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What the standard leaves out, though old programs write it. */
const utf32 = /^(?:utf|ucs)-?(?:32|4)-?(le|be)?$/iu;

/**
 * The WHATWG name of an encoding of which this program has a decoder; undefined of any other.
 * @param name in any of the spellings of the standard: `GBK`, `latin1`, `cp1251`
 */
export function findEncoding(name: string): string | undefined {
  const wide = utf32.exec(name.trim());
  if (wide !== null) return `utf-32${wide[1]?.toLowerCase() ?? 'le'}`;
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

/**
 * The text that bytes are in an encoding, without its byte order mark. What cannot be read becomes
 * U+FFFD.
 * @param label a name of the WHATWG standard, or of UTF-32
 * @throws RangeError for an encoding that this program has not
 */
export function decodeBytes(bytes: Uint8Array, label: string): string {
  // Node.js knows 2,350 of the 11,172 syllables that Windows writes under this name.
  if (label === 'euc-kr') return iconv.decode(bytes, 'cp949');
  if (label.startsWith('utf-32')) return iconv.decode(bytes, label);
  const text = new TextDecoder(label).decode(bytes);
  if (label !== 'windows-1252') return text;
  // Some releases of Node.js (22.13, 23.4) read this one as ISO 8859-1.
  return text.replace(/[\u0080-\u009f]/gu, (control) =>
    windows1252Marks.charAt(control.charCodeAt(0) - 0x80),
  );
}
