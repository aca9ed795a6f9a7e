/** A stretch of a list that is drawn at once. */
export interface WordPage {
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly begin: number;
  /** Behind its last word. */
  readonly end: number;
}

/** More would take longer to draw than a person waits; a sentence has a tenth of it. */
const mostWords = 300;

/**
 * Which of the words of a sentence are drawn: a sentence may have those of a whole talk.
 * @param wanted the page that a person chose, from 0
 * @param spokenIndex the word that is being said, whose page goes before
 */
export function findWordPage(
  wordCount: number,
  wanted: number,
  spokenIndex: number | undefined,
): WordPage {
  const pageCount = Math.max(1, Math.ceil(wordCount / mostWords));
  const asked = spokenIndex === undefined ? wanted : Math.floor(spokenIndex / mostWords);
  const page = Math.min(pageCount - 1, Math.max(0, asked));
  const begin = page * mostWords;
  return { page, pageCount, begin, end: Math.min(wordCount, begin + mostWords) };
}
