/** Thin slanted lines of a colour, to fill with; undefined where a canvas cannot be drawn on. */
export function makeHatch(
  context: CanvasRenderingContext2D,
  colour: string,
): CanvasPattern | undefined {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const pen = tile.getContext('2d');
  if (pen === null) return undefined;
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.45;
  pen.beginPath();
  for (const from of [-6, 0, 6]) {
    pen.moveTo(from, 6);
    pen.lineTo(from + 6, 0);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? undefined;
}
