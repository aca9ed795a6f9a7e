import type { Texts } from '../texts';

/** The inspector: the words of the selected sentence. */
export const inspectorTexts = {} as const satisfies Texts;
