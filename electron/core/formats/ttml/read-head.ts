import type { Region } from '../../records/kinds/region-kind';
import type { Style } from '../../records/kinds/style-kind';
import { makeStyleResolver, type StyleResolver } from './styles';
import { pick, restateTimes } from './restate-times';
import type { TimeParameters } from './time-parameters';
import {
  type Attributes,
  findChild,
  listElements,
  readAllText,
  writeNodes,
  type XmlElement,
  type XmlNode,
} from './xml';

/** A part of the head that is kept word for word. */
export interface HeadSection {
  readonly name: 'metadata' | 'head' | 'styling' | 'layout';
  readonly element: XmlElement;
}

export interface Head {
  readonly styles: StyleResolver;
  readonly styleRecords: readonly Style[];
  readonly regionRecords: readonly Region[];
  /** By their ids, with what the styles within them say. */
  readonly regionElements: ReadonlyMap<string, XmlElement>;
  readonly sections: readonly HeadSection[];
  /** Names of agents, by their ids. */
  readonly agents: ReadonlyMap<string, string>;
}

/** Name of the setting of a region that holds its animations and what is told of it. */
export const contentSetting = 'content';

const format = 'ttml';

/** Styles, regions and agents of a document, and all else that its head says. */
export function readHead(root: XmlElement, parameters: TimeParameters): Head {
  const head = findChild(root, 'head');
  const sections: HeadSection[] = [];
  const styles = new Map<string, Attributes>();
  const regions = new Map<string, XmlElement>();
  let initial: Attributes = {};
  for (const element of listElements(head?.children ?? [])) {
    if (element.name === 'styling') {
      for (const child of listElements(element.children)) {
        const id = child.attributes['xml:id'];
        if (child.name === 'style' && id !== undefined && child.children.length === 0) {
          styles.set(id, withoutId(child.attributes));
          continue;
        }
        if (child.name === 'initial') initial = { ...initial, ...child.attributes };
        sections.push({ name: 'styling', element: child });
      }
    } else if (element.name === 'layout') {
      for (const child of listElements(element.children)) {
        if (child.name !== 'region') sections.push({ name: 'layout', element: child });
        else regions.set(child.attributes['xml:id'] ?? `region-${regions.size + 1}`, child);
      }
    } else {
      sections.push({ name: element.name === 'metadata' ? 'metadata' : 'head', element });
    }
  }
  return finishHead({ head, sections, styles, regions, initial, parameters });
}

function finishHead({
  head,
  sections,
  styles,
  regions,
  initial,
  parameters,
}: {
  readonly head: XmlElement | undefined;
  readonly sections: readonly HeadSection[];
  readonly styles: ReadonlyMap<string, Attributes>;
  readonly regions: ReadonlyMap<string, XmlElement>;
  readonly initial: Attributes;
  readonly parameters: TimeParameters;
}): Head {
  const alone = makeStyleResolver({ styles, regions: new Map(), initial });
  const regionElements = new Map<string, XmlElement>();
  const regionRecords = [...regions].map(([id, element], place): Region => {
    const { settings, content } = readRegion(element, alone, parameters);
    regionElements.set(id, { ...element, attributes: { ...settings, ...element.attributes } });
    const kept = content === '' ? settings : { ...settings, [contentSetting]: content };
    return { id, place, format, settings: kept };
  });
  const settingsOf = ({ settings }: Style | Region): Attributes =>
    pick(settings, (name) => name !== contentSetting);
  const table = {
    styles,
    regions: new Map(regionRecords.map((record) => [record.id, settingsOf(record)])),
    initial,
  };
  const styleRecords = [...styles].map(([id, settings], place): Style => ({
    id,
    place,
    format,
    settings,
  }));
  return {
    styles: makeStyleResolver(table),
    styleRecords,
    regionRecords,
    regionElements,
    sections,
    agents: head === undefined ? new Map() : readAgents(head),
  };
}

/** What a region says of itself, with the styles that stand within it. */
function readRegion(
  element: XmlElement,
  styles: StyleResolver,
  parameters: TimeParameters,
): { readonly settings: Attributes; readonly content: string } {
  const nested = listElements(element.children).filter(({ name }) => name === 'style');
  const { attributes } = restateTimes({ ...element, children: [] }, parameters);
  const settings = Object.assign(
    {},
    ...nested.map((style) => withoutId(styles.specify(style.attributes))),
    withoutId(attributes),
  ) as Attributes;
  const others = listElements(element.children)
    .filter(({ name }) => name !== 'style')
    .map((child) => restateTimes(child, parameters));
  const { style, ...rest } = settings;
  const own = attributes['style'];
  return {
    // The references of nested styles were followed; only the region's own one is left.
    settings: own === undefined && style !== undefined ? rest : settings,
    content: writeNodes(others),
  };
}

function withoutId(attributes: Attributes): Attributes {
  return pick(attributes, (name) => name !== 'xml:id');
}

/** The agents that a head names, wherever they stand in it. */
export function readAgents(parent: XmlElement): ReadonlyMap<string, string> {
  const agents = new Map<string, string>();
  const visit = (nodes: readonly XmlNode[]): void => {
    for (const element of listElements(nodes)) {
      const id = element.attributes['xml:id'];
      if (element.name === 'ttm:agent' && id !== undefined) {
        const name = findChild(element, 'ttm:name');
        const said = name === undefined ? '' : readAllText(name).trim().replace(/\s+/gu, ' ');
        agents.set(id, said === '' ? id : said);
      } else visit(element.children);
    }
  };
  visit([parent]);
  return agents;
}
