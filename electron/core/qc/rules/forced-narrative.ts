import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Signs and titles of the picture, in capitals, in one cue with what is spoken. */
export const forcedNarrative = defineCheckRule({
  id: 'forced-narrative',
  name: ['On-screen text', '画面文字'],
  about: [
    'The text of a sign is in capitals and never shares a cue with dialogue (Netflix guides).',
    '画面文字用大写，不与对白同在一条（Netflix 规范）。',
  ],
  says: {
    mixed: ['On-screen text and dialogue together: {piece}', '画面文字与对白同在一条：{piece}'],
  },
  limits: z.object({}),
  severity: 'warning',
  isUsual: false,
  check({ lines }) {
    if (lines.length < 2) return undefined;
    const shouted = lines.find((line) => isShouted(line));
    const isMixed = shouted !== undefined && lines.some((line) => /\p{Ll}/u.test(line));
    return isMixed ? { says: 'mixed', piece: shouted } : undefined;
  },
});

/** At least two words of capitals: one may be an acronym or a cry. */
function isShouted(line: string): boolean {
  return !/\p{Ll}/u.test(line) && /\p{Lu}{3,}.*\s\p{Lu}{3,}/u.test(line);
}
