import { countBytes, cutToBytes, mostNameBytes } from './file-name-bytes';
import { isDeviceName } from './is-device-name';

/** What stands before the ending of an unfinished result, the earlier ones counted. */
const partialMark = '.partial';
/** Room for as many unfinished results of one name as anybody keeps. */
const partialBytes = countBytes(`.999${partialMark}`);

/**
 * Name of a result, made of that of its recording [FN1]: shortened where it, or the name of its
 * unfinished result, would be too long.
 * @param stem without an ending
 * @param ending of the result with its point; of several what tells them apart stands before it
 */
export function formatOutputName(stem: string, ending: string): string {
  return cutToBytes(stem, mostNameBytes - partialBytes - countBytes(ending)) + ending;
}

/**
 * Name of an unfinished result: `talk.srt` → `talk.partial.srt`, then `talk.2.partial.srt` [FN2].
 * @param number from 1
 */
export function formatPartialName(name: string, number: number): string {
  const at = name.lastIndexOf('.');
  const [stem, ending] = at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
  const mark = `${number === 1 ? '' : `.${number}`}${partialMark}${ending}`;
  return cutToBytes(stem, mostNameBytes - countBytes(mark)) + mark;
}

/** Whether two names are one on a system that minds neither case nor how accents are written. */
export function toNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export type NameProblem = 'too-long' | 'forbidden';

/**
 * Why no file can have a name, before anybody works for it [FN3]. Of what only the disk at hand
 * forbids, the disk tells.
 * @param name without folders
 * @param platform as Node.js names it
 */
export function findNameProblem(name: string, platform: string): NameProblem | undefined {
  const isWindows = platform === 'win32';
  const length = isWindows ? name.length : countBytes(name);
  if (length > mostNameBytes) return 'too-long';
  const isForbidden = isDeviceName(name) || /[<>:"|?*]|\p{Cc}/u.test(name) || /[. ]$/u.test(name);
  return isWindows && isForbidden ? 'forbidden' : undefined;
}
