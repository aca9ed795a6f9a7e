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
 * @param wanted from 0; where there is no such page, the last one is drawn
 */
export function findWordPage(wordCount: number, wanted: number): WordPage {
  const pageCount = Math.max(1, Math.ceil(wordCount / mostWords));
  const page = Math.min(pageCount - 1, Math.max(0, wanted));
  const begin = page * mostWords;
  return { page, pageCount, begin, end: Math.min(wordCount, begin + mostWords) };
}

/** Which page of which sentence is wanted, and why. */
export interface WantedPage {
  readonly sentenceId: string;
  readonly page: number;
  /** The page of the word that was said last. */
  readonly spokenPage: number | undefined;
}

/**
 * Goes on with what is said: when it reaches another page, that one is wanted. Until then it is the one
 * that a person turned to, also in the silence between two words.
 * @param spokenIndex the word of this sentence that is being said
 * @returns the very same object where nothing changes
 */
export function followSpokenWord(
  before: WantedPage,
  sentenceId: string,
  spokenIndex: number | undefined,
): WantedPage {
  const isOther = before.sentenceId !== sentenceId;
  const spokenPage = spokenIndex === undefined ? undefined : Math.floor(spokenIndex / mostWords);
  if (isOther) return { sentenceId, page: spokenPage ?? 0, spokenPage };
  if (spokenPage === undefined || spokenPage === before.spokenPage) return before;
  return { sentenceId, page: spokenPage, spokenPage };
}
