import type { DivLevel } from './div-context';
import type { KeptParts } from './read-sections';
import type { StyleBook } from './style-book';
import { writeLines } from './write-root';
import { writeAttributes } from './xml';

/**
 * The body with its divisions, in the order of the file they came from; common ones are not repeated.
 * @param divisions paragraphs outside of all, then those of each
 */
export function writeBody(
  { kept, book }: { readonly kept: KeptParts; readonly book: StyleBook },
  divisions: readonly (readonly string[])[],
): readonly string[] {
  const [outside = [], ...inside] = divisions;
  const start = ({ name, attributes, metadata }: DivLevel, depth: number): string[] => [
    `${'  '.repeat(depth)}<${name}${writeAttributes(book.refer(attributes, 'content'))}>${metadata}`,
  ];
  const body = kept.body[0] ?? { name: 'body', attributes: {}, metadata: '' };
  const lines = start(body, 1);
  const isOutside = outside.length > 0 || inside.every((one) => one.length === 0);
  if (isOutside) lines.push('    <div>', ...writeLines(3, outside), '    </div>');
  let open: readonly DivLevel[] = [];
  const close = (to: number): void => {
    for (let depth = open.length; depth > to; depth--) {
      lines.push(`${'  '.repeat(depth + 1)}</div>`);
    }
  };
  inside.forEach((paragraphs, index) => {
    const levels = kept.divisions[index]!;
    if (paragraphs.length === 0) return;
    let common = 0;
    while (common < open.length && isSame(open[common]!, levels[common])) common++;
    close(common);
    levels.slice(common).forEach((level, more) => lines.push(...start(level, 2 + common + more)));
    lines.push(...writeLines(2 + levels.length, paragraphs));
    open = levels;
  });
  close(0);
  return [...lines, '  </body>'];
}

function isSame(left: DivLevel, right: DivLevel | undefined): boolean {
  return (
    left.metadata === right?.metadata &&
    JSON.stringify(left.attributes) === JSON.stringify(right.attributes)
  );
}
