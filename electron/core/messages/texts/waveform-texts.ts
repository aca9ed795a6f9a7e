import type { Texts } from '../texts';

/** The waveform, its overlay and its ruler. */
export const waveformTexts = {} as const satisfies Texts;
