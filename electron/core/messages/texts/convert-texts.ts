import type { Texts } from '../texts';

/** What the command line says where files of text become others. */
export const convertTexts = {
  'cli.badText': [
    '{option} does not take this; write it as {example}.',
    '{option} 的写法不对，应如 {example}。',
  ],
} as const satisfies Texts;
