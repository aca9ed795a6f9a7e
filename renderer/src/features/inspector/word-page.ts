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

/** A page that a person turned to, from 0, and the word that was being said then. */
export interface TurnedPage {
  readonly page: number;
  readonly spokenIndex?: number | undefined;
}

/**
 * Which of the words of a sentence are drawn: a sentence may have those of a whole talk.
 * @param spokenIndex the word that is being said, whose page goes before until a person turns to
 *   another one: where playback stands still, that one stays
 */
export function findWordPage(
  wordCount: number,
  turned: TurnedPage,
  spokenIndex: number | undefined,
): WordPage {
  const pageCount = Math.max(1, Math.ceil(wordCount / mostWords));
  const isFollowed = spokenIndex !== undefined && spokenIndex !== turned.spokenIndex;
  const asked = isFollowed ? Math.floor(spokenIndex / mostWords) : turned.page;
  const page = Math.min(pageCount - 1, Math.max(0, asked));
  const begin = page * mostWords;
  return { page, pageCount, begin, end: Math.min(wordCount, begin + mostWords) };
}
