import { SaxesParser, type SaxesTagNS } from 'saxes';
import { StudioError } from '../../errors/studio-error';
import type { Repair } from '../format';
import { mendXml, namedCharacters, type XmlRepairCode } from './mend-xml';
import { findPrefix } from './namespaces';
import { dropForbidden, writeComment, type XmlElement, type XmlNode } from './xml';

export interface XmlDocument {
  readonly root: XmlElement;
  /** Elements beside the root: XML has none. */
  readonly others: readonly XmlElement[];
  /** Of the root; empty where it has none. */
  readonly namespace: string;
  /** Comments and processing instructions before the root, as they stand. */
  readonly prolog: readonly string[];
  /** Namespaces that are not known here, by the prefixes their names have in the tree. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly repairs: readonly Repair<XmlRepairCode>[];
}

/** Far deeper than any subtitle, and far from what ends a walk by recursion with a crash. */
const mostLevels = 64;

/** Faults that leave no doubt about what was meant, by how the parser tells of them. */
const bearable =
  /undefined entity|entity name|character entity|disallowed character\.$|duplicate attribute|whitespace between attributes|unquoted attribute|attribute without value|unbound namespace prefix|outside of root|only one root|XML declaration|^expected|did not expect|must match|"\]\]>" is disallowed|malformed comment|malformed name/u;

const besideRoot = /outside of root|only one root|XML declaration must/u;

/**
 * Reads XML as a tree. What is not well-formed is mended where there is no doubt about what was meant.
 * @throws StudioError `text/unreadable` (data: `reason`, `line`)
 */
export function parseXml(given: string): XmlDocument {
  // A mark, or blanks before the declaration, are no part of what is said.
  const text = given.replace(/^\ufeff/u, '');
  try {
    return buildTree(text, []);
  } catch (thrown) {
    if (!(thrown instanceof XmlFault)) throw thrown;
    const mended = mendXml(text);
    try {
      return buildTree(mended.text, mended.repairs, 'mend');
    } catch (again) {
      if (!(again instanceof XmlFault)) throw again;
      throw unreadable(`line ${again.line}: ${again.message}`, again.line);
    }
  }
}

/** That a file cannot be read, and where. */
export function unreadable(reason: string, line: number): StudioError {
  return new StudioError('text/unreadable', reason, { data: { reason, line } });
}

/** What the parser found. */
class XmlFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

function buildTree(
  text: string,
  mended: readonly Repair<XmlRepairCode>[],
  faults: 'refuse' | 'mend' = 'refuse',
): XmlDocument {
  const repairs = [...mended];
  const names = makeNames();
  const prolog: string[] = [];
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const others: OpenElement[] = [];
  let outside = '';
  let namespace = '';
  const parser = new SaxesParser({ xmlns: true });
  if (faults === 'mend') Object.assign(parser.ENTITIES, namedCharacters);
  const addText = (characters: string): void => {
    const parent = open.at(-1);
    const last = parent?.children.at(-1);
    if (parent === undefined) {
      outside += characters;
      return;
    }
    if (last?.kind !== 'text') parent.children.push({ kind: 'text', text: characters });
    else parent.children.splice(-1, 1, { kind: 'text', text: last.text + characters });
  };
  parser.on('error', ({ message }) => {
    const problem = message.replace(/^\d+:\d+: /u, '');
    if (faults === 'refuse' || !bearable.test(problem)) throw new XmlFault(problem, parser.line);
    // What stands beside the root is told by what becomes of it.
    if (!besideRoot.test(problem)) repairs.push({ code: 'xml-mended', line: parser.line });
  });
  const tellOutside = (): void => {
    const before = outside.trim();
    if (before !== '') repairs.push({ code: 'stray-text-dropped', line: parser.line, before });
    outside = '';
  };
  parser.on('opentag', (tag) => {
    tellOutside();
    if (open.length >= mostLevels) {
      throw new XmlFault(`elements within ${mostLevels} others`, parser.line);
    }
    const element = names.toElement(tag, parser.line);
    if (open.length > 0) open.at(-1)!.children.push(element);
    else if (root === undefined) {
      root = element;
      namespace = tag.uri;
    } else others.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (comment) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push({ kind: 'comment', text: comment });
    else prolog.push(writeComment(comment));
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target.toLowerCase() !== 'xml') prolog.push(`<?${toSoundName(target)} ${body}?>`);
  });
  // What has none is read without a copy.
  parser.write(faults === 'mend' ? dropForbidden(text) : text).close();
  tellOutside();
  if (root === undefined) throw new XmlFault('there is no element', 1);
  return { root, others, namespace, prolog, namespaces: names.unknown, repairs };
}

/** Gives names their prefixes of here; those of unknown namespaces keep the ones of the file. */
function makeNames(): {
  readonly unknown: ReadonlyMap<string, string>;
  readonly toElement: (tag: SaxesTagNS, line: number) => OpenElement;
} {
  const unknown = new Map<string, string>();
  const known = new Map<string, string>();
  const toName = (found: string, prefix: string, given: string): string => {
    const local = toSoundName(given);
    if (found === '' && reserved.test(prefix)) {
      return prefix === '' || prefix === 'tt' ? local : `${prefix}:${local}`;
    }
    const namespace = found === '' ? `urn:unbound:${encodeURIComponent(prefix)}` : found;
    let mine = known.get(namespace);
    if (mine === undefined) {
      mine = findPrefix(namespace) ?? choosePrefix(prefix, unknown);
      if (findPrefix(namespace) === undefined) unknown.set(mine, namespace);
      known.set(namespace, mine);
    }
    return mine === '' ? local : `${mine}:${local}`;
  };
  return {
    unknown,
    toElement: ({ uri, prefix, local, attributes: given }, line) => {
      const attributes: Record<string, string> = {};
      for (const one of Object.values(given)) {
        if (one.prefix === 'xmlns' || one.name === 'xmlns') continue;
        attributes[toName(one.uri, one.prefix, one.local)] = one.value;
      }
      return { kind: 'element', name: toName(uri, prefix, local), attributes, children: [], line };
    },
  };
}

/** A name that can be written, of one that a broken tag may have. */
function toSoundName(name: string): string {
  if (soundName.test(name)) return name;
  const sound = name.replace(/[^\p{L}\p{N}._-]/gu, '_');
  return soundName.test(sound) ? sound : `_${sound}`;
}

const soundName = /^[\p{L}_][\p{L}\p{N}\p{M}._\u00b7-]*$/u;
const reserved = /^(?:|tt|ttp|tts|ttm|xml|xmlns|ittp|itts|ittm|ebutts|ebuttm|ebuttp|smpte)$/u;

function choosePrefix(given: string, taken: ReadonlyMap<string, string>): string {
  const sound = toSoundName(given);
  const base = reserved.test(sound) ? `x${sound}` : sound;
  let prefix = base;
  for (let number = 2; taken.has(prefix); number++) prefix = `${base}${number}`;
  return prefix;
}
