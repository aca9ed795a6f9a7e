import type { Pen } from './pen';

/** Widths are asked of the canvas once for each text: asking is dearer than drawing. */
const mostWidths = 20_000;
const widths = new Map<string, number>();

/** No font that is read has narrower characters on average. */
const leastCharacterPx = 1.5;

/** What is cut to less says nothing. */
const leastCharacters = 3;

/**
 * As much of a text as fits a width, with an ellipsis where it is cut; empty where that would be next
 * to nothing.
 */
export function fitText(pen: Pen, text: string, widthPx: number): string {
  if (widthPx < 6) return '';
  // What can never fit is not measured: a sentence may have the text of a whole talk.
  const most = Math.ceil(widthPx / leastCharacterPx);
  const head = text.length > most ? text.slice(0, most) : text;
  const headPx = measure(pen, head);
  if (headPx <= widthPx && head === text) return text;
  // The share of characters is a guess: wide and narrow ones are not spread evenly.
  let count = Math.min(text.length - 1, Math.floor((widthPx / headPx) * head.length));
  for (; count >= leastCharacters; count -= 1) {
    const cut = `${head.slice(0, count).trimEnd()}…`;
    if (measure(pen, cut) <= widthPx) return cut;
  }
  return '';
}

function measure(pen: Pen, text: string): number {
  const key = pen.font + text;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= mostWidths) widths.clear();
  const { width } = pen.measureText(text);
  widths.set(key, width);
  return width;
}
