import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';
import { createComposedText } from './composed-text';

type Field = HTMLInputElement;

export interface ComposedField {
  readonly onChange: (event: ChangeEvent<Field>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<Field>) => void;
}

/**
 * Listeners for a field whose text something is done with while it is typed.
 * @param onInput hears what the field holds, to show it
 * @param onText hears the texts that are whole, to act on them
 */
export function useComposedText(
  onInput: (text: string) => void,
  onText: (text: string) => void,
): ComposedField {
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  const [composed] = useState(() => createComposedText((text) => told.current(text)));
  return {
    onChange: ({ target: { value } }) => {
      onInput(value);
      composed.input(value);
    },
    onCompositionStart: () => composed.beginComposition(),
    onCompositionEnd: ({ currentTarget: { value } }) => composed.endComposition(value),
  };
}
