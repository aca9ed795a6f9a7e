import { readPercentage, splitSetting } from './setting';

/** Where and how a cue stands, as the standard computes it of its settings. */
export interface VttCueSettings {
  readonly vertical: '' | 'rl' | 'lr';
  readonly line: number | 'auto';
  readonly snapToLines: boolean;
  readonly lineAlign: 'start' | 'center' | 'end';
  readonly position: number | 'auto';
  readonly positionAlign: 'auto' | 'line-left' | 'center' | 'line-right';
  readonly size: number;
  readonly align: 'start' | 'center' | 'end' | 'left' | 'right';
  /** Id of the region, whether or not there is one of it. */
  readonly region: string | undefined;
}

/** What the standard sets by a single setting; nothing for one it passes over. */
type Change = Partial<VttCueSettings>;

const initial: VttCueSettings = {
  vertical: '',
  line: 'auto',
  snapToLines: true,
  lineAlign: 'start',
  position: 'auto',
  positionAlign: 'auto',
  size: 100,
  align: 'center',
  region: undefined,
};

const number = /^-?\d+(?:\.\d+)?$/u;

/** By their names, what each setting does (W3C WebVTT 6.3, "parse the WebVTT cue settings"). */
const readers: Readonly<Record<string, (value: string) => Change>> = {
  region: (value) => ({ region: value }),
  vertical: (value) =>
    value === 'rl' || value === 'lr' ? { vertical: value, region: undefined } : {},
  line(value) {
    const [place, align] = splitAtComma(value);
    const isPercentage = place.endsWith('%');
    const line = isPercentage
      ? readPercentage(place)
      : number.test(place)
        ? Number(place)
        : undefined;
    const isAligned =
      align === undefined || align === 'start' || align === 'center' || align === 'end';
    if (line === undefined || !isAligned) return {};
    return {
      line,
      snapToLines: !isPercentage,
      ...(align === undefined ? {} : { lineAlign: align }),
      region: undefined,
    };
  },
  position(value) {
    const [place, align] = splitAtComma(value);
    const position = readPercentage(place);
    const isAligned =
      align === undefined || align === 'line-left' || align === 'center' || align === 'line-right';
    if (position === undefined || !isAligned) return {};
    return { position, ...(align === undefined ? {} : { positionAlign: align }) };
  },
  size(value) {
    const size = readPercentage(value);
    if (size === undefined) return {};
    return size === 100 ? { size } : { size, region: undefined };
  },
  align: (value) =>
    value === 'start' ||
    value === 'center' ||
    value === 'end' ||
    value === 'left' ||
    value === 'right'
      ? { align: value }
      : {},
};

/** What the standard makes of all that follows the times of a cue. */
export function computeCueSettings(text: string): VttCueSettings {
  let settings = initial;
  for (const piece of text.split(/[ \t\n\f\r]+/u)) {
    const [name, value] = splitSetting(piece) ?? [];
    if (name === undefined || value === undefined || !Object.hasOwn(readers, name)) continue;
    settings = { ...settings, ...readers[name]!(value) };
  }
  return settings;
}

/** The setting of a cue that holds all pieces that are no settings of the standard. */
export const otherPieces = 'other';

/**
 * The settings of a cue by their names, in their order, as they are written: of several of one name the
 * last that means something. What the standard does not know is kept beside them.
 */
export function listCueSettings(text: string): Record<string, string> {
  const settings: Record<string, string> = {};
  const others: string[] = [];
  for (const piece of text.split(/[ \t\n\f\r]+/u)) {
    if (piece === '') continue;
    const [name, value] = splitSetting(piece) ?? [];
    if (name === undefined || value === undefined || !Object.hasOwn(readers, name)) {
      others.push(piece);
    } else if (!(name in settings) || Object.keys(readers[name]!(value)).length > 0) {
      settings[name] = value;
    }
  }
  if (others.length > 0) settings[otherPieces] = others.join(' ');
  return settings;
}

/** Names of the settings the standard knows. */
export function isCueSetting(name: string): boolean {
  return Object.hasOwn(readers, name);
}

function splitAtComma(value: string): readonly [string, string?] {
  const comma = value.indexOf(',');
  return comma === -1 ? [value] : [value.slice(0, comma), value.slice(comma + 1)];
}
