import type { Repair } from '../format';
import { parseTime, type TimeParameters } from './time-parameters';
import type { XmlElement, XmlNode } from './xml';

/** When something is there: from its begin up to its end, in ms that need not be whole. */
export interface Interval {
  readonly beginMs: number;
  /** `Infinity` where nothing ends it. */
  readonly endMs: number;
}

export type TimeRepairCode = 'ttml-time-ignored' | 'time-rewritten';

export interface Timeline {
  /** Of the body, what is within it, the regions, and the animations of all of these. */
  readonly intervals: ReadonlyMap<XmlNode, Interval>;
  /** Whether an element has times of its own. */
  readonly timed: ReadonlySet<XmlNode>;
  readonly repairs: readonly Repair<TimeRepairCode>[];
}

/** Elements in which characters are said, each run of them a timed thing of its own. */
const holdsText = new Set(['p', 'span']);
/** What is timed within others; all else has no part in time. */
const isTimed = new Set(['body', 'div', 'p', 'span', 'br', 'set', 'animate', 'region', 'image']);
const animations = new Set(['set', 'animate']);

/**
 * When the parts of a document are active (TTML2 §12, SMIL 2.1): a child of `par` counts from the begin
 * of its parent, one of `seq` from the end of the child before it, none lasts longer than its parent,
 * and what names no end lasts as its content does.
 */
export function resolveTimes(roots: readonly XmlElement[], parameters: TimeParameters): Timeline {
  const intervals = new Map<XmlNode, Interval>();
  const timed = new Set<XmlNode>();
  const repairs: Repair<TimeRepairCode>[] = [];
  const read = (element: XmlElement, name: string): number | undefined => {
    const before = element.attributes[name];
    if (before === undefined) return undefined;
    const { line } = element;
    const time = parseTime(before, parameters);
    if (time === undefined) {
      repairs.push({ code: 'ttml-time-ignored', line, before: `${name}="${before}"` });
      return undefined;
    }
    timed.add(element);
    if (!time.isStrict) {
      const after = `${Math.round(time.timeMs)}ms`;
      repairs.push({ code: 'time-rewritten', line, before, after });
    }
    return time.timeMs;
  };
  /** Gives the end it would have if its parent had none. */
  const place = (element: XmlElement, fromMs: number, latestMs: number): number => {
    const begin = fromMs + (read(element, 'begin') ?? 0);
    const end = read(element, 'end');
    const length = read(element, 'dur');
    const isOpen = end === undefined && length === undefined;
    const asked = Math.min(
      end === undefined ? Infinity : fromMs + end,
      length === undefined ? Infinity : begin + length,
    );
    const inner = placeChildren(element, begin, Math.min(latestMs, asked));
    const wanted = isOpen ? inner : asked;
    intervals.set(element, { beginMs: begin, endMs: Math.min(latestMs, wanted) });
    return wanted;
  };
  const placeChildren = (element: XmlElement, beginMs: number, latestMs: number): number => {
    const isSequence = element.attributes['timeContainer'] === 'seq';
    const { name } = element;
    if (name === 'br' || name === 'image' || animations.has(name) || name === 'region') {
      for (const child of element.children) {
        if (child.kind === 'element' && animations.has(child.name)) place(child, beginMs, latestMs);
      }
      return Infinity;
    }
    let implicit = beginMs;
    let from = beginMs;
    for (const child of element.children) {
      let end: number;
      if (child.kind === 'text') {
        if (!holdsText.has(name)) continue;
        // Characters last as long as what they are in, and in a sequence no time at all.
        end = isSequence ? from : Infinity;
        intervals.set(child, { beginMs: from, endMs: Math.min(end, latestMs) });
      } else if (child.kind === 'comment' || !isTimed.has(child.name)) {
        continue;
      } else if (animations.has(child.name)) {
        place(child, beginMs, latestMs);
        continue;
      } else if (child.name === 'br' && isSequence) {
        end = from;
        intervals.set(child, { beginMs: from, endMs: from });
      } else {
        end = place(child, from, latestMs);
      }
      if (isSequence) from = end;
      implicit = isSequence ? end : Math.max(implicit, end);
    }
    return implicit;
  };
  for (const root of roots) place(root, 0, Infinity);
  return { intervals, timed, repairs };
}
