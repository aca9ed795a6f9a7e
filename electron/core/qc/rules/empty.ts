import { z } from 'zod';
import { defineCheckRule } from '../check-rule';

/** Cues without anything to read. */
export const empty = defineCheckRule({
  id: 'empty',
  name: ['Empty cue', '空字幕'],
  about: ['A cue without text shows nothing.', '没有文字的字幕什么也不显示。'],
  says: { empty: ['No text', '没有文字'] },
  limits: z.object({}),
  severity: 'error',
  isUsual: true,
  check: ({ lines }) => (lines.length === 0 ? { says: 'empty' } : undefined),
  fix: () => 'removed',
});
