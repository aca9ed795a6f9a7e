import { omitUndefined } from '../omit-undefined';
import { z } from 'zod';
import { breakLines } from '../cues/break-lines';
import { chooseBreakRules } from '../cues/break-rules';
import { chooseCueLimits, type CueLimits, defaultCueLimits } from '../cues/cue-limits';
import type { FormatDocument } from './format-document';
import { describeOptions, option, type OptionField } from './option-fields';

/** Where a cue's text breaks into lines; by default as the language has it. */
const lineOptions = {
  maxLines: option(z.int().min(1).max(10).optional(), {
    label: 'export.lines',
    usual: (language) => defaultCueLimits(language).maxLines,
  }),
  maxLineCharacters: option(z.int().min(4).max(500).optional(), {
    label: 'export.characters',
    usual: (language) => defaultCueLimits(language).maxLineCharacters,
  }),
};

/** The same for a form and the command line, which take from here what is a sensible number. */
export const lineFields: readonly OptionField[] = describeOptions(z.object(lineOptions));

/** Names of speakers, where known. */
const speakers = option(z.boolean().default(true), { label: 'export.speakers' });
/** One cue for each word instead of each sentence. */
const words = option(z.boolean().default(false), { label: 'export.words' });

/** Options of a format of cues. */
export const cueOptions = z.object({ ...lineOptions, words });
/** Of a format of cues that can name speakers. */
export const spokenCueOptions = z.object({ ...lineOptions, speakers, words });
/** Of running text. */
export const proseOptions = z.object({ speakers });

/** What a person may choose when cues are written; what a format has no use for is ignored. */
export type TimedTextOptions = Partial<z.output<typeof spokenCueOptions>>;

/** What stands on the screen at once, as a subtitle file has it. */
export interface TimedText {
  readonly beginMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
  readonly speaker: string | undefined;
}

/**
 * The cues of a subtitle file [FM1]: text broken into lines and without blank lines, as these would
 * end a cue; whole ms from zero; each at least 1 ms long; none without text.
 */
export function listTimedTexts(
  { language, sentences }: FormatDocument,
  options: TimedTextOptions,
): TimedText[] {
  const all = sentences.map(({ text }) => text).join('\n');
  const limits = { ...chooseCueLimits(language, all), ...pickLineLimits(options) };
  const rules = chooseBreakRules(language, all);
  const texts: TimedText[] = [];
  const add = (beginMs: number, endMs: number, text: string, speaker: string | undefined): void => {
    const lines = breakLines(text, limits, rules);
    if (lines.length === 0) return;
    const begin = Math.max(0, Math.round(beginMs));
    texts.push({ beginMs: begin, endMs: Math.max(begin + 1, Math.round(endMs)), lines, speaker });
  };
  for (const { beginMs, endMs, text, speaker, words } of sentences) {
    if (options.words !== true) add(beginMs, endMs, text, speaker);
    else {
      for (const word of words) {
        add(word.beginMs, word.endMs, word.before + word.text + word.after, speaker);
      }
    }
  }
  return texts;
}

function pickLineLimits({ maxLineCharacters, maxLines }: TimedTextOptions): Partial<CueLimits> {
  return omitUndefined({ maxLineCharacters, maxLines });
}
