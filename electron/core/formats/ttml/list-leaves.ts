import { omitUndefined } from '../../omit-undefined';
import type { Look } from '../markup/look';
import type { ComputedLook, StyleResolver } from './styles';
import { listElements, type XmlElement, type XmlNode } from './xml';

/** A run of characters of a paragraph, or a line break, with all that is said of it. */
export interface Leaf {
  readonly node: XmlNode;
  /** As it stands; `\n` of a line break. */
  readonly text: string;
  /** Whether its blanks stay as they are. */
  readonly isPreserved: boolean;
  readonly isBreak: boolean;
  readonly look: Look;
  /** Ids of agents, by the element nearest to it. */
  readonly agent: string | undefined;
  /** From the paragraph down to its parent. */
  readonly path: readonly XmlElement[];
}

/** What is inherited by what stands within an element. */
export interface Inherited {
  readonly look: ComputedLook;
  /** Colour of all characters of which nobody says otherwise. */
  readonly baseColor: string | undefined;
  /** Look of the element that holds all characters of the cue. */
  readonly outerLook: ComputedLook;
  readonly isPreserved: boolean;
  readonly language: string | undefined;
  readonly agent: string | undefined;
}

const white = '#ffffff';
const within = new Set(['container', 'baseContainer', 'textContainer']);

/** The characters of an element in the order in which they are read, its ruby base before its reading. */
export function listLeaves(
  element: XmlElement,
  outer: Inherited,
  styles: StyleResolver,
): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (
    parent: XmlElement,
    inherited: Inherited,
    path: readonly XmlElement[],
    ruby: Look['ruby'],
  ): void => {
    const kind = styles.specify(parent.attributes)['tts:ruby'];
    if (kind === 'delimiter') return;
    const role = kind === 'base' ? 'base' : kind === 'text' ? 'reading' : ruby;
    const look = toLook(inherited, outer, role);
    const children = kind === 'container' ? pairRuby(parent, styles) : parent.children;
    const add = (node: XmlNode, text: string): void => {
      const { isPreserved, agent } = inherited;
      const isBreak = text === '\n' && node.kind === 'element';
      leaves.push({ node, text, isPreserved, isBreak, look, agent, path });
    };
    for (const child of children) {
      if (child.kind === 'text') {
        if (!within.has(kind ?? '')) add(child, child.text);
      } else if (child.kind === 'comment') continue;
      else if (child.name === 'br') add(child, '\n');
      else if (child.name === 'span') {
        walk(child, inherit(inherited, child, styles), [...path, child], role);
      }
    }
  };
  walk(element, outer, [element], undefined);
  return leaves;
}

/** What the content of an element inherits. */
export function inherit(
  outer: Inherited,
  { attributes }: XmlElement,
  styles: StyleResolver,
): Inherited {
  const look = styles.compute(outer.look, attributes);
  const space = attributes['xml:space'];
  const language = attributes['xml:lang'];
  const agent = attributes['ttm:agent'];
  if (look === outer.look && space === undefined && language === undefined && agent === undefined) {
    return outer;
  }
  return {
    look,
    baseColor: outer.baseColor,
    outerLook: outer.outerLook,
    isPreserved: space === undefined ? outer.isPreserved : space === 'preserve',
    language: language ?? outer.language,
    agent: agent ?? outer.agent,
  };
}

/** What differs from how characters look without a mark; all looks that are on, and chosen colours. */
function toLook(
  { look, language }: Inherited,
  { outerLook, baseColor = white, language: outerLanguage }: Inherited,
  ruby: Look['ruby'],
): Look {
  const color = look.color ?? white;
  const isColored = color !== baseColor || (outerLook.color ?? white) !== baseColor;
  const on = (isOn: boolean): true | undefined => (isOn ? true : undefined);
  return omitUndefined({
    italic: on(look.italic),
    bold: on(look.bold),
    underline: on(look.underline),
    strike: on(look.strike),
    color: isColored ? color : undefined,
    fontFamily: look.fontFamily === outerLook.fontFamily ? undefined : look.fontFamily,
    language: language === outerLanguage ? undefined : language,
    ruby,
  });
}

/** The bases of a ruby, each with its reading behind it, where they stand in containers of their own. */
function pairRuby(container: XmlElement, styles: StyleResolver): readonly XmlNode[] {
  const parts = listElements(container.children);
  const list = (kind: string): readonly XmlElement[] =>
    listElements(
      parts.find(({ attributes }) => styles.specify(attributes)['tts:ruby'] === kind)?.children ??
        [],
    );
  const bases = list('baseContainer');
  if (bases.length === 0) return container.children;
  const readings = list('textContainer');
  const paired = bases.flatMap((base, index) => {
    const reading = readings[index];
    return reading === undefined ? [base] : [base, reading];
  });
  return [...paired, ...readings.slice(bases.length)];
}
