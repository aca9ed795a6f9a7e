/** How a stretch of text looks, as far as several formats can say it. */
export interface Look {
  readonly italic?: true;
  readonly bold?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** `#rrggbb` in lower case. */
  readonly color?: string;
  readonly fontFamily?: string;
  /** In the unit of its file. */
  readonly fontSize?: string;
  /** Classes of WebVTT that are no colour. */
  readonly classes?: readonly string[];
  /** BCP 47 tag of the stretch. */
  readonly language?: string;
  /** Whether it is read above (or beside) the base that stands before it. */
  readonly ruby?: 'base' | 'reading';
}

/** Text of one look; the runs of a cue, joined, are what is read of it. */
export interface TextRun {
  readonly text: string;
  readonly look: Look;
  /** By the voice or speaker tag around it. */
  readonly speaker?: string;
  /** Of a time that stands right before it: when it begins to be said, in ms of the media. */
  readonly atMs?: number;
}

/** Where in the picture a cue stands: as on a keypad, 1 at the left of the bottom, 9 at the right of the top. */
export type KeypadPlace = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** What a cue's text says of its look and place. */
export interface StyledText {
  readonly runs: readonly TextRun[];
  /** Absent: at the bottom in the middle, or where its style or region is. */
  readonly place?: KeypadPlace;
}

/** Colours that WebVTT has as classes, of which all formats know the names (CSS Color Level 4). */
export const namedColors: ReadonlyMap<string, string> = new Map([
  ['white', '#ffffff'],
  ['lime', '#00ff00'],
  ['cyan', '#00ffff'],
  ['red', '#ff0000'],
  ['yellow', '#ffff00'],
  ['magenta', '#ff00ff'],
  ['blue', '#0000ff'],
  ['black', '#000000'],
]);

const moreColors: ReadonlyMap<string, string> = new Map([
  ['aqua', '#00ffff'],
  ['fuchsia', '#ff00ff'],
  ['gray', '#808080'],
  ['green', '#008000'],
  ['grey', '#808080'],
  ['maroon', '#800000'],
  ['navy', '#000080'],
  ['olive', '#808000'],
  ['orange', '#ffa500'],
  ['purple', '#800080'],
  ['silver', '#c0c0c0'],
  ['teal', '#008080'],
]);

/** `#rrggbb` of a name or of hexadecimal digits, with or without `#`; undefined of what is no colour. */
export function readColor(given: string): string | undefined {
  const value = given.trim().toLowerCase();
  const named = namedColors.get(value) ?? moreColors.get(value);
  if (named !== undefined) return named;
  const [, digits] = /^#?([\da-f]{6})(?:[\da-f]{2})?$/u.exec(value) ?? [];
  if (digits !== undefined) return `#${digits}`;
  const [, short] = /^#([\da-f]{3})$/u.exec(value) ?? [];
  return short === undefined ? undefined : `#${Array.from(short, (one) => one + one).join('')}`;
}

/** The name among {@link namedColors} of a colour; undefined where it has none. */
export function nameColor(color: string): string | undefined {
  return [...namedColors].find(([, value]) => value === color)?.[0];
}
