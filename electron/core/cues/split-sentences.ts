import { tokenise } from '../transcript/tokenise';
import { chooseBreakRules } from './break-rules';
import { findBreaks } from './find-breaks';

/**
 * The sentences of a text by its marks [CU3], each with the blanks behind it: their join is the text.
 * @param language BCP 47 tag; by default as the text looks
 */
export function splitSentences(text: string, language?: string): readonly string[] {
  const isCaseless = !/\p{Lu}/u.test(text);
  const tokens = tokenise(text).map((token) => ({ ...token, isCaseless }));
  const { endsSentence } = findBreaks(tokens, chooseBreakRules(language, text));
  const sentences: string[] = [];
  let sentence = '';
  tokens.forEach(({ before, text: word, after }, index) => {
    sentence += before + word + after;
    if (index < tokens.length - 1 && !endsSentence(index)) return;
    sentences.push(sentence);
    sentence = '';
  });
  return sentences;
}
