import { isDeviceName } from '@core/file-names/is-device-name';

/**
 * Whether a text from a file that we did not write is the name of a file and nothing else: it leads
 * to no other folder, no device and no stream of another file, on any system.
 */
export function isPlainFileName(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !/[/\\\p{Control}]/u.test(name) &&
    !(process.platform === 'win32' && name.includes(':')) &&
    !isDeviceName(name)
  );
}

/**
 * Whether a path that nobody chose here must not even be looked at. Looking at a path of the
 * network sends the person's password in a form that can be broken (Windows), and a device may do
 * whatever it does. On every system, because a project goes from one to the other.
 */
export function isNeverTouched(path: string): boolean {
  const slashed = path.replaceAll('\\', '/');
  return (
    slashed.startsWith('//') ||
    /^[a-z][\w+.-]+:/iu.test(slashed) ||
    /^(?:[a-z]:)?\/+(?:dev|proc|sys)(?:\/|$)/iu.test(slashed) ||
    (process.platform === 'win32' && slashed.split('/').some((part) => isDeviceName(part)))
  );
}
