import type { KeypadPlace } from '../markup/look';
import type { Attributes } from './xml';

/** What lengths of a region may be counted in. */
export interface PictureSize {
  readonly widthPx: number | undefined;
  readonly heightPx: number | undefined;
  readonly columns: number;
  readonly rows: number;
}

/** @param attributes of the root element */
export function readPictureSize(attributes: Attributes): PictureSize {
  const [, width, height] = /^\s*(\d+)px\s+(\d+)px\s*$/u.exec(attributes['tts:extent'] ?? '') ?? [];
  const [, columns, rows] =
    /^\s*(\d+)\s+(\d+)\s*$/u.exec(attributes['ttp:cellResolution'] ?? '') ?? [];
  return {
    widthPx: width === undefined ? undefined : Number(width),
    heightPx: height === undefined ? undefined : Number(height),
    columns: Number(columns ?? 32),
    rows: Number(rows ?? 15),
  };
}

/**
 * The ninth of the picture in which text of a region stands, as far as this is simple; undefined
 * without a region.
 * @param region all that is said of its style
 */
export function findPlace(
  region: Attributes | undefined,
  { textAlign, direction }: { readonly textAlign?: string; readonly direction?: string },
  size: PictureSize,
): KeypadPlace | undefined {
  if (region === undefined || (region['tts:writingMode'] ?? '').startsWith('tb')) return undefined;
  const origin = readPair(region['tts:origin'], size) ?? { x: 0, y: 0 };
  const extent = readPair(region['tts:extent'], size) ?? { x: 100 - origin.x, y: 100 - origin.y };
  const isRightToLeft = direction === 'rtl';
  const across =
    textAlign === 'left' || textAlign === (isRightToLeft ? 'end' : 'start')
      ? 0
      : textAlign === 'right' || textAlign === (isRightToLeft ? 'start' : 'end')
        ? 1
        : 0.5;
  const align = region['tts:displayAlign'];
  const down = align === 'after' ? 1 : align === 'center' ? 0.5 : 0;
  const column = thirdOf(origin.x + extent.x * across);
  const row = 2 - thirdOf(origin.y + extent.y * down);
  return (1 + row * 3 + column) as KeypadPlace;
}

function thirdOf(percent: number): 0 | 1 | 2 {
  return percent < 35 ? 0 : percent > 65 ? 2 : 1;
}

const length = /^(\d+(?:\.\d+)?)(%|px|c|rw|rh|vw|vh)$/u;

/** Two lengths in hundredths of the picture. */
function readPair(
  given: string | undefined,
  { widthPx, heightPx, columns, rows }: PictureSize,
): { readonly x: number; readonly y: number } | undefined {
  const [first = '', second = ''] = (given ?? '').trim().split(/\s+/u);
  const read = (text: string, px: number | undefined, cells: number): number | undefined => {
    const [, count, unit] = length.exec(text) ?? [];
    if (count === undefined) return undefined;
    if (unit === 'px') return px === undefined ? undefined : (Number(count) / px) * 100;
    return unit === 'c' ? (Number(count) / cells) * 100 : Number(count);
  };
  const x = read(first, widthPx, columns);
  const y = read(second, heightPx, rows);
  return x === undefined || y === undefined ? undefined : { x, y };
}
