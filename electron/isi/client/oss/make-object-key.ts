/**
 * The key under which a recording is stored: `isi/2026/01/15/<id>.wav`. Only ASCII, because the
 * file service refuses blanks in a link and advises against Chinese (protocol §4).
 * @param id unique, of letters, digits, `-` and `_`; anything else is dropped
 * @param dayMs any moment of the day (UTC), ms since 1970
 * @param extension with or without its dot; what is no letter or digit is dropped
 */
export function makeObjectKey(id: string, dayMs: number, extension: string): string {
  const day = new Date(dayMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const name = id.replace(/[^A-Za-z0-9_-]/g, '');
  const ending = extension.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === '') throw new RangeError('an object key needs an id of ASCII letters or digits');
  return `isi/${day}/${name}${ending === '' ? '' : `.${ending}`}`;
}
