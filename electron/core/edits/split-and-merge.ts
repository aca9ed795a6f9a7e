import { needsBlank } from '../transcript/needs-blank';
import type { Sentence } from '../transcript/sentence';
import { joinWords, type Word } from '../transcript/word';
import { refuseEdit } from './refuse-edit';
import { beginNotBefore } from './move-word';

/**
 * Two sentences out of one, the second beginning with a word of it [ED7]. Words keep their times;
 * the first sentence ends with its last word, the second begins with its first; blanks at the cut
 * are dropped.
 *
 * @param wordIndex from 1 to the last word
 * @param secondId id of the second sentence; the first keeps its own
 * @throws StudioError `usage/invalid` where one half would have no word
 */
export function splitSentence(
  sentence: Sentence,
  wordIndex: number,
  secondId: string,
): readonly [Sentence, Sentence] {
  const { words } = sentence;
  const last = words[wordIndex - 1];
  const next = words[wordIndex];
  if (last === undefined || next === undefined) {
    throw refuseEdit('split-place', 'a sentence is split before one of its words, not the first');
  }
  // A word may overhang its sentence [TX4]; the halves stay where the sentence was.
  const cutMs = Math.max(sentence.beginMs, next.beginMs);
  const endMs = Math.max(sentence.beginMs, Math.min(last.endMs, cutMs));
  return [
    withWords({ ...sentence, endMs }, [
      ...words.slice(0, wordIndex - 1),
      { ...last, after: last.after.trimEnd() },
    ]),
    withWords(
      { ...sentence, id: secondId, beginMs: cutMs, endMs: Math.max(cutMs, sentence.endMs) },
      [{ ...next, before: next.before.trimStart() }, ...words.slice(wordIndex + 1)],
    ),
  ];
}

/**
 * One sentence out of several [ED8]: texts joined with a blank where their scripts have blanks,
 * from the first begin to the last end, with all words. A word that would begin before the word
 * before it [TX2] gives way. Id, channel and speaker are the first one's.
 *
 * @param sentences two or more, in the order of the list
 */
export function mergeSentences(sentences: readonly Sentence[]): Sentence {
  const words: Word[] = [];
  for (const sentence of sentences) {
    const last = words.at(-1);
    if (last !== undefined && needsBlank(joinWords([last]), sentence.text)) {
      words[words.length - 1] = { ...last, after: `${last.after} ` };
    }
    for (const word of sentence.words) {
      words.push(beginNotBefore(word, words.at(-1)?.beginMs ?? 0));
    }
  }
  return withWords(
    {
      ...sentences[0]!,
      beginMs: sentences.reduce((least, { beginMs }) => Math.min(least, beginMs), Infinity),
      endMs: sentences.reduce((most, { endMs }) => Math.max(most, endMs), 0),
    },
    words,
  );
}

function withWords(sentence: Sentence, words: readonly Word[]): Sentence {
  return { ...sentence, words, text: joinWords(words) };
}
