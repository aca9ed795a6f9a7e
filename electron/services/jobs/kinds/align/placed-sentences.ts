import type { RealignmentStretch } from '@core/alignment/plan-realignment';
import type { Sentence } from '@core/transcript/sentence';
import type { Word } from '@core/transcript/word';

/** A sentence as it was when its words were looked for, and where they were found. */
export interface PlacedSentence {
  readonly asked: Sentence;
  /** All of its words; undefined where none was heard. */
  readonly words: readonly Word[] | undefined;
}

/** Puts the parts of long sentences together again. */
export class PlacedSentences {
  readonly #stretches: readonly RealignmentStretch[];
  readonly #sentences: ReadonlyMap<string, Sentence>;
  readonly #missing = new Map<string, number>();
  readonly #words = new Map<string, Word[]>();
  readonly #heard = new Set<string>();

  constructor(sentences: readonly Sentence[], stretches: readonly RealignmentStretch[]) {
    this.#stretches = stretches;
    this.#sentences = new Map(sentences.map((sentence) => [sentence.id, sentence]));
    for (const { sentenceId } of stretches) {
      this.#missing.set(sentenceId, (this.#missing.get(sentenceId) ?? 0) + 1);
    }
  }

  /**
   * Takes what was found of one stretch.
   * @param words undefined where none was heard: they keep their times
   * @returns the sentence, once all of its stretches are there
   */
  add(index: number, words: readonly Word[] | undefined): PlacedSentence | undefined {
    const { sentenceId, firstWord, words: given } = this.#stretches[index]!;
    const asked = this.#sentences.get(sentenceId)!;
    const all = this.#words.get(sentenceId) ?? [...asked.words];
    all.splice(firstWord, given.length, ...(words ?? given));
    this.#words.set(sentenceId, all);
    if (words !== undefined) this.#heard.add(sentenceId);
    const missing = this.#missing.get(sentenceId)! - 1;
    this.#missing.set(sentenceId, missing);
    if (missing > 0) return undefined;
    this.#words.delete(sentenceId);
    return { asked, words: this.#heard.has(sentenceId) ? inOrder(all) : undefined };
  }
}

/** No word begins before the one before it [TX2], also where two parts of a sentence meet. */
function inOrder(words: readonly Word[]): readonly Word[] {
  let floorMs = 0;
  return words.map((word) => {
    const beginMs = Math.max(floorMs, word.beginMs);
    floorMs = beginMs;
    return beginMs === word.beginMs
      ? word
      : { ...word, beginMs, endMs: Math.max(beginMs, word.endMs) };
  });
}
