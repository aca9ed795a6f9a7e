import type { KeyPlace } from './match-shortcut';

const textInputs = 'textarea, select, [contenteditable=""], [contenteditable="true"]';
const inputsWithoutText = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'file']);
const controls = 'button, a[href], input, [role="button"], [role="option"], [role="combobox"]';
const arrowControls = '[role="slider"], [role="separator"], [type="range"], [role="radio"]';
const covers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether a text is typed into an element. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !inputsWithoutText.has(target.type);
  return target.closest(textInputs) !== null;
}

/**
 * Where in the window a key event came from.
 * @param clicked what got the focus by the pointer: a button that was clicked shows no focus, and
 *   the blank then still plays; the browser's own `:focus-visible` knows it no longer at a key
 */
export function findKeyPlace(event: KeyboardEvent, clicked: EventTarget | undefined): KeyPlace {
  const { target } = event;
  const element = target instanceof Element ? target : undefined;
  const isArrow = event.key.startsWith('Arrow');
  return {
    isTyping: isTextField(target),
    isControl: element?.matches(controls) === true && element !== clicked,
    isCovered:
      document.querySelector(covers) !== null ||
      (isArrow && element?.matches(arrowControls) === true),
  };
}
