/** Digits and marks as Chinese and Japanese keyboards give them, and arrows that are one character. */
const wide = /[０-９：，．；＞－→]/u;
const timing = /^\s*-?\d+:\d.* --> -?\d+:\d/u;

/** Whether a line may be one of times with wide digits or marks: a cheap look, for all lines. */
export function mayBeWideTiming(line: string): boolean {
  const first = line.charCodeAt(0);
  // It begins with a blank, a digit or a sign, or what is as wide as a character.
  return (first <= 0x39 || first >= 0x3000) && wide.test(line);
}

/** A line of times with plain digits and marks; any other line as it is. */
export function toPlainTiming(line: string): string {
  if (!wide.test(line)) return line;
  const plain = line.normalize('NFKC').replace(/\s*(?:-{1,3}\s?>|→)\s*/u, ' --> ');
  return timing.test(plain) ? plain : line;
}
