import { dropTimes, pick } from './restate-times';
import { type Attributes, listElements, writeElement, writeNodes, type XmlElement } from './xml';

/** What the divisions around a paragraph say beside their times, the outermost first. */
export interface DivContext {
  readonly levels: readonly DivLevel[];
  /** The same for all paragraphs of which it is said alike: the elements, each within the one before. */
  readonly text: string;
}

export interface DivLevel {
  readonly name: string;
  readonly attributes: Attributes;
  /** Metadata within it, written already. */
  readonly metadata: string;
}

/** What cues have taken over, so that it needs not be said of what is around them. */
const takenOver = new Set(['ttm:agent', 'xml:space', 'smpte:backgroundImage']);
const told = new Set(['p', 'div', 'set', 'animate', 'image', 'smpte:image']);

/** The context within an element; undefined where neither it nor what is around it says something. */
export function contextOf(
  element: XmlElement,
  outer: DivContext | undefined,
): DivContext | undefined {
  const attributes = pick(dropTimes(element.attributes), (name) => !takenOver.has(name));
  const metadata = writeNodes(listElements(element.children).filter(({ name }) => !told.has(name)));
  if (Object.keys(attributes).length === 0 && metadata === '') return outer;
  const levels = [...(outer?.levels ?? []), { name: element.name, attributes, metadata }];
  return { levels, text: writeLevels(levels) };
}

function writeLevels(levels: readonly DivLevel[]): string {
  return levels.reduceRight(
    (inside, { name, attributes, metadata }) => writeElement(name, attributes, metadata + inside),
    '',
  );
}

/** What {@link contextOf} made a text of. */
export function readLevels(element: XmlElement | undefined): readonly DivLevel[] {
  if (element === undefined) return [];
  const { name, attributes, children } = element;
  const inner = listElements(children).find((child) => child.name === 'div');
  const metadata = writeNodes(children.filter((child) => child !== inner));
  return [{ name, attributes, metadata }, ...readLevels(inner)];
}
