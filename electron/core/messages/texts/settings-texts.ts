import type { Texts } from '../texts';

/** The settings. */
export const settingsTexts = {} as const satisfies Texts;
