import { readColor } from '../markup/look';
import type { Attributes } from './xml';

/** Styles and regions of a document by their ids, and what it has for initial values. */
export interface StyleTable {
  readonly styles: ReadonlyMap<string, Attributes>;
  readonly regions: ReadonlyMap<string, Attributes>;
  readonly initial: Attributes;
}

/** What is inherited of the look of characters, as far as a cue can say it. */
export interface ComputedLook {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** `#rrggbb`; undefined where nobody chose one, which is white. */
  readonly color: string | undefined;
  /** That an element itself names; what styles say of fonts is the look of the whole file. */
  readonly fontFamily: string | undefined;
  readonly textAlign: string | undefined;
  readonly direction: string | undefined;
}

const plainLook: ComputedLook = {
  italic: false,
  bold: false,
  underline: false,
  strike: false,
  color: undefined,
  fontFamily: undefined,
  textAlign: undefined,
  direction: undefined,
};

/** Resolves the styles of a document; one is made for each. */
export interface StyleResolver {
  /** What an element says of its style: by references, those of references, then itself. */
  readonly specify: (attributes: Attributes) => Attributes;
  /** How characters look in an element. */
  readonly compute: (outer: ComputedLook, attributes: Attributes) => ComputedLook;
  /** How they look before any element says something. */
  readonly initial: ComputedLook;
  readonly table: StyleTable;
}

export function makeStyleResolver(table: StyleTable): StyleResolver {
  const chains = new Map<string, Attributes>();
  const join = (attributes: Attributes): Attributes =>
    Object.assign(
      {},
      ...listReferences(attributes).map((id) => chains.get(id)),
      attributes,
    ) as Attributes;
  /**
   * Finds what one style says, with all that it refers to; a style that refers to itself has nothing of
   * it. Without recursion, as a file may have a chain of any length.
   */
  const follow = (wanted: string): void => {
    const waiting = [wanted];
    const begun = new Set<string>();
    for (let id = waiting.at(-1); id !== undefined; id = waiting.at(-1)) {
      const attributes = table.styles.get(id) ?? {};
      if (!chains.has(id) && !begun.has(id)) {
        begun.add(id);
        for (const each of listReferences(attributes)) {
          if (!chains.has(each) && !begun.has(each)) waiting.push(each);
        }
      } else {
        if (!chains.has(id)) chains.set(id, join(attributes));
        waiting.pop();
      }
    }
  };
  const specify = (attributes: Attributes): Attributes => {
    if (attributes['style'] === undefined) return attributes;
    for (const id of listReferences(attributes)) if (!chains.has(id)) follow(id);
    return join(attributes);
  };
  const compute = (outer: ComputedLook, attributes: Attributes): ComputedLook =>
    hasNoStyle(attributes)
      ? outer
      : applyStyle(outer, specify(attributes), attributes['tts:fontFamily']);
  return { specify, compute, table, initial: applyStyle(plainLook, table.initial, undefined) };
}

function listReferences({ style }: Attributes): readonly string[] {
  return style === undefined ? [] : style.split(/\s+/u).filter((id) => id !== '');
}

const styling = /^(?:style$|tts:|itts:|ebutts:)/u;

function hasNoStyle(attributes: Attributes): boolean {
  for (const name in attributes) if (styling.test(name)) return false;
  return true;
}

function applyStyle(
  outer: ComputedLook,
  given: Attributes,
  fontFamily: string | undefined,
): ComputedLook {
  const fontStyle = given['tts:fontStyle'];
  const fontWeight = given['tts:fontWeight'];
  const decoration = given['tts:textDecoration']?.split(/\s+/u) ?? [];
  const decorate = (isOn: boolean, on: string, off: string): boolean =>
    decoration.includes(on) || (isOn && !decoration.includes(off) && !decoration.includes('none'));
  const color = given['tts:color'];
  return {
    italic: fontStyle === undefined ? outer.italic : fontStyle !== 'normal',
    bold: fontWeight === undefined ? outer.bold : fontWeight === 'bold',
    underline: decorate(outer.underline, 'underline', 'noUnderline'),
    strike: decorate(outer.strike, 'lineThrough', 'noLineThrough'),
    color: color === undefined ? outer.color : (readTtmlColor(color) ?? outer.color),
    fontFamily: fontFamily ?? outer.fontFamily,
    textAlign: given['tts:textAlign'] ?? outer.textAlign,
    direction: given['tts:direction'] ?? outer.direction,
  };
}

/** `#rrggbb` of a colour as TTML has it (TTML2 §10.3.5), without its opacity. */
function readTtmlColor(given: string): string | undefined {
  const [, parts] = /^\s*rgba?\(([\d\s,.]*)\)\s*$/u.exec(given) ?? [];
  if (parts === undefined) return readColor(given);
  const values = parts.split(',').slice(0, 3).map(Number);
  if (values.length < 3 || !values.every((value) => value >= 0 && value <= 255)) return undefined;
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
