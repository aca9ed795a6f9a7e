import { areWords } from './read-paragraph';
import { dropTimes } from './restate-times';
import type { StyleResolver } from './styles';
import type { Timeline } from './timeline';
import { type Attributes, listElements, readAllText, type XmlElement, type XmlNode } from './xml';

/** A stretch of a paragraph that is read by itself: all of it, or one of its timed spans. */
export interface Unit {
  /** Spans that hold all of it, the outermost first, of which the last alone may say something. */
  readonly holders: readonly XmlElement[];
  /** What stands in the last of them. */
  readonly nodes: readonly XmlNode[];
}

const takenOver = new Set(['region', 'ttm:agent', 'xml:space', 'smpte:backgroundImage']);
/** What characters stand in. */
export const contentNames = new Set(['span', 'br']);
/** Attributes by which something that is active is not seen. */
export const hiding = /^tts:(?:display|visibility)$/u;

/** Whether the cue itself says it: who speaks, where, and that it is shown. */
export function isTakenOver(name: string, value: string): boolean {
  return takenOver.has(name) || (hiding.test(name) && /^(?:none|hidden)$/u.test(value));
}

/** Spans with times of their own that follow each other are read one by one. */
export function listUnits(
  element: XmlElement,
  styles: StyleResolver,
  { intervals, timed }: Pick<Timeline, 'intervals' | 'timed'>,
): readonly Unit[] {
  const nodes = element.children.filter(
    (node) => node.kind !== 'element' || contentNames.has(node.name),
  );
  const spans = listElements(nodes).filter(({ name }) => name === 'span');
  const isSequence =
    spans.length > 1 &&
    nodes.every((node) => node.kind !== 'text' || node.text.trim() === '') &&
    spans.every((span, index) => {
      const before = spans[index - 1];
      return (
        timed.has(span) &&
        (before === undefined || intervals.get(before)!.endMs <= intervals.get(span)!.beginMs)
      );
    }) &&
    !areWords(spans.map(readAllText));
  return isSequence
    ? spans.map((span) => findHolders([], [span], styles))
    : [findHolders([], nodes, styles)];
}

/** Goes into spans that hold all there is, up to one that says something. */
function findHolders(
  holders: readonly XmlElement[],
  nodes: readonly XmlNode[],
  styles: StyleResolver,
): Unit {
  const last = holders.at(-1);
  const said = nodes.filter((node) => !isNothing(node));
  const [only] = said;
  const isHeld =
    said.length === 1 &&
    only?.kind === 'element' &&
    only.name === 'span' &&
    styles.specify(only.attributes)['tts:ruby'] === undefined;
  if (!isHeld || (last !== undefined && Object.keys(keepAttributes(last)).length > 0)) {
    return { holders, nodes };
  }
  const kept = Object.keys(keepAttributes(only));
  const isMark = kept.length > 0 && kept.every((name) => ofMarks.test(name));
  return isMark ? { holders, nodes } : findHolders([...holders, only], only.children, styles);
}

/** Blanks, and spans that say nothing of them. */
function isNothing(node: XmlNode): boolean {
  if (node.kind === 'text') return node.text.trim() === '';
  return (
    node.kind === 'element' &&
    node.name === 'span' &&
    node.children.every(isNothing) &&
    Object.keys(keepAttributes(node)).length === 0
  );
}

/** Attributes that the marks of a text say. */
const ofMarks = /^(?:xml:lang|tts:(?:fontStyle|fontWeight|textDecoration|color|fontFamily))$/u;

/** What a cue keeps of the span that holds it. */
export function keepAttributes({ attributes }: XmlElement): Attributes {
  return Object.fromEntries(
    Object.entries(dropTimes(attributes)).filter(([name, value]) => !isTakenOver(name, value)),
  );
}
