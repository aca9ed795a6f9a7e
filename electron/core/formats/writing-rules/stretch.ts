import { z } from 'zod';
import { type FrameRate, parseFrameRate } from '../../timing/frame-rate';
import { option } from '../option-fields';
import { mapSentences, mapTimes } from './change-sentences';
import { defineRule } from './writing-rule';

/** A factor as a fraction, so that hours later every time still is exact. */
type Ratio = FrameRate;

/**
 * By how much times grow: `25:23.976` for a text to a picture of 25 frames a second that is shown at
 * 23.976 (each of its times is later by that), or a factor (`1.001`).
 * @returns undefined for what is neither
 */
export function parseStretch(text: string): Ratio | undefined {
  const [from = '', to, ...more] = text.split(/->|[:→>]/u).map((part) => part.trim());
  if (more.length > 0) return undefined;
  if (to === undefined) return parseFactor(from);
  const before = parseFrameRate(from);
  const after = parseFrameRate(to);
  if (before === undefined || after === undefined) return undefined;
  return {
    numerator: before.numerator * after.denominator,
    denominator: before.denominator * after.numerator,
  };
}

function parseFactor(text: string): Ratio | undefined {
  if (!/^\d{1,3}(?:\.\d{1,9})?$/u.test(text)) return undefined;
  const factor = Number(text);
  if (!(factor >= 0.1 && factor <= 10)) return undefined;
  return { numerator: Math.round(factor * 1_000_000_000), denominator: 1_000_000_000 };
}

/** Times for a picture that is shown at another rate. */
export const stretch = defineRule({
  scope: 'times',
  options: z.object({
    stretch: option(
      z
        .string()
        .refine((text) => parseStretch(text) !== undefined, 'FROM:TO or a factor')
        .optional(),
      { label: 'writing.stretch', group: 'writing', example: '25:23.976' },
    ),
  }),
  apply(document, options) {
    const ratio = options.stretch === undefined ? undefined : parseStretch(options.stretch);
    if (ratio === undefined || ratio.numerator === ratio.denominator) return document;
    const { numerator, denominator } = ratio;
    return mapSentences(document, (sentence) =>
      mapTimes(sentence, (timeMs) => Math.round((timeMs * numerator) / denominator)),
    );
  },
});
