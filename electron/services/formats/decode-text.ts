import type { TextEncoding } from '@core/formats/format';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Text of a file in UTF-8, UTF-16 with a byte order mark, or else GB18030, the encoding that
 * Chinese subtitle files without a mark most often have and that decodes nearly any bytes.
 * @throws TypeError for binary data
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decode = (label: string, hasMark: boolean): DecodedText => ({
    text: new TextDecoder(label).decode(bytes),
    encoding: { label, hasMark },
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', true);
  if (bytes.includes(0)) throw new TypeError('it holds binary data');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: { label: 'utf-8', hasMark } };
  } catch {
    // Not UTF-8: the one other encoding worth trying here.
    return decode('gb18030', false);
  }
}
