import type { TextRun } from '../markup/look';
import { writeMarks } from '../markup/write-marks';
import type { Leaf } from './list-leaves';

/** Who says a leaf, where this is told of it apart from its cue. */
export type FindSpeaker = (leaf: Leaf) => string | undefined;

/** Stands before a leaf while its place in the marked text is looked for; no XML file may have it. */
const placeMark = '\0';

/**
 * The text of a cue: blanks as XML has them, lines parted by line feeds, looks as marks [FM13].
 * @param marked leaves whose places in the text are wanted
 */
export function writeCueText(
  leaves: readonly Leaf[],
  findSpeaker: FindSpeaker,
  marked: ReadonlySet<Leaf> = new Set(),
): { readonly text: string; readonly places: readonly CuePlace[] } {
  const texts = layOutBlanks(leaves);
  const runs: TextRun[] = [];
  const placed: Leaf[] = [];
  leaves.forEach((leaf, index) => {
    const text = texts[index]!;
    if (text === '') return;
    const isMarked = marked.has(leaf);
    if (isMarked) placed.push(leaf);
    const speaker = findSpeaker(leaf);
    const shown = isMarked ? markPlaces(text) : text;
    const { look } = leaf;
    runs.push(speaker === undefined ? { text: shown, look } : { text: shown, look, speaker });
  });
  const written = writeMarks(runs);
  return placed.length === 0 ? { text: written, places: [] } : takePlaces(written, placed);
}

export interface CuePlace {
  readonly leaf: Leaf;
  /** Into the text: of its first character that is no blank, and behind the last one. */
  readonly offset: number;
  readonly endOffset: number;
}

function markPlaces(text: string): string {
  const begin = text.length - text.trimStart().length;
  const end = Math.max(begin, text.trimEnd().length);
  return text.slice(0, begin) + placeMark + text.slice(begin, end) + placeMark + text.slice(end);
}

function takePlaces(
  written: string,
  placed: readonly Leaf[],
): { readonly text: string; readonly places: readonly CuePlace[] } {
  const parts = written.split(placeMark);
  const places: CuePlace[] = [];
  let text = parts[0]!;
  for (let index = 1; index < parts.length; index += 2) {
    const offset = text.length;
    text += parts[index]!;
    places.push({ leaf: placed[places.length]!, offset, endOffset: text.length });
    text += parts[index + 1] ?? '';
  }
  return { text, places };
}

const blanks = /[\t\r\n ]+/gu;

/** The text of each leaf with its blanks as they are shown (XSL 1.1 `white-space-treatment`). */
export function layOutBlanks(leaves: readonly Leaf[]): readonly string[] {
  const texts: string[] = [];
  /** The last one with text, and whether a blank at its end would be shown. */
  let last = -1;
  let isOpen = false;
  const cutEnd = (): void => {
    if (last >= 0 && isOpen) texts[last] = texts[last]!.replace(/ $/u, '');
  };
  leaves.forEach((leaf, index) => {
    let { text } = leaf;
    if (leaf.isBreak) cutEnd();
    else if (leaf.isPreserved) text = text.replace(/\r\n?/gu, '\n');
    else {
      text = text.replace(blanks, ' ');
      const before = last < 0 ? '\n' : texts[last]!.at(-1);
      if (text.startsWith(' ') && (before === '\n' || before === ' ')) text = text.slice(1);
    }
    texts.push(text);
    if (text === '') return;
    last = index;
    isOpen = !leaf.isBreak && !leaf.isPreserved;
  });
  cutEnd();
  cutBlankLines(leaves, texts);
  return texts;
}

/** Blank lines at the ends are there for the layout of the file, even where blanks are preserved. */
function cutBlankLines(leaves: readonly Leaf[], texts: string[]): void {
  const first = texts.findIndex((text) => text !== '');
  const last = texts.findLastIndex((text) => text !== '');
  if (first === -1) return;
  if (leaves[first]!.isPreserved && !leaves[first]!.isBreak) {
    const text = texts[first]!;
    const begin = text.length - text.trimStart().length;
    texts[first] = text.slice(begin === 0 ? 0 : text.lastIndexOf('\n', begin - 1) + 1);
  }
  if (leaves[last]!.isPreserved && !leaves[last]!.isBreak) texts[last] = texts[last]!.trimEnd();
}
