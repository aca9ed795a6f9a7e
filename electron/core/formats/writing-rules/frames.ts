import { z } from 'zod';
import { frameRateNames } from '../../timing/frame-rate';
import { option } from '../option-fields';
import { mapSentences, mapTimes } from './change-sentences';
import { defineRule } from './writing-rule';

/** Every cue begins and ends with a frame of the picture, and has one at least. */
export const frames = defineRule({
  scope: 'times',
  options: z.object({
    fps: option(z.enum(['none', ...frameRateNames]).default('none'), {
      label: 'writing.fps',
      group: 'writing',
      choices: { none: 'writing.fps.none' },
    }),
  }),
  apply(document, _options, { grid }) {
    if (grid.rate === undefined) return document;
    return mapSentences(document, (sentence) => {
      const rounded = mapTimes(sentence, grid.round, { keepsEffects: true });
      const endMs = Math.max(rounded.endMs, grid.after(rounded.beginMs, 1));
      return { ...rounded, endMs };
    });
  },
});
