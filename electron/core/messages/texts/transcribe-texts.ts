import type { Texts } from '../texts';

/** The transcribe dialog and the job strip. */
export const transcribeTexts = {} as const satisfies Texts;
