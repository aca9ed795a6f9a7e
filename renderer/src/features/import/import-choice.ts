import type { ImportMode } from '@core/edits/kinds/import-text';

/** What can become of a subtitle file: part of the open project, or a project of its own. */
export type ImportChoice = ImportMode | 'open';

/** In the order of how much they take away; a project of its own is offered last. */
const modes: readonly ImportMode[] = ['merge', 'add', 'replace'];

/** The choices in their order. @param mayOpen whether the file may become a project of its own */
export function listChoices(mayOpen: boolean): readonly ImportChoice[] {
  return mayOpen ? [...modes, 'open'] : modes;
}

/**
 * What is chosen until a person chooses: where there is text already, what takes nothing away and
 * has nothing there twice.
 */
export function suggestChoice(hasText: boolean): ImportChoice {
  return hasText ? 'merge' : 'replace';
}
