/** Widths are asked of the canvas once for each text: asking is dearer than drawing. */
const mostWidths = 20_000;
const widths = new Map<string, number>();

/**
 * As much of a text as fits a width, with an ellipsis where it is cut; empty where not even one
 * character fits. The width of a cut is estimated from that of the whole.
 */
export function fitText(context: CanvasRenderingContext2D, text: string, widthPx: number): string {
  if (widthPx < 6) return '';
  const key = context.font + text;
  let whole = widths.get(key);
  if (whole === undefined) {
    whole = context.measureText(text).width;
    if (widths.size >= mostWidths) widths.clear();
    widths.set(key, whole);
  }
  if (whole <= widthPx) return text;
  const count = Math.floor(((widthPx - 8) / whole) * text.length);
  return count < 1 ? '' : `${text.slice(0, count).trimEnd()}…`;
}
