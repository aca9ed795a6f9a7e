const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Text of the first element of that name, without its entities; undefined where there is none. The
 * storage's replies are flat enough for this; nothing else may be read with it.
 */
export function readXmlField(xml: string, name: string): string | undefined {
  const open = `<${name}>`;
  const begin = xml.indexOf(open);
  if (begin === -1) return undefined;
  const end = xml.indexOf(`</${name}>`, begin + open.length);
  if (end === -1) return undefined;
  return decodeXml(xml.slice(begin + open.length, end));
}

/** Text for the content of an element. */
export function encodeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function decodeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[];
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
