import { z } from 'zod';
import { stripMarkup } from '../../transcript/markup';
import type { Sentence } from '../../transcript/sentence';
import { sortSentences } from '../../transcript/sort-sentences';
import { joinWords, type Word } from '../../transcript/word';
import type { FormatDocument } from '../format-document';
import { option } from '../option-fields';
import { findPlace } from './find-follower';
import { defineRule, type RuleContext } from './writing-rule';

/** Two cues that share this much of the shorter one are a dialogue; less is a slip of their times. */
const dialogueShare = 0.5;
const dash = /^\s*[-–—‐]/u;

/** What becomes of cues that stand at one place at the same time. */
export const overlaps = defineRule({
  scope: 'cues',
  options: z.object({
    overlaps: option(z.enum(['keep', 'join', 'cut']).default('keep'), {
      label: 'writing.overlaps',
      group: 'writing',
      choices: {
        keep: 'writing.overlaps.keep',
        join: 'writing.overlaps.join',
        cut: 'writing.overlaps.cut',
      },
    }),
  }),
  apply: (document, options, context) =>
    options.overlaps === 'keep' ? document : removeOverlaps(document, options.overlaps, context),
});

/** The earlier one ends where the next begins, or both become one cue with a dash before each. */
function removeOverlaps(
  document: FormatDocument,
  how: 'join' | 'cut',
  { lose }: RuleContext,
): FormatDocument {
  const done: Sentence[] = [];
  /** By place: where in `done` the last one stands. */
  const last = new Map<string, number>();
  let unnamed = 0;
  for (const sentence of document.sentences) {
    const place = findPlace(sentence);
    const index = last.get(place);
    const before = index === undefined ? undefined : done[index]!;
    if (sentence.text.trim() === '' || before === undefined || !isOver(before, sentence)) {
      if (sentence.text.trim() !== '') last.set(place, done.length);
      done.push(sentence);
    } else if (how === 'join' ? isDialogue(before, sentence) : isTogether(before, sentence)) {
      unnamed += countUnnamed(before, sentence);
      done[index!] = joinDialogue(before, sentence);
    } else {
      done[index!] = { ...before, endMs: sentence.beginMs };
      last.set(place, done.length);
      done.push(sentence);
    }
  }
  if (unnamed > 0) lose('speakers', unnamed);
  return { ...document, sentences: sortSentences(done) };
}

/** Two that begin together are in each other's way even if the first has no length: it is given some. */
function isOver(before: Sentence, after: Sentence): boolean {
  return before.endMs > after.beginMs || isTogether(before, after);
}

/** Cutting would leave nothing of the first. */
function isTogether(before: Sentence, after: Sentence): boolean {
  return after.beginMs <= before.beginMs;
}

function isDialogue(before: Sentence, after: Sentence): boolean {
  const sharedMs = Math.min(before.endMs, after.endMs) - after.beginMs;
  const shorterMs = Math.min(before.endMs - before.beginMs, after.endMs - after.beginMs);
  return isTogether(before, after) || sharedMs >= shorterMs * dialogueShare;
}

/** Who is not named any more where two become one. */
function countUnnamed(before: Sentence, after: Sentence): number {
  if (before.speaker === after.speaker) return 0;
  return [before, after].filter(({ speaker }) => speaker !== undefined).length;
}

function joinDialogue(before: Sentence, after: Sentence): Sentence {
  const { speaker, source: _source, ...common } = before;
  const words = [...endLine(addDash(before)), ...addDash(after)];
  return {
    ...common,
    endMs: Math.max(before.endMs, after.endMs),
    text: joinWords(words),
    ...(speaker !== undefined && speaker === after.speaker ? { speaker } : undefined),
    words: putInOrder(words),
  };
}

function addDash({ text, words }: Sentence): readonly Word[] {
  const [first, ...rest] = words;
  if (first === undefined || dash.test(stripMarkup(text))) return words;
  return [{ ...first, before: `- ${first.before}` }, ...rest];
}

function endLine(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1);
  if (last === undefined || last.after.endsWith('\n')) return words;
  return [...words.slice(0, -1), { ...last, after: `${last.after.trimEnd()}\n` }];
}

/** Words of two who spoke at once, in the order of the text [TX2]: none begins before the one before it. */
function putInOrder(words: readonly Word[]): readonly Word[] {
  let endMs = 0;
  return words.map((word) => {
    if (word.beginMs >= endMs) {
      endMs = Math.max(word.beginMs, word.endMs);
      return word;
    }
    const moved: Word = {
      ...word,
      beginMs: endMs,
      endMs: Math.max(endMs, word.endMs),
      timing: 'estimated',
    };
    endMs = moved.endMs;
    return moved;
  });
}
