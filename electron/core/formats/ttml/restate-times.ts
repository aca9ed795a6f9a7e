import { parseTime, type TimeParameters } from './time-parameters';
import type { Attributes, XmlElement, XmlNode } from './xml';

const timeNames = new Set(['begin', 'end', 'dur']);
/** Attributes of time, which the cues of an element have taken over. */
const ownTimes = new Set([...timeNames, 'timeContainer']);

/** Without its times. */
export function dropTimes(attributes: Attributes): Attributes {
  return pick(attributes, (name) => !ownTimes.has(name));
}

/** Those of some names. */
export function pick(attributes: Attributes, isWanted: (name: string) => boolean): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}

/** With times that mean the same whatever a file says of frames and ticks. */
export function restateTimes(element: XmlElement, parameters: TimeParameters): XmlElement {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const time = timeNames.has(name) ? parseTime(value, parameters) : undefined;
    attributes[name] = time === undefined ? value : `${Math.round(time.timeMs)}ms`;
  }
  const children = element.children.map((child): XmlNode =>
    child.kind === 'element' ? restateTimes(child, parameters) : child,
  );
  return { ...element, attributes, children };
}
