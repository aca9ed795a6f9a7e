/** No character that is seen; it keeps what follows from being what it looks like. */
const guard = '\u200b';

/** A line of text that would be read as something else of its format, such that it is not [FM52]. */
export function guardLine(line: string, looksOtherwise: RegExp): string {
  return line.startsWith(guard) || looksOtherwise.test(line) ? guard + line : line;
}

/** The line that {@link guardLine} was given; any other as it is. */
export function dropGuard(line: string, looksOtherwise: RegExp): string {
  if (!line.startsWith(guard)) return line;
  const inner = line.slice(1);
  return inner.startsWith(guard) || looksOtherwise.test(inner) ? inner : line;
}
