/** A stretch of a text that is written and not spoken, as UTF-16 units; the end is behind it. */
export interface Aside {
  readonly begin: number;
  readonly end: number;
  /** Whether it stands at the beginning of a line and so belongs to what follows. */
  readonly isLeading: boolean;
}

/** Notes, sounds and names in square brackets: `[1]`, `[door slams]`, `【张三】`. */
const bracketed = /\[[^\][\r\n]{1,60}\]|【[^】\r\n]{1,60}】/gu;
/** What may stand before a label on its line. */
const lineBegin = /^(?:[\s\-–—•>♪]|\{\\[^}]*\}|<[^<>]*>)*/u;
/** A name or direction in parentheses before what is said: `(MAN) Wait`, `（旁白）从前`. */
const parenthesised =
  /^(?:\([^()\r\n]{1,30}\)|（[^（）\r\n]{1,15}）)(?=\s*[:：]?\s*[^\s:：])(?:\s*[:：])?/u;
/** `ANNA:`, `Dr. Smith:`, `Man 2:`: up to four words that each begin like a name. */
const name =
  /^(?=[^:：]*\p{L})[\p{Lu}\p{N}][\p{L}\p{N}.'’&-]{0,24}(?: [\p{Lu}\p{N}#(][\p{L}\p{N}.'’&)-]{0,24}){0,3}\s?[:：](?=\s|$)/u;
/** The same in capitals, which needs no line of its own. */
const capitals =
  /^(?=[^:：]*\p{Lu}{2})[\p{Lu}\p{N}][\p{Lu}\p{N}.'’&-]{0,24}(?: [\p{Lu}\p{N}#(][\p{Lu}\p{N}.'’&)-]{0,24}){0,3}\s?[:：](?=\s|$)/u;
/** `说话人1：`, `主持人：`: eight characters at most, without a blank. */
const wideName =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][\p{L}\p{N}·]{0,7}[:：]/u;

/**
 * Labels of speakers and notes in a given text [AL5], in order: what subtitles and transcripts say of
 * what is spoken. Of a name before a colon only the sound can tell whether it is spoken all the same.
 */
export function findAsides(text: string): readonly Aside[] {
  const asides: Aside[] = [];
  let offset = 0;
  for (const [index, line] of text.split(/(?<=[\r\n])/u).entries()) {
    const begin = lineBegin.exec(line)![0].length;
    const label = measureLabel(line.slice(begin), index === 0);
    if (label > 0) {
      asides.push({ begin: offset + begin, end: offset + begin + label, isLeading: true });
    }
    for (const found of line.matchAll(bracketed)) {
      if (found.index < begin + label) continue;
      const at = offset + found.index;
      const isLeading = found.index === begin + label || line.slice(0, found.index).trim() === '';
      asides.push({ begin: at, end: at + found[0].length, isLeading });
    }
    offset += line.length;
  }
  return asides;
}

/** Length of what stands before the speech of a line. */
function measureLabel(line: string, isFirst: boolean): number {
  const patterns = isFirst ? [parenthesised, name, wideName] : [parenthesised, capitals];
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found !== null) return found[0].length;
  }
  return 0;
}
