/** Digits and marks as Chinese and Japanese keyboards give them, and arrows that are one character. */
const wide = /[０-９：，．；＞－→]/u;
const timing = /^\s*-?\d+:\d.* --> -?\d+:\d/u;

/** A line of times with plain digits and marks; any other line as it is. */
export function toPlainTiming(line: string): string {
  if (!wide.test(line)) return line;
  const plain = line.normalize('NFKC').replace(/\s*(?:-{1,3}\s?>|→)\s*/u, ' --> ');
  return timing.test(plain) ? plain : line;
}
