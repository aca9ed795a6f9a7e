import { splitGraphemes } from '../transcript/graphemes';
import type { Sentence } from '../transcript/sentence';
import { tokenise } from '../transcript/tokenise';
import type { Word } from '../transcript/word';
import { refuseEdit } from './refuse-edit';
import { splitSentence } from './split-and-merge';

interface WordCut {
  /** The same text; a word in whose token the cut lies is two. */
  readonly words: readonly Word[];
  /** The first word behind the cut. */
  readonly wordIndex: number;
}

/**
 * Two sentences out of one, cut at a place of its text [ED11], else as {@link splitSentence}.
 *
 * @param offset place in the text, UTF-16
 * @throws StudioError `usage/invalid` where one half would have no word
 */
export function splitSentenceAt(
  sentence: Sentence,
  offset: number,
  secondId: string,
): readonly [Sentence, Sentence] {
  const cut = cutAtOffset(sentence.words, offset);
  if (cut === undefined) {
    throw refuseEdit('split-place', 'a sentence is split between two of its words');
  }
  return splitSentence({ ...sentence, words: cut.words }, cut.wordIndex, secondId);
}

/** Whether a text can be split at a place: both sides have a word. */
export function canSplitAt(text: string, offset: number): boolean {
  const untimed = { beginMs: 0, endMs: 0, timing: 'estimated' } as const;
  const words = tokenise(text).map((token) => ({ ...token, ...untimed }));
  return cutAtOffset(words, offset) !== undefined;
}

/**
 * Cuts the words of a text at a place between any two of its characters. Marks and blanks stay on
 * their side of the cut; the halves of a token share its time by length, as `estimated`.
 *
 * @returns undefined where one side would have no word
 */
function cutAtOffset(words: readonly Word[], offset: number): WordCut | undefined {
  let beginsAt = 0;
  for (const [index, word] of words.entries()) {
    const { before, text, after } = word;
    const length = before.length + text.length + after.length;
    if (offset > beginsAt + length || (offset === beginsAt + length && index < words.length - 1)) {
      beginsAt += length;
      continue;
    }
    const at = offset - beginsAt;
    const left = words.slice(0, index);
    const right = words.slice(index + 1);
    if (at <= before.length) {
      const kept = { ...word, before: before.slice(at) };
      return join(append(left, before.slice(0, at)), [kept, ...right]);
    }
    const inToken = at - before.length;
    if (inToken < text.length) {
      const [first, second] = halve(word, inToken);
      return join([...left, first], [second, ...right]);
    }
    const inAfter = inToken - text.length;
    const kept = { ...word, after: after.slice(0, inAfter) };
    return join([...left, kept], prepend(right, after.slice(inAfter)));
  }
  return undefined;
}

function join(
  left: readonly Word[] | undefined,
  right: readonly Word[] | undefined,
): WordCut | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (!left.some(hasToken) || !right.some(hasToken)) return undefined;
  return { words: [...left, ...right], wordIndex: left.length };
}

/** A text without a word is one token of blanks or marks [TX5], which are no word on their own. */
function hasToken({ text }: Word): boolean {
  return text.trim() !== '';
}

function append(words: readonly Word[], marks: string): readonly Word[] | undefined {
  const last = words.at(-1);
  return last && [...words.slice(0, -1), { ...last, after: last.after + marks }];
}

function prepend(words: readonly Word[], marks: string): readonly Word[] | undefined {
  const [first, ...rest] = words;
  return first && [{ ...first, before: marks + first.before }, ...rest];
}

function halve(word: Word, at: number): readonly [Word, Word] {
  const { before, text, after, beginMs, endMs } = word;
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  const share = splitGraphemes(head).length / splitGraphemes(text).length;
  const cutMs = beginMs + Math.round((endMs - beginMs) * Math.min(1, share));
  return [
    { ...word, before, text: head, after: '', endMs: cutMs, timing: 'estimated' },
    { ...word, before: '', text: tail, after, beginMs: cutMs, timing: 'estimated' },
  ];
}
