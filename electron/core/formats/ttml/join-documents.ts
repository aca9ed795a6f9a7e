import type { Repair } from '../format';
import { pick, restateTimes } from './restate-times';
import { readTimeParameters } from './time-parameters';
import { listElements, readAllText, type XmlElement, type XmlNode } from './xml';

export type JoinRepairCode = 'ttml-document-joined' | 'stray-text-dropped';

/** What of a root is said for the whole of it and may be said of a division as well. */
const inherited = /^xml:(?:lang|space)$/u;
/** What stands in a body and shows something. */
const shown = new Set(['div', 'p']);

/**
 * One document of all that a file holds: TTML that follows the first, several bodies, and paragraphs
 * outside of any become divisions of the first body, as in a track of MP4 [FM86]. Styles and regions of a
 * name that the first one has not come along. What is no TTML is left out; each of it is a repair.
 */
export function joinDocuments(
  first: XmlElement,
  others: readonly XmlElement[],
  repairs: Repair<JoinRepairCode>[],
): XmlElement {
  const heads: XmlElement[] = [];
  const bodies: XmlElement[] = [];
  const take = (root: XmlElement): void => {
    const isFirst = root === first;
    const parameters = readTimeParameters(root.attributes);
    for (const child of listElements(root.children)) {
      if (child.name === 'tt') takeOther(child);
      else if (child.name === 'head') heads.push(child);
      else if (child.name === 'body' || shown.has(child.name)) {
        const isExpected = isFirst ? child.name === 'body' && bodies.length === 0 : false;
        // Told once for a document, or where in the first one it stands.
        if (isFirst && !isExpected) {
          repairs.push({ code: 'ttml-document-joined', line: child.line });
        }
        const timed = isFirst ? child : restateTimes(child, parameters);
        const said = isFirst ? {} : pick(root.attributes, (name) => inherited.test(name));
        bodies.push({ ...timed, attributes: { ...said, ...timed.attributes } });
      }
    }
  };
  const takeOther = (root: XmlElement): void => {
    if (root.name !== 'tt') {
      const before = `<${root.name}> ${readAllText(root).replace(/\s+/gu, ' ').trim()}`;
      repairs.push({ code: 'stray-text-dropped', line: root.line, before: before.trim() });
      return;
    }
    repairs.push({ code: 'ttml-document-joined', line: root.line });
    take(root);
  };
  take(first);
  for (const other of others) takeOther(other);
  if (repairs.every(({ code }) => code !== 'ttml-document-joined')) return first;
  const rest = first.children.filter(
    (child) =>
      child.kind !== 'element' ||
      !(['tt', 'head', 'body'].includes(child.name) || shown.has(child.name)),
  );
  const [head, ...furtherHeads] = heads;
  const joinedHead = head === undefined ? [] : [joinHeads(head, furtherHeads)];
  return { ...first, children: [...joinedHead, joinBodies(bodies, first.line), ...rest] };
}

/** A body that says nothing of its own, so that nothing it said of the first holds for the others. */
function joinBodies(bodies: readonly XmlElement[], line: number): XmlElement {
  const children = bodies.map((body) => (body.name === 'body' ? { ...body, name: 'div' } : body));
  return { kind: 'element', name: 'body', attributes: {}, children, line };
}

const idOf = (node: XmlNode): string | undefined =>
  node.kind === 'element' ? node.attributes['xml:id'] : undefined;

/** The first head, with what others define in parts of the same name. */
function joinHeads(head: XmlElement, others: readonly XmlElement[]): XmlElement {
  let children = [...head.children];
  for (const part of others.flatMap((other) => listElements(other.children))) {
    const at = children.findIndex((child) => child.kind === 'element' && child.name === part.name);
    const own = children[at];
    if (own?.kind !== 'element') children.push(part);
    else {
      const known = new Set(own.children.map(idOf));
      const added = part.children.filter((child) => {
        const id = idOf(child);
        return id !== undefined && !known.has(id);
      });
      children = children.with(at, { ...own, children: [...own.children, ...added] });
    }
  }
  return { ...head, children };
}
