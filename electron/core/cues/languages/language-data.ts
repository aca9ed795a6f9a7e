/** The letters a language is written in, as far as a mixed text is told apart by them. */
export type Script = 'latin' | 'cyrillic' | 'han' | 'hangul';

/**
 * What is known of a language's words, for where its sentences, lines and cues end. Each list is one
 * string of words in lower case, parted by blanks, without the full stop at their end.
 */
export interface LanguageData {
  /** BCP 47 primary tag. */
  readonly tag: string;
  readonly script: Script;
  /** Before a name: "Mr.", "Dr.". Nothing ends after them. */
  readonly titles?: string;
  /** Military ranks, before a name as well. */
  readonly ranks?: string;
  /** What else always has its word behind it: "e.g.", "vs.", "approx.". */
  readonly leaning?: string;
  /** Before a number: "No. 5", "Fig. 2"; before another word as those within a sentence. */
  readonly beforeNumber?: string;
  /** Months and weekdays, before a day: "Jan. 6". */
  readonly calendar?: string;
  /** After a number: "6 ft."; anywhere else it is a word like any other. */
  readonly units?: string;
  /** Within a sentence: "etc.", "Inc."; it ends after them where a word that begins sentences follows. */
  readonly within?: string;
  /** Of all of these, words of the language as well: abbreviations only beside a number. */
  readonly alsoWords?: string;
  /** Begin sentences and are no names: they tell "at 5 p.m. The …" from "the U.S. Senate". */
  readonly starters?: string;
  /** Lean on the next word: articles, prepositions, conjunctions. No line or cue should end with them. */
  readonly bound?: string;
  /** Begin a phrase: before them is the next best place after marks. */
  readonly leaders?: string;
  /** Begin a clause, for which people who speak fast leave no mark: as good a place as behind a comma. */
  readonly clauseStarters?: string;
  /** Of those, the one that belongs to some words before it, and these: "pleased to meet". */
  readonly linker?: string;
  readonly linked?: string;
  /** Lean on the word before: particles, bound nouns, "ago". */
  readonly trailing?: string;
  /** Of those, what ends a phrase: behind it is as good a place as before a preposition. */
  readonly closers?: string;
  /** Words of one capital letter, which are no initials. */
  readonly letters?: string;
  /** An ordinal is a number with a full stop: "am 3. Oktober". */
  readonly hasDottedOrdinals?: true;
}
