import type { Repair } from '../format';
import { contextOf, type DivContext } from './div-context';
import { inherit, type Inherited } from './list-leaves';
import type { Head } from './read-head';
import { listElements, type XmlElement } from './xml';

/** A paragraph, and what is said around it. */
export interface PlacedParagraph {
  readonly element: XmlElement;
  /** The body and the divisions around it. */
  readonly path: readonly XmlElement[];
  /** Before the paragraph itself says something; its look is without that of the region. */
  readonly inherited: Inherited;
  /** Id of the region of what is around it. */
  readonly region: string | undefined;
  /** Of the divisions around it; none where they say nothing. */
  readonly context: DivContext | undefined;
}

export type BodyRepairCode = 'ttml-picture-dropped' | 'ttml-animation-dropped';

export interface Body {
  /** In the order of the file. */
  readonly paragraphs: readonly PlacedParagraph[];
  /** What is kept of the body itself; undefined where it says nothing. */
  readonly context: DivContext | undefined;
  readonly repairs: readonly Repair<BodyRepairCode>[];
}

/** The paragraphs of a document. */
export function readBody(root: XmlElement, body: XmlElement | undefined, { styles }: Head): Body {
  const paragraphs: PlacedParagraph[] = [];
  const repairs: Repair<BodyRepairCode>[] = [];
  const look = styles.initial;
  const outermost: Inherited = {
    look,
    baseColor: undefined,
    outerLook: look,
    isPreserved: root.attributes['xml:space'] === 'preserve',
    language: root.attributes['xml:lang'],
    agent: undefined,
  };
  const visit = (
    element: XmlElement,
    around: Omit<PlacedParagraph, 'element'>,
    isBody: boolean,
  ): void => {
    notePictures(element, repairs);
    const inherited = inherit(around.inherited, element, styles);
    const inside: Omit<PlacedParagraph, 'element'> = {
      path: [...around.path, element],
      inherited,
      region: element.attributes['region'] ?? around.region,
      context: isBody ? undefined : contextOf(element, around.context),
    };
    for (const child of listElements(element.children)) {
      if (child.name === 'p') {
        paragraphs.push({ element: child, ...inside });
        notePictures(child, repairs);
      } else if (child.name === 'div') visit(child, inside, false);
      else if (child.name === 'set' || child.name === 'animate') {
        repairs.push({
          code: 'ttml-animation-dropped',
          line: child.line,
          before: Object.keys(child.attributes).join(' '),
        });
      }
    }
  };
  if (body !== undefined) {
    const around = { path: [], inherited: outermost, region: undefined, context: undefined };
    visit(body, around, true);
  }
  const context = body === undefined ? undefined : contextOf(body, undefined);
  return { paragraphs, context, repairs };
}

/** Subtitles that are pictures hold no text that could be read. */
function notePictures(element: XmlElement, repairs: Repair<BodyRepairCode>[]): void {
  const source = element.attributes['smpte:backgroundImage'];
  const images = listElements(element.children).filter(
    ({ name }) => name === 'image' || name === 'smpte:image',
  );
  const add = (line: number, before: string): void => {
    repairs.push({ code: 'ttml-picture-dropped', line, before });
  };
  if (source !== undefined) add(element.line, source);
  for (const { line, attributes } of images) add(line, attributes['src'] ?? 'image');
}

/** Whether a document has to be refused because all it holds is pictures. */
export function findPictures(repairs: readonly Repair[]): Repair | undefined {
  return repairs.find(({ code }) => code === 'ttml-picture-dropped');
}
