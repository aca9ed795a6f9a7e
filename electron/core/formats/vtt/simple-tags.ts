const simpleTag = /<\/?(?:[bciu]|c(?:\.[\w-]+)+)>/gu;
const special = /[<&>{]/u;

/** The text without tags that are read and written as they stand: `<i>`, `<b>`, `<u>`, classes. */
function withoutSimpleTags(text: string): string {
  return text.includes('<') ? text.replace(simpleTag, '') : text;
}

/** `b`, `c`, `i` and `u`. */
const names: ReadonlySet<number> = new Set([98, 99, 105, 117]);

/** The place behind a simple tag of one letter that begins at one; 0 where none does. */
export function simpleTagEnd(text: string, begin: number): number {
  const name = begin + (text.charCodeAt(begin + 1) === 0x2f ? 2 : 1);
  const isTag = text.charCodeAt(name + 1) === 0x3e && names.has(text.charCodeAt(name));
  return isTag ? name + 2 : 0;
}

/** Whether a text has nothing but characters and simple tags: most need no more than this look. */
export function isPlainlyMarked(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3c) {
      const end = simpleTagEnd(text, at);
      if (end === 0) return !special.test(withoutSimpleTags(text));
      at = end - 1;
    } else if (code === 0x26 || code === 0x3e || code === 0x7b) return false;
  }
  return true;
}
