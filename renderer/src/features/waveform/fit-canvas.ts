/** Makes a canvas as large as what it lies over, sharp on this screen; what was drawn may be gone. */
export function fitCanvas(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): void {
  const ratio = devicePixelRatio;
  const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
}
