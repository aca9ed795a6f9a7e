/** Attributes by their names with the prefixes of `namespaces.ts`, in the order of the file. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlElement {
  readonly kind: 'element';
  /** With the prefix of `namespaces.ts`, or that of the file where the namespace is unknown. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
  /** From 1. */
  readonly line: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export interface XmlComment {
  readonly kind: 'comment';
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

/** The elements among some nodes. */
export function listElements(nodes: readonly XmlNode[]): readonly XmlElement[] {
  return nodes.filter((node): node is XmlElement => node.kind === 'element');
}

/** The first child of that name. */
export function findChild(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return listElements(parent?.children ?? []).find((child) => child.name === name);
}

/** All characters within an element. */
export function readAllText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else if (child.kind === 'element') text += readAllText(child);
  }
  return text;
}

/** Characters that no XML file may have. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;

/** Without characters that no file may have. */
export function dropForbidden(text: string): string {
  return text.replace(forbidden, '');
}

export function escapeText(text: string): string {
  return dropForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeValue(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

/** ` name="value"` for each. */
export function writeAttributes(attributes: Attributes): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    written += ` ${name}="${escapeValue(value)}"`;
  }
  return written;
}

/** An element as a file has it. @param inside what stands between its tags, written already */
export function writeElement(name: string, attributes: Attributes, inside = ''): string {
  const start = `<${name}${writeAttributes(attributes)}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** Nodes as a file has them, with the prefixes of `namespaces.ts`. */
export function writeNodes(nodes: readonly XmlNode[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: XmlNode): string {
  if (node.kind === 'text') return escapeText(node.text);
  if (node.kind === 'comment') return writeComment(node.text);
  return writeElement(node.name, node.attributes, writeNodes(node.children));
}

export function writeComment(text: string): string {
  // Two dashes would end it.
  const sound = dropForbidden(text).replace(/-(?=-|$)/gu, '- ');
  return `<!--${sound}-->`;
}
