import type { Texts } from '../texts';

/** The window as a whole: its name, its state, its parts. */
export const appTexts = {
  'app.name': ['Zimu Studio', '字幕工作室 Zimu Studio'],
} as const satisfies Texts;
