import { findPlace } from '../formats/writing-rules/find-follower';
import { stripMarkup } from '../transcript/markup';
import type { Sentence } from '../transcript/sentence';

/** A cue as rules look at it; made once for each sentence. */
export interface CheckedCue {
  readonly sentence: Sentence;
  /** The text as a viewer sees it: without markup. */
  readonly seen: string;
  /** Its lines, each without blanks at its ends; none of an empty text. */
  readonly lines: readonly string[];
  /** Where in the picture it stands. */
  readonly place: string;
}

const known = new WeakMap<Sentence, CheckedCue>();
const lineBreak = /\r\n|[\n\r]/u;

/** @param sentence not changed afterwards */
export function makeCheckedCue(sentence: Sentence): CheckedCue {
  const before = known.get(sentence);
  if (before !== undefined) return before;
  const seen = stripMarkup(sentence.text);
  const lines = listLines(seen);
  const made = { sentence, seen, lines, place: findPlace(sentence) };
  known.set(sentence, made);
  return made;
}

function listLines(seen: string): readonly string[] {
  if (!seen.includes('\n') && !seen.includes('\r')) {
    const line = seen.trim();
    return line === '' ? [] : [line];
  }
  return seen
    .split(lineBreak)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
