import type { Look, TextRun } from './look';
import { type TagPair, writeTags } from './write-tags';

/** Text of a cue with marks that all formats know [FM13], for what a file says of it in other ways. */
export function writeMarks(runs: readonly TextRun[]): string {
  return writeTags(runs, listTags);
}

function listTags(look: Look, { speaker }: TextRun): TagPair[] {
  const tags: TagPair[] = [];
  const add = (name: string, more = ''): void => {
    tags.push({ key: name + more, open: `<${name}${more}>`, close: `</${name}>` });
  };
  if (speaker !== undefined) add('v', ` ${toAttribute(speaker)}`);
  if (look.language !== undefined) add('lang', ` ${toAttribute(look.language)}`);
  const font =
    (look.color === undefined ? '' : ` color="${look.color}"`) +
    (look.fontFamily === undefined ? '' : ` face="${toAttribute(look.fontFamily)}"`);
  if (font !== '') add('font', font);
  if (look.bold === true) add('b');
  if (look.italic === true) add('i');
  if (look.underline === true) add('u');
  if (look.strike === true) add('s');
  if (look.ruby !== undefined) add('ruby');
  if (look.ruby === 'reading') add('rt');
  return tags;
}

function toAttribute(value: string): string {
  return value.replace(/[<>"\r\n]/gu, '').trim();
}
