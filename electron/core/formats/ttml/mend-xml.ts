import type { Repair } from '../format';

/** What is mended in the text of a file before it is XML. */
export type XmlRepairCode =
  | 'xml-ampersand'
  | 'xml-less-than'
  | 'xml-end-tag-dropped'
  | 'xml-end-tag-added'
  | 'xml-cut-off'
  | 'xml-mended'
  | 'stray-text-dropped';

/** Characters that files of the web name without saying what they are. */
export const namedCharacters: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  shy: '\u00ad',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  lrm: '\u200e',
  rlm: '\u200f',
};

const escape = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|([a-z][\w.-]{0,31}));/iu;
const ofXml = /^(?:amp|lt|gt|quot|apos)$/u;
const nameBegin = /[\p{L}_:]/u;
const tagName = /^<\/?([^\s<>/]+)/u;
const isBlock = /(?:^|:)(?:p|div)$/u;
const needsMending = /[&<]/gu;
const longestEscape = 40;

/**
 * A text made well-formed as far as this is safe: `&` and `<` that begin nothing become characters,
 * end tags that end nothing are left out, missing ones are added where an outer element ends or the
 * file does, and a tag that the file breaks off in is left out. Lines stay where they are.
 */
export function mendXml(text: string): {
  readonly text: string;
  readonly repairs: readonly Repair<XmlRepairCode>[];
} {
  const repairs: Repair<XmlRepairCode>[] = [];
  const open: string[] = [];
  const counts = new Map<string, number>();
  let written = '';
  let kept = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (at: number): number => {
    for (let feed = text.indexOf('\n', counted); feed !== -1 && feed < at;) {
      line++;
      counted = feed + 1;
      feed = text.indexOf('\n', counted);
    }
    return line;
  };
  const replace = (from: number, to: number, by: string): void => {
    written += text.slice(kept, from) + by;
    kept = to;
  };
  const leave = (): string => {
    const name = open.pop()!;
    counts.set(name, counts.get(name)! - 1);
    return name;
  };
  /** Ends what is open within an element, and the element itself where no tag does. */
  const closeUpTo = (name: string, endTag: string): void => {
    let added = '';
    for (let last = leave(); last !== name; last = leave()) added += `</${last}>`;
    added += endTag;
    if (added === '') return;
    repairs.push({ code: 'xml-end-tag-added', line: lineAt(at), after: added });
    replace(at, at, added);
  };
  let at = 0;
  while (at < text.length) {
    needsMending.lastIndex = at;
    const found = needsMending.exec(text);
    if (found === null) break;
    at = found.index;
    if (found[0] === '&') {
      if (!isEscape(text.slice(at, at + longestEscape))) {
        repairs.push({ code: 'xml-ampersand', line: lineAt(at), before: '&', after: '&amp;' });
        replace(at, at + 1, '&amp;');
      }
      at++;
      continue;
    }
    const end = findMarkEnd(text, at);
    if (end === undefined) {
      repairs.push({ code: 'xml-less-than', line: lineAt(at), before: '<', after: '&lt;' });
      replace(at, at + 1, '&lt;');
      at++;
      continue;
    }
    if (end === -1) {
      // More than the last tag would be lost: this is no end of a file, and the parser tells of it.
      if (text.includes('<', at + 1)) break;
      const before = text.slice(at, at + 80);
      repairs.push({ code: 'xml-cut-off', line: lineAt(at), before });
      replace(at, text.length, '');
      break;
    }
    const name = tagName.exec(text.slice(at, Math.min(end, at + 256)))?.[1] ?? '';
    const isTag = !/^[!?]/u.test(name);
    if (isTag && text[at + 1] === '/') {
      if ((counts.get(name) ?? 0) === 0) {
        const before = text.slice(at, end);
        repairs.push({ code: 'xml-end-tag-dropped', line: lineAt(at), before });
        replace(at, end, '');
      } else {
        closeUpTo(name, '');
      }
    } else if (isTag) {
      // No paragraph stands within another one.
      const paragraph = name.replace(isBlock, (found) => found.replace('div', 'p'));
      if ((counts.get(paragraph) ?? 0) > 0 && isBlock.test(name)) {
        closeUpTo(paragraph, `</${paragraph}>`);
      }
      if (text[end - 2] === '/') {
        at = end;
        continue;
      }
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    at = end;
  }
  let added = '';
  while (open.length > 0) added += `</${leave()}>`;
  if (added !== '') {
    const code = repairs.at(-1)?.code === 'xml-cut-off' ? 'xml-end-tag-added' : 'xml-cut-off';
    repairs.push({ code, line: lineAt(text.length), after: added });
  }
  return { text: written + text.slice(kept) + added, repairs };
}

function isEscape(text: string): boolean {
  const [whole, name] = escape.exec(text) ?? [];
  if (name === undefined) return whole !== undefined;
  return ofXml.test(name) || Object.hasOwn(namedCharacters, name);
}

/**
 * Where a mark that begins at a `<` ends; -1 where the file breaks off in it, undefined where none
 * begins. Quoted values may hold `>`.
 */
function findMarkEnd(text: string, at: number): number | undefined {
  const behind = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found === -1 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return behind('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return behind(']]>', at + 9);
  if (text.startsWith('<?', at)) return behind('?>', at + 2);
  const next = text[at + (text[at + 1] === '/' ? 2 : 1)];
  if (next === undefined) return -1;
  if (next !== '!' && !nameBegin.test(next)) return undefined;
  let quote: string | undefined;
  for (let index = at + 1; index < text.length; index++) {
    const one = text[index]!;
    if (quote !== undefined) {
      if (one === quote) quote = undefined;
    } else if (one === '>') return index + 1;
    else if (one === '<') return undefined;
    else if ((one === '"' || one === "'") && text[index - 1] === '=') quote = one;
  }
  return -1;
}
