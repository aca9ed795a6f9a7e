import type { FormatDocument } from '../format-document';
import { type DivLevel, readLevels } from './div-context';
import { writtenNamespaces, ttmlNamespace } from './namespaces';
import { parseXml } from './parse-xml';
import { contentSetting } from './read-head';
import { sectionNames } from './section-names';
import { pick } from './restate-times';
import type { StyleTable } from './styles';
import { type Attributes, listElements, writeAttributes, type XmlElement } from './xml';

/** What a document keeps of the TTML file it was read from. */
export interface KeptParts {
  readonly headers: Attributes;
  readonly prolog: readonly string[];
  /** As they stand, by the names of their sections. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** The same, parsed. */
  readonly elements: ReadonlyMap<string, readonly XmlElement[]>;
  readonly body: readonly DivLevel[];
  readonly divisions: readonly (readonly DivLevel[])[];
}

const format = 'ttml';

/** Namespaces of the document, beside the ones that are always there. */
export function listNamespaces(headers: Attributes): Attributes {
  return pick(headers, (name) => name.startsWith('xmlns:'));
}

/** Parts of a file within one root, so that they can be read together. */
export function wrapParts(parts: readonly string[], headers: Attributes): string {
  const known = Object.fromEntries(
    writtenNamespaces.map(([prefix, value]) => [`xmlns:${prefix}`, value]),
  );
  const namespaces = { xmlns: ttmlNamespace, ...known, ...listNamespaces(headers) };
  return `<tt${writeAttributes(namespaces)}>${parts.map((part) => `<p>${part}</p>`).join('')}</tt>`;
}

/** @throws StudioError `text/unreadable` where a section is no XML, which nothing that was read gives */
export function readSections({ source }: FormatDocument): KeptParts {
  const isOwn = source?.format === format;
  const headers = Object.fromEntries(
    isOwn ? (source.headers ?? []).map(({ name, value }) => [name, value]) : [],
  );
  const sections = isOwn ? (source.sections ?? []) : [];
  const isProlog = (name: string): boolean => name === sectionNames.prolog;
  const parsed = sections.filter(({ name }) => !isProlog(name));
  const { root } = parseXml(
    wrapParts(
      parsed.map(({ text }) => text),
      headers,
    ),
  );
  const texts = new Map<string, string[]>();
  const elements = new Map<string, XmlElement[]>();
  listElements(root.children).forEach((holder, index) => {
    const { name, text } = parsed[index]!;
    const [element] = listElements(holder.children);
    if (element === undefined) return;
    addTo(texts, name, text);
    addTo(elements, name, element);
  });
  return {
    headers,
    prolog: sections.filter(({ name }) => isProlog(name)).map(({ text }) => text),
    texts,
    elements,
    body: readLevels(elements.get(sectionNames.body)?.[0]),
    divisions: (elements.get(sectionNames.division) ?? []).map(readLevels),
  };
}

function addTo<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}

/** Styles and regions that are written, as reading the file would find them. */
export function makeStyleTable(document: FormatDocument, { elements }: KeptParts): StyleTable {
  const initial = (elements.get(sectionNames.styling) ?? [])
    .filter(({ name }) => name === 'initial')
    .map(({ attributes }) => attributes);
  return {
    styles: new Map(listOwn(document.styles).map(({ id, settings }) => [id, settings])),
    regions: new Map(
      listOwn(document.regions).map(({ id, settings }) => [
        id,
        pick(settings, (name) => name !== contentSetting),
      ]),
    ),
    initial: Object.assign({}, ...initial) as Attributes,
  };
}

/** Records that are in the words of TTML. */
export function listOwn<Value extends { readonly format: string }>(
  records: readonly Value[] = [],
): readonly Value[] {
  return records.filter((record) => record.format === format);
}
