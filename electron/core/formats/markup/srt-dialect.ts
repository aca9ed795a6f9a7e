import type { MarkupDialect } from './dialect';
import { findLetterTagEnd } from './letter-tag';
import type { Look, TextRun } from './look';
import { type TagPair, writeTags } from './write-tags';

/** Tags that players know; all others that are markup are of WebVTT. */
const ownTags = new Set([
  'i',
  'b',
  'u',
  's',
  'font',
  'em',
  'strong',
  'strike',
  'br',
  'big',
  'small',
]);
const placeOverride = /^\\an[1-9]$/u;

/** Tags of one letter. */
const usualTags = 'bisu';

/** Whether all that looks like a mark is one of the few that nearly all files have, written as they are. */
export function isPlainSrt(text: string): boolean {
  if (text.includes('{')) return false;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (findLetterTagEnd(text, at, usualTags) === -1) return false;
  }
  return true;
}

/** Marks of SubRip as players take them: `<i>`, `<b>`, `<u>`, `<s>`, `<font>`, and `{\an8}` for the place. */
export const srtDialect: MarkupDialect = {
  isPlain: isPlainSrt,
  owns: (mark) => {
    if (mark.kind === 'override') return placeOverride.test(mark.body);
    if (mark.kind === 'time') return false;
    return ownTags.has(mark.name) && (mark.kind === 'close' || mark.classes.length === 0);
  },
  write: ({ runs, place }) =>
    (place === undefined || place === 2 ? '' : `{\\an${place}}`) +
    writeTags(toPlainRuby(runs), listTags),
};

/** The tags that every editing program takes; others it shows as text, or refuses the file. */
const plainTags = new Set(['i', 'b', 'u']);

/** Marks of SubRip as editing programs take them: `<i>`, `<b>` and `<u>` alone. */
export const plainSrtDialect: MarkupDialect = {
  owns: (mark) =>
    (mark.kind === 'open' || mark.kind === 'close') &&
    plainTags.has(mark.name) &&
    (mark.kind === 'close' || (mark.classes.length === 0 && mark.value === '')),
  write: ({ runs }) =>
    writeTags(toPlainRuby(runs), (look) => listTags(look).filter(({ key }) => plainTags.has(key))),
};

/** What is read above its base stands in brackets behind it. */
export function toPlainRuby(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map((run) =>
    run.look.ruby === 'reading' && run.text.trim() !== '' ? { ...run, text: `(${run.text})` } : run,
  );
}

function listTags({
  bold,
  italic,
  underline,
  strike,
  color,
  fontFamily,
  fontSize,
}: Look): TagPair[] {
  const tags: TagPair[] = [];
  const add = (name: string, attributes = ''): void => {
    tags.push({ key: name + attributes, open: `<${name}${attributes}>`, close: `</${name}>` });
  };
  const font = [
    color === undefined ? '' : ` color="${color}"`,
    fontFamily === undefined ? '' : ` face="${fontFamily.replaceAll('"', '')}"`,
    fontSize === undefined ? '' : ` size="${fontSize.replaceAll('"', '')}"`,
  ].join('');
  if (font !== '') add('font', font);
  if (bold === true) add('b');
  if (italic === true) add('i');
  if (underline === true) add('u');
  if (strike === true) add('s');
  return tags;
}
