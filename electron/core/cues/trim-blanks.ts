import type { Word } from '../transcript/word';

/** The words of one cue without blanks at the ends of its text. */
export function trimBlanks(words: readonly Word[]): readonly Word[] {
  const trimmed = [...words];
  const first = trimmed[0];
  if (first !== undefined) trimmed[0] = { ...first, before: first.before.trimStart() };
  const last = trimmed.at(-1);
  if (last !== undefined) trimmed[trimmed.length - 1] = { ...last, after: last.after.trimEnd() };
  return trimmed;
}
