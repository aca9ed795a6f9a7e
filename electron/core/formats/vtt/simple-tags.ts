const simpleTag = /<\/?(?:[bciu]|c(?:\.[\w-]+)+)>/gu;
const special = /[<&>{]/u;

/** The text without tags that are read and written as they stand: `<i>`, `<b>`, `<u>`, classes. */
function withoutSimpleTags(text: string): string {
  return text.includes('<') ? text.replace(simpleTag, '') : text;
}

/** Whether a text has nothing but characters and simple tags: most need no more than this look. */
export function isPlainlyMarked(text: string): boolean {
  return !special.test(withoutSimpleTags(text));
}
