import type { StyleResolver } from './styles';
import type { Interval, Timeline } from './timeline';
import { listElements, type XmlElement, type XmlNode } from './xml';

/** When something is seen: {@link Interval}s in order, none touching the next. */
export type FindPresence = (
  leaf: XmlNode,
  path: readonly XmlElement[],
  region: XmlElement | undefined,
) => readonly Interval[];

/** Attributes by which something that is active is not seen. */
const hiding = /^tts:(?:display|visibility)$/u;

/**
 * Tells when characters are seen: while they and all around them are active, and neither a style nor an
 * animation (`set`) hides them or their region.
 */
export function makeFindPresence(
  { intervals }: Pick<Timeline, 'intervals'>,
  styles: StyleResolver,
): FindPresence {
  const animations = new Map<XmlElement, readonly XmlElement[]>();
  const listAnimations = (element: XmlElement): readonly XmlElement[] => {
    let known = animations.get(element);
    if (known === undefined) {
      known = listElements(element.children).filter(
        ({ name, attributes }) => name === 'set' && mayHide(attributes),
      );
      animations.set(element, known);
    }
    return known;
  };
  const specified = new Map<XmlElement, Readonly<Record<string, string>> | undefined>();
  /** What an element says that may hide it, which hardly any does. */
  const specify = (element: XmlElement): Readonly<Record<string, string>> | undefined => {
    if (!specified.has(element)) {
      const all = styles.specify(element.attributes);
      specified.set(element, mayHide(all) ? all : undefined);
    }
    return specified.get(element);
  };
  const isActive = (element: XmlElement, atMs: number): boolean => {
    const interval = intervals.get(element);
    return interval === undefined || (interval.beginMs <= atMs && atMs < interval.endMs);
  };
  const isSeen = (chain: readonly XmlElement[], atMs: number): boolean => {
    let isVisible = styles.table.initial['tts:visibility'] !== 'hidden';
    for (const element of chain) {
      const said = Object.assign({}, specify(element));
      for (const one of listAnimations(element)) {
        if (isActive(one, atMs)) Object.assign(said, one.attributes);
      }
      if (said['tts:display'] === 'none') return false;
      const visibility = said['tts:visibility'];
      if (visibility !== undefined) isVisible = visibility !== 'hidden';
    }
    return isVisible;
  };
  return (leaf, path, region) => {
    const interval = intervals.get(leaf);
    if (interval === undefined || !(interval.beginMs < interval.endMs)) return [];
    const chain = region === undefined ? path : [region, ...path];
    const during = region === undefined ? undefined : intervals.get(region);
    const times = [interval.beginMs, interval.endMs];
    const add = ({ beginMs, endMs }: Interval): void => {
      for (const timeMs of [beginMs, endMs]) {
        if (timeMs > interval.beginMs && timeMs < interval.endMs) times.push(timeMs);
      }
    };
    if (during !== undefined) add(during);
    let mayBeHidden = during !== undefined && (during.beginMs > 0 || during.endMs < Infinity);
    for (const element of chain) {
      for (const one of listAnimations(element)) add(intervals.get(one)!);
      mayBeHidden ||= listAnimations(element).length > 0 || specify(element) !== undefined;
    }
    mayBeHidden ||= styles.table.initial['tts:visibility'] === 'hidden';
    if (!mayBeHidden) return [interval];
    times.sort((left, right) => left - right);
    const seen: Interval[] = [];
    for (let index = 1; index < times.length; index++) {
      const beginMs = times[index - 1]!;
      const endMs = times[index]!;
      if (beginMs === endMs) continue;
      if ((region !== undefined && !isActive(region, beginMs)) || !isSeen(chain, beginMs)) continue;
      const last = seen.at(-1);
      if (last?.endMs === beginMs) seen.splice(-1, 1, { beginMs: last.beginMs, endMs });
      else seen.push({ beginMs, endMs });
    }
    return seen;
  };
}

function mayHide(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) if (hiding.test(name)) return true;
  return false;
}
