/** A text that something is done with while it is typed, such as a search. */
export interface ComposedText {
  /** The field holds another text. */
  input(text: string): void;
  /** An input method begins a word: what the field holds until its end is no text yet. */
  beginComposition(): void;
  /** It ended, with this text in the field. */
  endComposition(text: string): void;
}

/**
 * Holds back what an input method has not finished: half a word in Latin letters is in none of the
 * texts that are searched, and would take away what is shown [WN4].
 * @param onText hears every text that is whole
 */
export function createComposedText(onText: (text: string) => void): ComposedText {
  let isComposing = false;
  return {
    input: (text) => {
      if (!isComposing) onText(text);
    },
    beginComposition: () => {
      isComposing = true;
    },
    endComposition: (text) => {
      isComposing = false;
      onText(text);
    },
  };
}
