import type { Style } from '../../records/kinds/style-kind';
import type { ScriptVersion } from './script-version';

/** Old SubStation Alpha numbers places 1–3 below, 5–7 above and 9–11 in the middle. */
const oldAlignments = ['1', '2', '3', '9', '10', '11', '5', '6', '7'] as const;

/** Of a place on the keypad, from 1. */
export function toOldAlignment(place: number): string {
  return oldAlignments[place - 1] ?? '2';
}

/** A style in the words of a version of the format [FM35]; one of that version is given back as it is. */
export function convertStyle(style: Style, version: ScriptVersion): Style {
  if (style.format === version.format) return style;
  const { Alignment = '2', TertiaryColour, OutlineColour, ...rest } = style.settings;
  const settings: Record<string, string> =
    version.format === 'ssa'
      ? {
          ...convertColors(rest, toDecimal),
          TertiaryColour: toDecimal(OutlineColour ?? '0'),
          Alignment: toOldAlignment(Number(Alignment)),
          AlphaLevel: '0',
        }
      : {
          ...{ Underline: '0', StrikeOut: '0', ScaleX: '100', ScaleY: '100' },
          ...{ Spacing: '0', Angle: '0' },
          ...convertColors(rest, toHexadecimal),
          OutlineColour: toHexadecimal(TertiaryColour ?? '0'),
          Alignment: String(oldAlignments.findIndex((one) => one === Alignment) + 1 || 2),
        };
  const known = Object.entries(settings).filter(([name]) => version.styleColumns.includes(name));
  return { ...style, format: version.format, settings: Object.fromEntries(known) };
}

type Settings = Readonly<Record<string, string>>;

function convertColors(settings: Settings, convert: (value: string) => string): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      name.endsWith('Colour') ? convert(value) : value,
    ]),
  );
}

function readColorNumber(value: string): number {
  const digits = /^&H([\da-f]{1,8})&?$/iu.exec(value)?.[1];
  const given = digits === undefined ? Number(value) : Number.parseInt(digits, 16);
  return Number.isFinite(given) ? given : 0;
}

/** Without transparency, which old scripts do not have. */
function toDecimal(value: string): string {
  return String(readColorNumber(value) & 0xffffff);
}

function toHexadecimal(value: string): string {
  const digits = (readColorNumber(value) & 0xffffff).toString(16).toUpperCase().padStart(8, '0');
  return `&H${digits}`;
}
