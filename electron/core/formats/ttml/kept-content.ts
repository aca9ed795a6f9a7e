import { findAsWritten } from '../as-written';
import { cleanLines, type TimedText } from '../timed-text';
import { writeCueText } from './cue-text';
import { listLeaves } from './list-leaves';
import { parseXml } from './parse-xml';
import { wrapParts } from './read-sections';
import type { StyleResolver } from './styles';
import type { CueFrame } from './write-cues';
import { type Attributes, listElements, type XmlElement } from './xml';

const place = /\{\\an[1-9]\}/gu;

/**
 * Finds the content that a cue was read from, where reading it still gives the cue's text [FM45]. All of
 * them are parsed at once.
 */
export function makeFindKept(
  cues: readonly TimedText[],
  headers: Attributes,
  styles: StyleResolver,
): (cue: TimedText, frame: CueFrame) => string | undefined {
  const contents = new Map<TimedText, string>();
  for (const cue of cues) {
    const kept = findAsWritten(cue, 'ttml');
    if (kept !== undefined) contents.set(cue, kept);
  }
  if (contents.size === 0) return () => undefined;
  const { root } = parseXml(wrapParts([...contents.values()], headers));
  const elements = new Map<TimedText, XmlElement>();
  const holders = listElements(root.children);
  [...contents.keys()].forEach((cue, index) => {
    const holder = holders[index];
    if (holder !== undefined) elements.set(cue, holder);
  });
  return (cue, frame) => {
    const element = elements.get(cue);
    if (element === undefined) return undefined;
    const leaves = listLeaves(
      element,
      {
        look: frame.spanLook,
        baseColor: frame.aroundLook.color,
        outerLook: frame.spanLook,
        isPreserved: true,
        language: frame.language,
        agent: undefined,
      },
      styles,
    );
    const { text } = writeCueText(leaves, () => undefined);
    const isSame = cleanLines(text) === cue.sentence.text.replace(place, '');
    return isSame ? contents.get(cue) : undefined;
  };
}
