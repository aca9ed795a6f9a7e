import { StudioError } from '@core/errors/studio-error';
import { decodeText } from '../../../services/formats/decode-text';

/**
 * The text of a saved reply, in whatever encoding it was saved [EN1].
 * @throws StudioError `engine/reply-unreadable` (`not-json`) for what is no text
 */
export function decodeReply(content: Uint8Array): string {
  try {
    return decodeText(content).text;
  } catch {
    throw new StudioError('engine/reply-unreadable', 'The file is not text', {
      data: { reason: 'not-json' },
    });
  }
}
