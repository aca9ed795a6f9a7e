import type { Texts } from '../texts';

/** The player and its controls. */
export const playerTexts = {} as const satisfies Texts;
