import { z } from 'zod';
import { findFrameMs, type FrameRate, usualFrameRates } from '../../timing/frame-rate';
import { parseFrameTimecode } from '../../timing/frame-timecode';
import { parseTypedTime } from '../../timing/parse-typed-time';
import { option } from '../option-fields';
import { mapSentences, mapTimes } from './change-sentences';
import { defineRule } from './writing-rule';

/**
 * A distance in time as people write it: `1.5`, `-0.2`, `+00:01:00`.
 * @returns whole ms; undefined for what is none
 */
export function parseOffset(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[−–]/gu, '-').trim();
  const sizeMs = parseTypedTime(plain.replace(/^[+-]\s*/u, ''), 0);
  return sizeMs === undefined || !plain.startsWith('-') ? sizeMs : 0 - sizeMs;
}

/**
 * The time at which a programme begins, by the timecode of its first frame: `01:00:00:00`, with `;`
 * before the frames of drop-frame timecode [FT1].
 * @param rate by which frames are counted; by default 25
 */
export function parseProgrammeStart(
  text: string,
  rate: FrameRate = usualFrameRates['25'],
): number | undefined {
  const frame = parseFrameTimecode(text, rate);
  return frame === undefined ? parseTypedTime(text, 0) : findFrameMs(frame, rate);
}

const isStart = (text: string): boolean =>
  parseProgrammeStart(text, usualFrameRates['60']) !== undefined;

/** All times earlier or later; none goes below zero. */
export const offset = defineRule({
  scope: 'times',
  options: z.object({
    offset: option(
      z
        .string()
        .refine((text) => parseOffset(text) !== undefined, 'a time')
        .optional(),
      { label: 'writing.offset', group: 'writing', example: '-1.5' },
    ),
    programmeStart: option(z.string().refine(isStart, 'HH:MM:SS:FF').optional(), {
      label: 'writing.programmeStart',
      group: 'writing',
      example: '01:00:00:00',
    }),
  }),
  apply(document, { offset: asked = '0', programmeStart = '0' }, { grid, lose }) {
    const startMs = parseProgrammeStart(programmeStart, grid.rate) ?? 0;
    const byMs = (parseOffset(asked) ?? 0) + startMs;
    if (byMs === 0) return document;
    const before = document.sentences.filter(({ endMs }) => endMs + byMs <= 0).length;
    if (before > 0) lose('before-zero', before);
    return mapSentences(document, (sentence) => mapTimes(sentence, (timeMs) => timeMs + byMs));
  },
});
