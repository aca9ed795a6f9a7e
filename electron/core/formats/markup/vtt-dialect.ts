import { formatTimecode } from '../../timing/timecode';
import type { MarkupDialect } from './dialect';
import { type Look, nameColor, type TextRun } from './look';
import { type TagPair, writeTags } from './write-tags';

/** Tags of the standard; all others that are markup are of SubRip. */
const ownTags: ReadonlySet<string> = new Set(['i', 'b', 'u', 'c', 'v', 'ruby', 'rt', 'lang']);
/** Word joiner behind a bracket that is a character, so that it reads as no mark [FM22]. */
const guarded = /<\u2060/gu;

/** Characters as WebVTT has them; what keeps them from being read as marks goes. */
export function escapeVtt(characters: string): string {
  return characters
    .replace(guarded, '<')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Marks of WebVTT: `<i>`, `<b>`, `<u>`, classes, voices, languages, ruby and times. */
export const vttDialect: MarkupDialect = {
  owns: (mark) => mark.kind === 'time' || (mark.kind !== 'override' && ownTags.has(mark.name)),
  escape: escapeVtt,
  write: ({ runs }) =>
    writeTags(runs, listTags, (text, { atMs }) =>
      atMs === undefined ? escapeVtt(text) : `<${formatTimecode(atMs, '.')}>${escapeVtt(text)}`,
    ),
};

function listTags(look: Look, { speaker }: TextRun): TagPair[] {
  const { bold, italic, underline, ruby, language } = look;
  const tags: TagPair[] = [];
  const add = (name: string, more = ''): void => {
    tags.push({ key: name + more, open: `<${name}${more}>`, close: `</${name}>` });
  };
  if (speaker !== undefined) add('v', ` ${escapeVtt(speaker)}`);
  if (language !== undefined) add('lang', ` ${escapeVtt(language)}`);
  if (ruby !== undefined) add('ruby');
  if (ruby === 'reading') add('rt');
  const classes = listClasses(look);
  if (classes.length > 0) add('c', `.${classes.join('.')}`);
  if (bold === true) add('b');
  if (italic === true) add('i');
  if (underline === true) add('u');
  return tags;
}

/** Classes for what has no tag; those that the standard does not know need {@link listClassRules}. */
function listClasses({ classes = [], color, strike, fontFamily }: Look): readonly string[] {
  return [
    ...classes,
    ...(color === undefined ? [] : [nameColor(color) ?? `color-${color.slice(1)}`]),
    ...(strike === true ? ['strike'] : []),
    ...(fontFamily === undefined ? [] : [nameFont(fontFamily)]),
  ];
}

/** What styles say of classes that stand for a look the standard has no name for. */
export function listClassRules({ color, strike, fontFamily }: Look): readonly string[] {
  return [
    ...(color === undefined || nameColor(color) !== undefined
      ? []
      : [`::cue(.color-${color.slice(1)}) { color: ${color}; }`]),
    ...(strike === true ? ['::cue(.strike) { text-decoration: line-through; }'] : []),
    ...(fontFamily === undefined
      ? []
      : [`::cue(.${nameFont(fontFamily)}) { font-family: "${plainFont(fontFamily)}"; }`]),
  ];
}

function plainFont(fontFamily: string): string {
  return fontFamily.replace(/["\\<>\n\r{}]/gu, '').trim();
}

function nameFont(fontFamily: string): string {
  return `font-${plainFont(fontFamily).replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
