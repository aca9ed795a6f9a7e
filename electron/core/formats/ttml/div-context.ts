import { dropTimes, pick } from './restate-times';
import { type Attributes, listElements, writeAttributes, writeNodes, type XmlElement } from './xml';

/** What the divisions around a paragraph say beside their times, the outermost first. */
export interface DivContext {
  readonly levels: readonly DivLevel[];
  /** The same for all paragraphs of which it is said alike: start tags and what is told of them. */
  readonly text: string;
}

export interface DivLevel {
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
  const text = `${outer?.text ?? ''}<${element.name}${writeAttributes(attributes)}>${metadata}`;
  return { levels: [...(outer?.levels ?? []), { attributes, metadata }], text };
}
