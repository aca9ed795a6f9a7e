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
  const first = texts.findIndex(isSaid);
  const last = texts.findLastIndex(isSaid);
  const runs: TextRun[] = [];
  const placed: Leaf[] = [];
  leaves.forEach((leaf, index) => {
    // Breaks and blanks before and behind all that is said are no lines of the text.
    if (texts[index] === '' || index < first || index > last) return;
    const from = index === first ? texts[index]!.trimStart() : texts[index]!;
    const text = index === last ? from.trimEnd() : from;
    const isMarked = marked.has(leaf);
    if (isMarked) placed.push(leaf);
    const { look } = leaf;
    const speaker = isSaid(text) ? findSpeaker(leaf) : undefined;
    const shown = isMarked ? markPlaces(text) : text;
    if (speaker === undefined) runs.push({ text: shown, look });
    else runs.push(...splitBlanks(shown).map((part) => giveSpeaker({ text: part, look }, speaker)));
  });
  const written = writeMarks(joinSpeakers(runs));
  return placed.length === 0 ? { text: written, places: [] } : takePlaces(written, placed);
}

function giveSpeaker(run: TextRun, speaker: string): TextRun {
  return isSaid(run.text) ? { ...run, speaker } : run;
}

/** Blanks at the ends, and what is said between. */
function splitBlanks(text: string): readonly string[] {
  const begin = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return [text.slice(0, begin), text.slice(begin, end), text.slice(end)].filter(
    (part) => part !== '',
  );
}

/** Blanks are those of a speaker where he speaks before and behind them. */
function joinSpeakers(runs: readonly TextRun[]): readonly TextRun[] {
  if (!runs.some(({ speaker }) => speaker !== undefined)) return runs;
  const behind: (string | undefined)[] = [];
  let next: string | undefined;
  for (const run of runs.toReversed()) {
    if (isSaid(run.text)) next = run.speaker;
    behind.push(next);
  }
  behind.reverse();
  let before: string | undefined;
  return runs.map((run, index) => {
    if (isSaid(run.text)) before = run.speaker;
    else if (before !== undefined && before === behind[index]) return { ...run, speaker: before };
    return run;
  });
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
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
  return texts;
}
