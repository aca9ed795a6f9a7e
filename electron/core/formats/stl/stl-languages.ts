/** Codes of languages in EBU Tech 3264, of those that subtitles are made in. */
const languages =
  '01 sq 02 br 03 ca 04 hr 05 cy 06 cs 07 da 08 de 09 en 0A es 0B eo 0C et 0D eu 0E fo 0F fr 10 fy 11 ga ' +
  '12 gd 13 gl 14 is 15 it 17 la 18 lv 19 lb 1A lt 1B hu 1C mt 1D nl 1E no 1F oc 20 pl 21 pt 22 ro 23 rm ' +
  '24 sr 25 sk 26 sl 27 fi 28 sv 29 tr 2B wa 46 vi 47 uz 48 ur 49 uk 4A th 4F sw 56 ru 5A fa 5D ne 61 ms ' +
  '63 mk 64 lo 65 ko 66 km 67 kk 69 ja 6A id 6B hi 6C he 70 el 71 ka 75 zh 76 my 77 bg 78 bn 79 be 7B az ' +
  '7D hy 7E ar';
const pairs = languages.match(/\S\S \S\S/gu)!.map((pair) => pair.split(' ') as [string, string]);
const tagsByCode = new Map(pairs);
const codesByTag = new Map(pairs.map(([code, tag]) => [tag, code]));

/** The language of a code; undefined where it says none. */
export function readLanguageCode(code: string): string | undefined {
  return tagsByCode.get(code.toUpperCase());
}

/** `00` for a language that is not known. */
export function writeLanguageCode(tag: string): string {
  return codesByTag.get(tag.toLowerCase().split('-')[0]!) ?? '00';
}
