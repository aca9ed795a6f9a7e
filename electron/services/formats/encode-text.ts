import iconv from 'iconv-lite';
import { nameEncoding } from '@core/encodings/name-encoding';
import { StudioError } from '@core/errors/studio-error';
import { declareEncoding } from '@core/formats/declare-encoding';
import type { TextForm } from '@core/formats/text-form';
import { decodeBytes } from './decode-bytes';
import { createCharacterEncoder, encodeRoughly } from './encode-characters';
import { encodeIso2022Jp } from './encode-iso-2022-jp';

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
const mark = '\ufeff';
/** As many as a person looks at. */
const mostShown = 20;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/**
 * The bytes of a text as it is to lie on the disk [FM80]. Whatever is written is read back by this
 * program's own decoder as the same text, but for how accents are written.
 * @param form `label`: of `encodingLabels`; only Unicode has marks
 * @throws StudioError `text/encoding-lacks` (data: `encoding`, `characters`, `count`) where it has not
 *   all characters of the text
 */
export function encodeText(text: string, { label, hasMark, lineEnding }: TextForm): Uint8Array {
  const declared = declareEncoding(text, label);
  const whole = lineEnding === undefined ? declared : setLineEnding(declared, lineEnding);
  const encode = unicode[label];
  if (encode === undefined) return encodeTable(whole, label);
  refuse(label, new Set(whole.match(loneSurrogate)));
  return encode(hasMark ? `${mark}${whole}` : whole);
}

/** A text with another line ending throughout. */
function setLineEnding(text: string, lineEnding: keyof typeof lineEnds): string {
  return text.replace(/\r\n|\n|\r/gu, lineEnds[lineEnding]);
}

const unicode: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'utf-32le': (text) => iconv.encode(text, 'utf-32le'),
  'utf-32be': (text) => iconv.encode(text, 'utf-32be'),
};

function encodeTable(text: string, label: string): Uint8Array {
  const lacking = new Set<string>();
  if (label === 'iso-2022-jp') {
    const bytes = encodeIso2022Jp(text, (character) => lacking.add(character));
    refuse(label, lacking);
    return bytes;
  }
  const roughly = encodeRoughly(text, label);
  if (decodeBytes(roughly, label) === text) return roughly;
  const encode = createCharacterEncoder(label);
  const pieces: Uint8Array[] = [];
  for (const character of text) {
    const bytes = encode(character);
    if (bytes === undefined) lacking.add(character);
    else pieces.push(bytes);
  }
  refuse(label, lacking);
  return Buffer.concat(pieces);
}

function refuse(label: string, lacking: ReadonlySet<string>): void {
  if (lacking.size === 0) return;
  const shown = [...lacking].slice(0, mostShown).map((character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    // A lone half of a character or a mark cannot be shown.
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : `U+${code}`;
  });
  const characters = `${shown.join(' ')}${lacking.size > mostShown ? ' …' : ''}`;
  const encoding = nameEncoding(label);
  throw new StudioError('text/encoding-lacks', `${encoding} lacks ${characters}`, {
    data: { encoding, characters, count: lacking.size },
  });
}
