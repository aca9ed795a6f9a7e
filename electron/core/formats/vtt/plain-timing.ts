import type { TextLines } from '../text-lines';

/** Digits and marks as Chinese and Japanese keyboards give them, and arrows that are one character. */
const wide = /[０-９：，．；＞－→]/u;
/** Without a look at where a run of blanks begins, each of its blanks would be tried. */
const arrow = /(?<!\s)\s*(?:-{1,3}\s?>|→)\s*/u;
const timing = /^\s*-?\d+:\d.* --> -?\d+:\d/u;

/** Whether some line may be one of times with wide digits or marks: a cheap look at all of them. */
export function hasWideTimings(lines: TextLines): boolean {
  for (let index = 0; index < lines.length; index++) {
    if (mayBeTiming(lines, index) && wide.test(lines.at(index))) return true;
  }
  return false;
}

/** Whether a line begins as one of times, and is not in the form that nearly all of them have. */
function mayBeTiming(lines: TextLines, index: number): boolean {
  const begin = lines.begin(index);
  const length = lines.end(index) - begin;
  if (length === 0 || (length === 29 && lines.text.startsWith(' --> ', begin + 12))) return false;
  const first = lines.text.charCodeAt(begin);
  // From there to there are the characters of Chinese, Japanese and Korean, none of which is a digit.
  return first < 0x80 ? first <= 0x39 : first < 0x3400 || first > 0xd7ff;
}

/** A line of times with plain digits and marks; any other line as it is. */
export function toPlainTiming(line: string): string {
  if (!wide.test(line)) return line;
  const plain = line.normalize('NFKC').replace(arrow, ' --> ');
  return timing.test(plain) ? plain : line;
}
