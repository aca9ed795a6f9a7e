/**
 * Begin marks of ours in the text of a sentence for what an event of SubStation Alpha has beside its
 * text [FM32]: `{\;note}` for the hidden note `{note}`, `{\|m 0 0 l 9 9}` for drawing commands. Players
 * know no override of either name.
 */
export const hidden = '\\;';
export const drawing = '\\|';

/** A mark as an event has it. */
export function writeMark(body: string): string {
  if (body.startsWith(hidden)) return `{${body.slice(hidden.length)}}`;
  return body.startsWith(drawing) ? body.slice(drawing.length) : `{${body}}`;
}
