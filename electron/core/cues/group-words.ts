import { segmentWords } from '../transcript/segment-words';
import { isUnspaced } from '../transcript/tokenise';
import { joinWords, type Word } from '../transcript/word';

/** Words that an engine has parted, put together again where they are one word of the dictionary. */
export interface WordGroups {
  /** For each word, the place of its group. */
  readonly groupOf: readonly number[];
  readonly groups: readonly Pick<Word, 'before' | 'text' | 'after'>[];
}

/**
 * Recognisers of Chinese and Japanese often give every character as a word of its own. Where a cue or a
 * line may end is a matter of words, so that neighbours that the dictionary behind `Intl.Segmenter` has
 * as one word are looked at as one [CU10]; words of scripts with blanks are left as they are.
 * @param words of one text, in order
 */
export function groupWords(words: readonly Word[]): WordGroups {
  const text = joinWords(words);
  if (!isUnspaced(text)) return { groupOf: words.map((_, index) => index), groups: words };
  const insides = findInsides(text);
  const groupOf: number[] = [];
  const groups: { before: string; text: string; after: string }[] = [];
  let end = 0;
  words.forEach((word, index) => {
    const last = groups.at(-1);
    const begin = end;
    end += word.before.length + word.text.length + word.after.length;
    const previous = words[index - 1];
    const isGlued =
      last !== undefined && previous!.after === '' && word.before === '' && insides.has(begin);
    if (isGlued) {
      last.text += word.text;
      last.after = word.after;
    } else groups.push({ before: word.before, text: word.text, after: word.after });
    groupOf.push(groups.length - 1);
  });
  return { groupOf, groups };
}

/** The places within words of the dictionary that are of a script without blanks. */
function findInsides(text: string): ReadonlySet<number> {
  const insides = new Set<number>();
  for (const { index, segment, isWordLike } of segmentWords(text)) {
    if (!isWordLike || segment.length < 2 || !isUnspaced(segment)) continue;
    for (let place = 1; place < segment.length; place++) insides.add(index + place);
  }
  return insides;
}
