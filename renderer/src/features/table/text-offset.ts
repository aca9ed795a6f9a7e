/**
 * Where in a sentence's text a point of the screen lies, for the caret of a double click.
 *
 * @param container shows the text, each line break as one character
 * @returns an index into the text with line feeds; undefined where the point lies beside it
 */
export function findTextOffset(
  container: Element,
  clientX: number,
  clientY: number,
): number | undefined {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  if (caret === null || !container.contains(caret.offsetNode)) return undefined;
  const range = document.createRange();
  range.setStart(container, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return range.toString().length;
}
