/** A piece of the text of a cue; the `raw` of all of them, joined, is that text. */
export type CueTextToken =
  | { readonly kind: 'text'; readonly raw: string }
  | {
      readonly kind: 'start';
      readonly raw: string;
      readonly name: string;
      readonly classes: readonly string[];
      /** As it stands there, with its character references. */
      readonly annotation: string;
    }
  | { readonly kind: 'end'; readonly raw: string; readonly name: string }
  | { readonly kind: 'time'; readonly raw: string; readonly value: string };

const startTag = /^([^\t\n\f .]*)((?:\.[^\t\n\f .]*)*)(?:[\t\n\f ]([\s\S]*))?/u;

/** Cuts the text of a cue as the standard does (W3C WebVTT 6.4, "WebVTT cue text tokenizer"). */
export function tokeniseCueText(text: string): readonly CueTextToken[] {
  const tokens: CueTextToken[] = [];
  let end = 0;
  while (end < text.length) {
    const begin = text.indexOf('<', end);
    if (begin !== end) {
      tokens.push({ kind: 'text', raw: text.slice(end, begin === -1 ? undefined : begin) });
    }
    if (begin === -1) break;
    const close = text.indexOf('>', begin);
    end = close === -1 ? text.length : close + 1;
    const body = text.slice(begin + 1, close === -1 ? undefined : close);
    tokens.push(readTag(text.slice(begin, end), body));
  }
  return tokens;
}

function readTag(raw: string, body: string): CueTextToken {
  if (body.startsWith('/')) return { kind: 'end', raw, name: body.slice(1) };
  const first = body.charCodeAt(0);
  if (first >= 48 && first <= 57) return { kind: 'time', raw, value: body };
  const [, name = '', classes = '', annotation = ''] = startTag.exec(body) ?? [];
  return { kind: 'start', raw, name, classes: classes.split('.').filter(Boolean), annotation };
}

/** An annotation as the standard takes it, once its references are characters. */
export function trimAnnotation(text: string): string {
  return text.replace(/[\t\n\f\r ]+/gu, ' ').replace(/^ | $/gu, '');
}
