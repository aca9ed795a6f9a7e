import type { Texts } from '../texts';

/** The export dialog. */
export const exportTexts = {} as const satisfies Texts;
