import { useRef } from 'react';

export interface ReturnedFocus {
  /** To be called when a dialog has opened, before anything in it has the focus. */
  readonly remember: () => void;
  /** To be called when it has closed: the focus goes back to where it was. */
  readonly giveBack: (event: Event) => void;
}

/**
 * Gives the focus back to where it was before a dialog opened: there is no trigger that it could go to
 * by itself, as keys open dialogs from anywhere.
 */
export function useReturnedFocus(): ReturnedFocus {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    giveBack: (event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    },
  };
}
