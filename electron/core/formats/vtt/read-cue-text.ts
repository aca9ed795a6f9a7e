import { markupPattern } from '../../transcript/markup';
import type { Repair } from '../format';
import type { SharedRepairCode } from '../repairs';
import type { TimeMark } from '../timed-words';
import { decodeReferences } from './character-references';
import { type CueTextToken, tokeniseCueText, trimAnnotation } from './cue-text-tokens';
import { isCueTag } from './cue-tree';
import { isPlainlyMarked } from './simple-tags';
import { formatTimestamp, readTimestamp } from './timestamp';

type StartTag = Extract<CueTextToken, { kind: 'start' }>;

/** The text of a cue as a sentence has it. */
export interface CueText {
  readonly text: string;
  readonly speaker?: string;
  /** Classes of the speaker's voice, parted by points. */
  readonly voiceClasses?: string;
  readonly marks: readonly TimeMark[];
}

/** Stands behind a bracket that is a character and would read as the begin of a mark. */
export const guard = '\u2060';

const noMarks: readonly TimeMark[] = [];
const wholeMark = new RegExp(`^(?:${markupPattern.source})$`, 'iu');

/**
 * The text of a WebVTT cue with its marks in it, its escapes as characters, and who says it: the voice
 * it begins with, whose tags are left out. Each tag that says nothing is left out and is a repair.
 *
 * @param firstLine of the text in its file, from 1
 */
export function readCueText(
  payload: string,
  firstLine: number,
  repairs: Repair<SharedRepairCode>[],
): CueText {
  if (!payload.includes('<')) {
    if (!payload.includes('&')) return { text: payload, marks: noMarks };
    return { text: guardBrackets(decodeReferences(payload)), marks: noMarks };
  }
  if (isPlainlyMarked(payload)) return { text: payload, marks: noMarks };
  const marks: TimeMark[] = [];
  let text = '';
  let line = firstLine;
  let isAnySaid = false;
  let first: { readonly name: string; readonly classes: string } | undefined;
  /** Voices that are open: whether their tags are left out. */
  const voices: boolean[] = [];
  const drop = (before: string): void => {
    repairs.push({ code: 'markup-dropped', line, before });
  };
  const startVoice = (tag: StartTag): void => {
    const name = trimAnnotation(decodeReferences(tag.annotation));
    const classes = tag.classes.join('.');
    if (first === undefined && name !== '' && !isAnySaid) first = { name, classes };
    const isFirst = first?.name === name && first.classes === classes && voices.length === 0;
    voices.push(isFirst);
    if (!isFirst) text += formatTag('v', tag.classes, name);
  };
  for (const token of tokeniseCueText(payload)) {
    if (token.kind === 'text') {
      const said = guardBrackets(decodeReferences(token.raw));
      text += said;
      isAnySaid ||= !isBlank(said);
    } else if (token.kind === 'time') {
      const atMs = readTimestamp(token.value);
      if (atMs === undefined) drop(token.raw);
      else {
        marks.push({ offset: text.length, atMs });
        text += wholeMark.test(token.raw) ? token.raw : `<${formatTimestamp(atMs)}>`;
      }
    } else if (token.kind === 'start' && token.name === 'v') startVoice(token);
    else if (token.kind === 'end' && token.name === 'v') {
      if (voices.pop() !== true) text += token.raw;
    } else if (wholeMark.test(token.raw)) text += token.raw;
    else if (token.kind === 'start' && isCueTag(token.name)) {
      text += formatTag(token.name, token.classes, trimAnnotation(token.annotation));
    } else drop(token.raw);
    line += token.raw.split('\n').length - 1;
  }
  return {
    text,
    marks,
    ...(first === undefined ? undefined : { speaker: first.name }),
    ...(first === undefined || first.classes === '' ? undefined : { voiceClasses: first.classes }),
  };
}

/** Whether nothing is said yet: at most tags stand there. */
function isBlank(text: string): boolean {
  return text.replace(markupPattern, '').trim() === '';
}

function formatTag(name: string, classes: readonly string[], annotation: string): string {
  const more = annotation.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${[name, ...classes].join('.')}${more === '' ? '' : ` ${more}`}>`;
}

/** With a guard in all that was escaped and would be a mark else. */
function guardBrackets(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replaceAll(`<${guard}`, `<${guard}${guard}`)
    .replace(markupPattern, (found) =>
      found.startsWith('<') ? `<${guard}${found.slice(1)}` : found,
    );
}
