import type { Sentence } from '@core/transcript/sentence';
import {
  findFirst,
  findSentencesWithin,
  indexSentences,
  type SentenceIndex,
} from '@core/transcript/sentence-index';
import type { Word } from '@core/transcript/word';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Player } from './player';

/** What is being said; both absent in silence, the word alone between the words of a sentence. */
export interface SpokenState {
  readonly sentenceId: string | undefined;
  /** Index among the words of that sentence. */
  readonly wordIndex: number | undefined;
}

export type SpokenStore = StoreApi<SpokenState>;

const silence: SpokenState = { sentenceId: undefined, wordIndex: undefined };

/** A word stays lit this long after its end, so that light does not flicker between two words. */
const lingerMs = 160;

/**
 * The word said at a position. Of sentences that overlap there, one that is in the middle of a word
 * goes before one that is not, and then the one that began last.
 *
 * @param positionMs whole ms
 */
export function findSpoken(index: SentenceIndex, positionMs: number): SpokenState {
  const { beginIndex, endIndex } = findSentencesWithin(index, positionMs, positionMs + 1);
  let found = silence;
  for (let at = endIndex - 1; at >= beginIndex; at -= 1) {
    const sentence = index.sentences[at]!;
    if (sentence.endMs <= positionMs) continue;
    const wordIndex = findWord(sentence.words, positionMs);
    if (wordIndex !== undefined) return { sentenceId: sentence.id, wordIndex };
    if (found === silence) found = { sentenceId: sentence.id, wordIndex: undefined };
  }
  return found;
}

function findWord(words: readonly Word[], positionMs: number): number | undefined {
  const last = findFirst(words.length, (at) => words[at]!.beginMs > positionMs) - 1;
  const word = words[last];
  return word !== undefined && positionMs < word.endMs + lingerMs ? last : undefined;
}

/** All that a {@link createSpokenStore} wants of the document. */
interface SentenceSource {
  getState(): { readonly project: { readonly sentences: readonly Sentence[] } | undefined };
  subscribe(listener: () => void): () => void;
}

/**
 * The spoken word while playing and after every seek, as a store that changes only when the word
 * does: table and waveform light up the same one.
 */
export function createSpokenStore(player: Player, document: SentenceSource): SpokenStore {
  const store = createStore<SpokenState>()(() => silence);
  const update = (positionMs: number): void => {
    const sentences = document.getState().project?.sentences;
    const next =
      sentences === undefined ? silence : findSpoken(indexSentences(sentences), positionMs);
    const before = store.getState();
    if (next.sentenceId !== before.sentenceId || next.wordIndex !== before.wordIndex) {
      store.setState(next, true);
    }
  };
  player.onTick(update);
  document.subscribe(() => update(player.positionMs));
  return store;
}
