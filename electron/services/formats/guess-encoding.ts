import { analyse } from 'chardet';
import {
  type EncodingCandidate,
  type EncodingRanking,
  rankEncodings,
} from '@core/encodings/choose-encoding';
import { textEncodings, type TextLanguage } from '@core/encodings/text-encodings';
import { decodeBytes, findEncoding } from './decode-bytes';
import { readCharacterLevels } from './read-character-levels';

/** As many bytes as tell the language; more only take longer. */
const sampleBytes = 6000;
/** UTF-16 without its mark is rare. */
const unmarkedRarity = 3;
const utf16 = ['utf-16le', 'utf-16be'];
const allLanguages: readonly TextLanguage[] = [
  ...new Set(textEncodings.flatMap(({ languages }) => languages)),
];

/** Encodings in which bytes make plausible text, the likeliest first, and all that were tried. */
export interface EncodingGuess extends EncodingRanking {
  readonly tried: readonly string[];
}

/**
 * Finds out in which encoding bytes are text that somebody wrote [EN2]: what a detector of encodings
 * (that of ICU) says is one sign among those that the text itself gives in each of them.
 * @param bytes neither with a byte order mark nor UTF-8 throughout
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = takeSample(bytes);
  const hints = readHints(sample);
  const candidates: EncodingCandidate[] = [];
  const add = (
    label: string,
    from: Uint8Array,
    about: Pick<EncodingCandidate, 'languages' | 'rarity'>,
  ): void => {
    if (findEncoding(label) === undefined) return;
    const text = decodeBytes(from, label);
    candidates.push({ label, text, ...about, hint: hints.get(label) ?? 0 });
  };
  for (const { label, ...about } of textEncodings) add(label, sample, about);
  if (sample.length === bytes.length && bytes.length % 2 === 0) {
    // Chinese without a blank, a digit or a line's end has no byte that is zero.
    for (const label of utf16) {
      add(label, bytes, { languages: allLanguages, rarity: unmarkedRarity });
    }
  }
  // A text of which a few bytes were spoilt is still what it was.
  add('utf-8', sample, { languages: allLanguages, rarity: 0 });
  return {
    ...rankEncodings(candidates, sample.length, readCharacterLevels()),
    tried: candidates.map(({ label }) => label),
  };
}

/** The same among the two that are not read byte by byte, for bytes of which some are zero. */
export function guessUtf16(bytes: Uint8Array): EncodingGuess {
  // Half a character at the end is what was broken off of a text, not a text of its own.
  const isWhole = bytes.length % 2 === 0 || bytes.length > sampleBytes;
  const sample = bytes.subarray(0, isWhole ? sampleBytes : 0);
  const candidates = utf16.map((label) => ({
    ...{ label, text: decodeBytes(sample, label) },
    ...{ languages: allLanguages, rarity: unmarkedRarity, hint: 0 },
  }));
  if (!isWhole) return { labels: [], likeliest: undefined, tried: utf16 };
  return { ...rankEncodings(candidates, sample.length, readCharacterLevels()), tried: utf16 };
}

/** Lines that have more than ASCII: all others are the same in every encoding. */
function takeSample(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let begin = 0; begin < bytes.length && length < sampleBytes;) {
    const found = bytes.indexOf(0x0a, begin);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(begin, Math.min(end, begin + sampleBytes));
    if (line.some((byte) => byte >= 0x80 || byte === 0x1b)) {
      pieces.push(line);
      length += line.length;
    }
    begin = end;
  }
  return Buffer.concat(pieces);
}

/** What the detector says of each encoding, 0 to 1, by the names of the standard. */
function readHints(sample: Uint8Array): ReadonlyMap<string, number> {
  const hints = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const label = findEncoding(name);
    if (label === undefined) continue;
    hints.set(label, Math.max(hints.get(label) ?? 0, confidence / 100));
  }
  return hints;
}
