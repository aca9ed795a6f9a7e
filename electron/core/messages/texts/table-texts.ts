import type { Texts } from '../texts';

/** The table of sentences. */
export const tableTexts = {} as const satisfies Texts;
