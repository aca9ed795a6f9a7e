/** A TTML document around what stands in its body. */
export function makeTtml(
  body: string,
  { head = '', root = '' }: { readonly head?: string; readonly root?: string } = {},
): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"' +
    ' xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"' +
    ` xml:lang="en" ${root}><head>${head}</head><body><div>${body}</div></body></tt>\n`
  );
}
