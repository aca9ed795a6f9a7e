/**
 * Whether a name means a device on Windows, whatever ends it: `nul`, `con.txt`, `COM¹`. A file that is
 * called so cannot be made there, and to look at it may do something.
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|conin\$|conout\$|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?: *\.| *$)/iu.test(name);
}
