import { z } from 'zod';
import {
  countTimecodeFrames,
  findFrameMs,
  nameFrameRate,
  usualFrameRates,
} from '../../timing/frame-rate';
import { parseFrameTimecode, type TimecodeForm } from '../../timing/frame-timecode';
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
 * before the frames of drop-frame timecode [FT1]; or as people write a time.
 * @param timecode of the file; where it does not say whether frames are dropped, the mark does
 * @returns undefined for what is none, or the timecode of a frame that there is not
 */
export function parseProgrammeStart(text: string, timecode: TimecodeForm): number | undefined {
  const { rate, isDropFrame } = timecode;
  // Behind a point or comma stands a fraction, as everywhere [TC1].
  const frame = /[.,]/u.test(text) ? undefined : parseFrameTimecode(text, rate, isDropFrame);
  return frame === undefined ? parseTypedTime(text, 0) : findFrameMs(frame, rate);
}

/** The most frames that a second has, so that what is right at some rate is taken. */
const fastest = { rate: usualFrameRates['60'] };
const isStart = (text: string): boolean => parseProgrammeStart(text, fastest) !== undefined;

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
  findProblem({ programmeStart }, { timecode }) {
    if (programmeStart === undefined) return undefined;
    if (parseProgrammeStart(programmeStart, timecode) !== undefined) return undefined;
    const last = String(countTimecodeFrames(timecode.rate) - 1).padStart(2, '0');
    return {
      option: 'programmeStart',
      text: 'writing.noSuchFrame',
      parameters: { asked: programmeStart, rate: nameFrameRate(timecode.rate), last },
    };
  },
  apply(given, { offset: asked = '0', programmeStart }, context) {
    const { timecode, holdsStart, lose } = context;
    const startMs =
      programmeStart === undefined ? undefined : parseProgrammeStart(programmeStart, timecode);
    const saysStart = holdsStart && startMs !== undefined;
    const document = saysStart ? { ...given, programmeStartMs: startMs } : given;
    const byMs = (parseOffset(asked) ?? 0) + (saysStart ? 0 : (startMs ?? 0));
    if (byMs === 0) return document;
    const before = document.sentences.filter(({ endMs }) => endMs + byMs <= 0).length;
    if (before > 0) lose('before-zero', before);
    return mapSentences(document, (sentence) => mapTimes(sentence, (timeMs) => timeMs + byMs));
  },
});
