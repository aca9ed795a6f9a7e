import type { LooseWord, GivenSentence } from './given-sentence';

/** A silence that parts sentences where no mark does. */
const pauseMs = 1_000;
/** Longer than any sentence that a person would want to read as one. */
const longestMs = 60_000;
const sentenceMark = /[。！？!?…]|\.(?=\s*$)/u;

/**
 * Words for which a reply has no sentence, as sentences without a text: a new one begins behind a
 * mark that ends one, after a pause, and where one grows too long.
 */
export function groupLooseWords(words: readonly LooseWord[]): readonly GivenSentence[] {
  const channels = [...new Set(words.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const groups: LooseWord[][] = [];
    for (const word of words.filter((own) => own.channel === channel)) {
      const group = groups.at(-1);
      if (group === undefined || isNew(group, word)) groups.push([word]);
      else group.push(word);
    }
    return groups.map((own): GivenSentence => ({
      text: undefined,
      beginMs: undefined,
      endMs: undefined,
      channel,
      words: own,
      isUnreadable: true,
    }));
  });
}

function isNew(group: readonly LooseWord[], word: LooseWord): boolean {
  const last = group.at(-1)!;
  if (sentenceMark.test(last.text + (last.mark ?? ''))) return true;
  const lastMs = last.endMs ?? last.beginMs;
  if (word.beginMs === undefined || lastMs === undefined) return false;
  const firstMs = group[0]!.beginMs ?? word.beginMs;
  return word.beginMs - lastMs >= pauseMs || word.beginMs - firstMs > longestMs;
}
