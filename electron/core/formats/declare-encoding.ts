import { nameEncoding } from '../encodings/name-encoding';
import { isUsuallyMarked } from './text-form';

/** A declaration of XML, or the one that pages have, of the encoding that texts are made in. */
const declarations = [
  /^(\ufeff?<\?xml\b[^?>]*\bencoding=")utf-8(?=")/iu,
  /^(\ufeff?<!doctype html>[\s\S]{0,1000}?<meta charset=")utf-8(?=")/iu,
] as const;

/**
 * A text that says in itself what encoding it is in, with the one in which it is going to be written;
 * any other as it is.
 * @param label of the encoding standard
 */
export function declareEncoding(text: string, label: string): string {
  // Of UTF-16 the mark at the begin says which of the two it is (XML 1.0, 4.3.3).
  const name = isUsuallyMarked(label)
    ? nameEncoding(label).replace(/[BL]E$/u, '')
    : nameEncoding(label);
  const declared = declarations.find((declaration) => declaration.test(text));
  return declared === undefined || label === 'utf-8'
    ? text
    : text.replace(declared, (_all, before: string) => before + name);
}
