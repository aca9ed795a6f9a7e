import { markupPattern } from '../../transcript/markup';

/** A stretch of a cue's text: characters, or one mark of look, place or time [TX5]. */
export type MarkupPiece =
  | { readonly kind: 'text'; readonly raw: string }
  | {
      readonly kind: 'open';
      readonly raw: string;
      /** In lower case. */
      readonly name: string;
      /** As in `<c.yellow.loud>`. */
      readonly classes: readonly string[];
      /** What stands after the name: `Anna` of `<v Anna>`, `color="red"` of `<font color="red">`. */
      readonly value: string;
    }
  | { readonly kind: 'close'; readonly raw: string; readonly name: string }
  /** A time of WebVTT, from which on the text is said. */
  | { readonly kind: 'time'; readonly raw: string; readonly atMs: number }
  /** `{\an8}` of SubStation Alpha or `{y:i}` of MicroDVD, without its braces in `body`. */
  | { readonly kind: 'override'; readonly raw: string; readonly body: string };

const tag = /^<(\/?)([a-z]+)((?:\.[^\s./>]+)*)\.?(?:\s+([^>]*?))?\s*\/?>$/isu;
const time = /^<(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})>$/u;

/**
 * The text of a cue in pieces that make it up again when joined. Only what players take for a mark is
 * one; "a < b" and "{name}" are characters.
 */
export function parseMarkup(text: string): readonly MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(markupPattern)) {
    if (index > end) pieces.push({ kind: 'text', raw: text.slice(end, index) });
    pieces.push(parseMark(raw));
    end = index + raw.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', raw: text.slice(end) });
  return pieces;
}

function parseMark(raw: string): MarkupPiece {
  if (raw.startsWith('{')) return { kind: 'override', raw, body: raw.slice(1, -1) };
  const at = time.exec(raw);
  if (at !== null) {
    const [, hours = '0', minutes, seconds, milliseconds] = at;
    const inSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return { kind: 'time', raw, atMs: inSeconds * 1000 + Number(milliseconds) };
  }
  const [, slash = '', given = '', classes = '', value = ''] = tag.exec(raw) ?? [];
  const name = given.toLowerCase();
  return slash === '/'
    ? { kind: 'close', raw, name }
    : { kind: 'open', raw, name, classes: classes.split('.').filter(Boolean), value };
}
