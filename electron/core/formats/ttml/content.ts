import { readLook } from '../markup/read-look';
import type { Look, TextRun } from '../markup/look';
import type { Leaf } from './list-leaves';
import { pick } from './restate-times';
import type { ComputedLook } from './styles';
import { type Attributes, escapeText, writeAttributes, writeComment, type XmlNode } from './xml';

/** How a run of characters is written. */
export interface SpanWriter {
  /** Attributes of a span that looks so. */
  readonly describe: (look: Look, run: TextRun) => Attributes;
}

/** What stands around characters of some look, beside what its cue gives them already. */
export function describeLook(look: Look, outer: ComputedLook): Attributes {
  const attributes: Record<string, string> = {};
  const italic = look.italic === true;
  const bold = look.bold === true;
  if (italic !== outer.italic) attributes['tts:fontStyle'] = italic ? 'italic' : 'normal';
  if (bold !== outer.bold) attributes['tts:fontWeight'] = bold ? 'bold' : 'normal';
  const decoration = [
    decorate(look.underline === true, outer.underline, 'underline', 'noUnderline'),
    decorate(look.strike === true, outer.strike, 'lineThrough', 'noLineThrough'),
  ].filter((word) => word !== '');
  if (decoration.length > 0) attributes['tts:textDecoration'] = decoration.join(' ');
  if (look.color !== undefined && look.color !== (outer.color ?? '#ffffff')) {
    attributes['tts:color'] = look.color;
  }
  if (look.fontFamily !== undefined && look.fontFamily !== outer.fontFamily) {
    attributes['tts:fontFamily'] = look.fontFamily;
  }
  if (look.language !== undefined) attributes['xml:lang'] = look.language;
  return attributes;
}

function decorate(isOn: boolean, wasOn: boolean, on: string, off: string): string {
  return isOn === wasOn ? '' : isOn ? on : off;
}

/** A text with the marks of any format as the content of a paragraph. */
export function writeContent(text: string, writer: SpanWriter): string {
  return writeRuns(readLook(text).runs, writer);
}

/** Runs as spans; a base and its readings stand in a ruby of their own. */
export function writeRuns(runs: readonly TextRun[], { describe }: SpanWriter): string {
  let written = '';
  let before: Look['ruby'];
  for (const run of runs) {
    const { ruby } = run.look;
    // A base behind a reading belongs to the next ruby.
    const isNext = ruby === 'base' && before === 'reading';
    if (before !== undefined && (ruby === undefined || isNext)) written += '</span>';
    if (ruby !== undefined && (before === undefined || isNext)) {
      written += '<span tts:ruby="container">';
    }
    before = ruby;
    const kind = ruby === undefined ? {} : { 'tts:ruby': ruby === 'base' ? 'base' : 'text' };
    const attributes = { ...kind, ...describe(run.look, run) };
    const inside = run.text.split('\n').map(escapeText).join('<br/>');
    written +=
      Object.keys(attributes).length === 0
        ? inside
        : `<span${writeAttributes(attributes)}>${inside}</span>`;
  }
  return before === undefined ? written : `${written}</span>`;
}

/** Content as it stands, without blanks that are not shown and without times. */
export function keepContent(
  nodes: readonly XmlNode[],
  texts: ReadonlyMap<XmlNode, string>,
): string {
  let written = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      const text = texts.get(node) ?? (node.text.trim() === '' ? '' : node.text);
      written += escapeText(text).replaceAll('\n', '<br/>');
    } else if (node.kind === 'comment') written += writeComment(node.text);
    else {
      const inside = keepContent(node.children, texts);
      const attributes = pick(node.attributes, (name) => name !== 'xml:space');
      if (node.name === 'span' && Object.keys(attributes).length === 0) {
        written += inside;
        continue;
      }
      const start = `<${node.name}${writeAttributes(attributes)}`;
      written += inside === '' ? `${start}/>` : `${start}>${inside}</${node.name}>`;
    }
  }
  return written;
}

/** Text of leaves by their nodes. */
export function mapTexts(
  leaves: readonly Leaf[],
  texts: readonly string[],
): ReadonlyMap<XmlNode, string> {
  return new Map(leaves.map((leaf, index) => [leaf.node, texts[index]!]));
}

const tag = /<(?!br\/>)[^>]*>/gu;
const oddBlanks = /^[ \t]|[ \t]$|[ \t]{2}|\t|[ \t]<br\/>|<br\/>[ \t]/u;

/** Whether blanks of a content would be lost where they are not preserved. */
export function needsPreserve(content: string): boolean {
  return oddBlanks.test(content.replace(tag, ''));
}
