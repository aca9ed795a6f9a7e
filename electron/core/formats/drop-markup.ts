import { retimeWords } from '../alignment/retime-words';
import { stripMarkup } from '../transcript/markup';
import type { Sentence } from '../transcript/sentence';
import { joinWords } from '../transcript/word';
import type { FormatDocument } from './format-document';

/** The document without marks of look in its text, for formats that have none [FM13]. */
export function dropMarkup(document: FormatDocument): FormatDocument {
  return { ...document, sentences: document.sentences.map(dropFromSentence) };
}

function dropFromSentence(sentence: Sentence): Sentence {
  const text = stripMarkup(sentence.text);
  if (text === sentence.text) return sentence;
  const words = sentence.words.map((word) => ({
    ...word,
    before: stripMarkup(word.before),
    text: stripMarkup(word.text),
    after: stripMarkup(word.after),
  }));
  // A mark that reaches over two words is still there.
  return { ...sentence, text, words: joinWords(words) === text ? words : retimeWords(words, text) };
}
