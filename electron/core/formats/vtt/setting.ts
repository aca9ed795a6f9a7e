const percentage = /^\d+(?:\.\d+)?%$/u;

/** Name and value of a setting; undefined of what is none. */
export function splitSetting(piece: string): readonly [name: string, value: string] | undefined {
  const colon = piece.indexOf(':');
  return colon <= 0 || colon === piece.length - 1
    ? undefined
    : [piece.slice(0, colon), piece.slice(colon + 1)];
}

/** A share of 0 to 100 (W3C WebVTT 6.2, "parse a percentage string"). */
export function readPercentage(text: string): number | undefined {
  if (!percentage.test(text)) return undefined;
  const value = Number(text.slice(0, -1));
  return value <= 100 ? value : undefined;
}
