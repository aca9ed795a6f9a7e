import type { Sentence } from '../transcript/sentence';
import type { Word } from '../transcript/word';

/** Words of a sentence that are looked for in one stretch of sound. */
export interface RealignmentStretch {
  readonly sentenceId: string;
  /** Place of the first of them in the sentence. */
  readonly firstWord: number;
  readonly words: readonly Word[];
  readonly beginMs: number;
  readonly endMs: number;
}

/** Sound before and after a sentence in which its words are looked for as well, where it is free. */
const marginMs = 400;
/** Also where a neighbour is near: cues are often cut a little late or early. */
const leastMarginMs = 100;
/** Longer sentences are looked for in parts; aligners hear no more than half a minute at once. */
const longestMs = 20_000;

/**
 * Where the words of sentences are to be looked for [AL4]: in the sound of their sentence and a
 * little around it, up to the neighbours in the list. A long sentence is cut between the words whose
 * present times lie farthest apart.
 *
 * @param all the sentences of a project in their order
 * @param wanted ids of those that are to be aligned
 * @returns stretches in order of their begins
 */
export function planRealignment(
  all: readonly Sentence[],
  wanted: ReadonlySet<string>,
): readonly RealignmentStretch[] {
  const stretches: RealignmentStretch[] = [];
  let soundMs = 0;
  for (const [index, sentence] of all.entries()) {
    if (wanted.has(sentence.id) && sentence.words.length > 0) {
      const nextMs = all[index + 1]?.beginMs ?? Infinity;
      const span = {
        beginMs: Math.max(0, sentence.beginMs - chooseMargin(sentence.beginMs - soundMs)),
        endMs: sentence.endMs + chooseMargin(nextMs - sentence.endMs),
      };
      for (const part of cutParts(sentence.words, span)) {
        stretches.push({ sentenceId: sentence.id, ...part });
      }
    }
    soundMs = Math.max(soundMs, sentence.endMs);
  }
  return stretches.sort((left, right) => left.beginMs - right.beginMs);
}

function chooseMargin(roomMs: number): number {
  return Math.min(marginMs, Math.max(leastMarginMs, roomMs));
}

type Part = Omit<RealignmentStretch, 'sentenceId'>;

function cutParts(
  words: readonly Word[],
  span: Pick<Part, 'beginMs' | 'endMs'>,
  firstWord = 0,
): readonly Part[] {
  // Words that overhang their sentence are where they are said.
  const beginMs = Math.min(span.beginMs, words[0]?.beginMs ?? span.beginMs);
  const endMs = words.reduce((latest, word) => Math.max(latest, word.endMs), span.endMs);
  if (endMs - beginMs <= longestMs || words.length < 2) {
    return [{ firstWord, words, beginMs, endMs: Math.min(endMs, beginMs + longestMs) }];
  }
  const cut = findWidestGap(words);
  const cutMs = Math.round((words[cut - 1]!.endMs + words[cut]!.beginMs) / 2);
  return [
    ...cutParts(words.slice(0, cut), { beginMs, endMs: Math.max(beginMs, cutMs) }, firstWord),
    ...cutParts(words.slice(cut), { beginMs: cutMs, endMs }, firstWord + cut),
  ];
}

/** Index of the word after the widest gap in the middle half; of equals the one nearest the middle. */
function findWidestGap(words: readonly Word[]): number {
  const middle = words.length / 2;
  const from = Math.max(1, Math.floor(words.length / 4));
  const to = Math.max(from + 1, Math.ceil((3 * words.length) / 4));
  let best = from;
  const gapBefore = (index: number): number => words[index]!.beginMs - words[index - 1]!.endMs;
  for (let index = from; index < Math.min(to, words.length); index++) {
    const wider = gapBefore(index) - gapBefore(best);
    const isNearer = Math.abs(index - middle) < Math.abs(best - middle);
    if (wider > 0 || (wider === 0 && isNearer)) best = index;
  }
  return best;
}
