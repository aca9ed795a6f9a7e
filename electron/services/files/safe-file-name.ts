import { extname } from 'node:path';
import { countBytes, cutToBytes } from '@core/file-names/file-name-bytes';
import { isDeviceName } from '@core/file-names/is-device-name';
import { dropHarmful } from '@core/messages/show-harmless';

/** File systems take 255 bytes; what is put before or behind a name later needs some of them. */
const mostBytes = 180;

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
  const named = isDeviceName(clean) ? `_${clean}` : clean;
  const ending = extname(named).slice(0, 16);
  const stem = named.slice(0, named.length - extname(named).length);
  return (cutToBytes(stem, mostBytes - countBytes(ending)).trimEnd() || 'recording') + ending;
}

/**
 * A title as the name of a file, safe as {@link formatSafeFileName} makes it; a slash in it is no
 * folder.
 */
export function formatTitleFileName(title: string): string {
  return formatSafeFileName(title.replace(/[/\\]/g, '_'));
}
