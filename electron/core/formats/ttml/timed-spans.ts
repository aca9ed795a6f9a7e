import type { TextRun } from '../markup/look';
import { readLook } from '../markup/read-look';
import type { TimedText } from '../timed-text';
import { listWordMarks } from '../timed-words';
import { type SpanWriter, writeRuns } from './content';
import { areWords } from './read-paragraph';
import { writeElement } from './xml';

/** Stand before and behind words while looks are read; they are no characters. */
const wordBegin = '\ufdd0';
const wordEnd = '\ufdd1';

/**
 * The content of a cue with each word in a span that has its times; undefined where reading it would
 * not find words again, as they are too few or hold blanks.
 * @param formatTime a time of the media as the span has it
 */
export function writeTimedSpans(
  cue: TimedText,
  writer: SpanWriter,
  formatTime: (timeMs: number) => string,
): string | undefined {
  const text = cue.text;
  const marks = listWordMarks(cue.sentence, text);
  if (marks.length < 2) return undefined;
  let marked = '';
  let written = 0;
  for (const { offset, endOffset } of marks) {
    marked += text.slice(written, offset) + wordBegin + text.slice(offset, endOffset) + wordEnd;
    written = endOffset;
  }
  const parts = joinMarks(splitWords(readLook(marked + text.slice(written)).runs));
  const words = parts.filter(({ isWord }) => isWord);
  const texts = words.map(({ runs }) => runs.map((run) => run.text).join(''));
  if (words.length !== marks.length || !areWords(texts)) return undefined;
  let word = 0;
  return parts
    .map(({ isWord, runs: inside }) => {
      const content = writeRuns(inside, writer);
      if (!isWord) return content;
      const { atMs, endMs } = marks[word++]!;
      const beginMs = Math.min(Math.max(cue.beginMs, atMs), cue.endMs - 1);
      const untilMs = Math.max(beginMs + 1, Math.min(cue.endMs, endMs));
      return writeElement(
        'span',
        { begin: formatTime(beginMs), end: formatTime(untilMs) },
        content,
      );
    })
    .join('');
}

interface Part {
  readonly isWord: boolean;
  readonly runs: TextRun[];
}

function splitWords(runs: readonly TextRun[]): readonly Part[] {
  const parts: Part[] = [{ isWord: false, runs: [] }];
  for (const run of runs) {
    for (const piece of run.text.split(/(?=[\ufdd0\ufdd1])/u)) {
      if (piece.startsWith(wordBegin)) parts.push({ isWord: true, runs: [] });
      if (piece.startsWith(wordEnd)) parts.push({ isWord: false, runs: [] });
      const text = piece.replace(wordBegin, '').replace(wordEnd, '');
      if (text !== '') parts.at(-1)!.runs.push({ ...run, text });
    }
  }
  return parts.filter(({ isWord, runs: inside }) => isWord || inside.length > 0);
}

/** Marks that stand right before or behind a word are shown with it. */
function joinMarks(parts: readonly Part[]): readonly Part[] {
  const joined = parts.map(({ isWord, runs }): Part => ({ isWord, runs: [...runs] }));
  joined.forEach(({ isWord, runs }, index) => {
    if (isWord) return;
    const before = joined[index - 1];
    const after = joined[index + 1];
    while (before !== undefined && runs[0] !== undefined) {
      const [run] = runs;
      const end = run.text.search(/\s/u);
      if (end !== 0) before.runs.push(end === -1 ? run : { ...run, text: run.text.slice(0, end) });
      if (end === -1) runs.shift();
      else {
        runs[0] = { ...run, text: run.text.slice(end) };
        break;
      }
    }
    while (after !== undefined && runs.length > 0) {
      const run = runs.at(-1)!;
      const begin = findMarksBegin(run.text);
      if (begin < run.text.length) after.runs.unshift({ ...run, text: run.text.slice(begin) });
      if (begin === 0) runs.pop();
      else {
        runs[runs.length - 1] = { ...run, text: run.text.slice(0, begin) };
        break;
      }
    }
  });
  return joined.filter(({ isWord, runs }) => isWord || runs.length > 0);
}

/** Where what follows the last blank begins. */
function findMarksBegin(text: string): number {
  for (let index = text.length; index > 0; index--) {
    if (/\s/u.test(text.charAt(index - 1))) return index;
  }
  return 0;
}
