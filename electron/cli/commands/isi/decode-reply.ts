import { StudioError } from '@core/errors/studio-error';
import { decodeText } from '../../../services/formats/decode-text';

/** As many bytes as show whether every other one is empty. */
const shownBytes = 64;

/**
 * The text of a saved reply: UTF-8, UTF-16 with or without its mark, or GB18030.
 * @throws StudioError `engine/reply-unreadable` (`not-json`) for binary data
 */
export function decodeReply(content: Uint8Array): string {
  try {
    const encoding = guessUtf16(content);
    return encoding === undefined
      ? decodeText(content).text
      : new TextDecoder(encoding).decode(content);
  } catch {
    throw new StudioError('engine/reply-unreadable', 'The file is not text', {
      data: { reason: 'not-json' },
    });
  }
}

/** JSON begins with characters of ASCII, of which UTF-16 leaves every other byte empty. */
function guessUtf16(content: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const shown = content.subarray(0, Math.min(shownBytes, content.length & ~1));
  const isEmptyAt = (parity: number): boolean =>
    shown.some((byte, index) => index % 2 === parity && byte === 0);
  const [first = 1, second = 1] = shown;
  if (first === 0 && second !== 0 && !isEmptyAt(1)) return 'utf-16be';
  return second === 0 && first !== 0 && !isEmptyAt(0) ? 'utf-16le' : undefined;
}
