import { dropHarmful } from '../messages/show-harmless';
import { countBytes, cutToBytes, mostNameBytes } from './file-name-bytes';
import { isDeviceName } from './is-device-name';

/** Room for what somebody puts behind the name later, such as a number. */
const roomBytes = 16;

/**
 * The stem of a file that every system takes, of what a title or a pattern made [FM88]: without marks
 * that a system forbids, blanks and points at its ends, and not that of a device of Windows.
 * @param stem without an ending
 * @param ending with its point
 * @param fallback where nothing of the stem can stay
 */
export function mendFileStem(stem: string, ending: string, fallback: string): string {
  const clean = dropHarmful(stem, ' ')
    .replace(/[<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ');
  const cut = cutToBytes(trim(clean), mostNameBytes - roomBytes - countBytes(ending));
  const named = trim(cut) || fallback;
  return isDeviceName(`${named}${ending}`) ? `_${named}` : named;
}

function trim(stem: string): string {
  return stem.replace(/^[\s.]+|[\s.]+$/gu, '');
}
