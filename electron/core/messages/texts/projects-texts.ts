import type { Texts } from '../texts';

/** The start page, the list of projects and opening files. */
export const projectsTexts = {} as const satisfies Texts;
