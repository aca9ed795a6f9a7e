/** Names that people do not write in capitals throughout. */
const mixed: readonly (readonly [RegExp, string])[] = [
  [/^windows/u, 'Windows'],
  [/^big5/u, 'Big5'],
  [/^shift_jis/u, 'Shift_JIS'],
  [/^macintosh/u, 'Mac Roman'],
  [/^x-mac-cyrillic/u, 'Mac Cyrillic'],
];

/** The name of an encoding as people write it; the standard has them all in lower case. */
export function nameEncoding(label: string): string {
  const found = mixed.find(([begin]) => begin.test(label));
  return found === undefined ? label.toUpperCase() : label.replace(...found);
}
