import { extname } from 'node:path';
import { dropHarmful } from '@core/messages/show-harmless';

/** File systems take 255 bytes; what is put before or behind a name later needs some of them. */
const mostBytes = 180;
/** Names that mean a device on Windows, whatever ends them. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that is safe in a folder of ours on every system: no folders, no control characters, not
 * hidden, not too long; its ending is kept because it says what the file is.
 * @param given as a page sent it
 */
export function formatSafeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = dropHarmful(last)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = deviceName.test(clean) ? `_${clean}` : clean;
  const ending = extname(named).slice(0, 16);
  const stem = named.slice(0, named.length - extname(named).length);
  return (cutToBytes(stem, mostBytes - Buffer.byteLength(ending)) || 'recording') + ending;
}

function cutToBytes(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(character) > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}
