import { omitUndefined } from '../omit-undefined';
import { z } from 'zod';
import { breakLines } from '../cues/break-lines';
import { chooseBreakRules } from '../cues/break-rules';
import { chooseCueLimits, type CueLimits, defaultCueLimits } from '../cues/cue-limits';
import type { FormatDocument } from './format-document';
import { hasCleanLines, splitLines } from './lines';
import type { TimeSpan } from '../alignment/time-span';
import type { Sentence } from '../transcript/sentence';
import type { Word } from '../transcript/word';
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
/** When each word is said, within the text of its cue. */
export const karaoke = option(z.boolean().default(false), { label: 'export.karaoke' });

/** Options of a format of cues. */
export const cueOptions = z.object({ ...lineOptions, words });
/** Of a format of cues that can name speakers. */
export const spokenCueOptions = z.object({ ...lineOptions, speakers, words });
/** Of a format of cues that can name speakers and has times within its text. */
export const karaokeCueOptions = z.object({ ...lineOptions, speakers, words, karaoke });
/** Of running text. */
export const proseOptions = z.object({ speakers });

/** What a person may choose when cues are written; what a format has no use for is ignored. */
export type TimedTextOptions = Partial<z.output<typeof karaokeCueOptions>>;

/** What stands on the screen at once, as a subtitle file has it. */
export interface TimedText {
  readonly beginMs: number;
  readonly endMs: number;
  /** Its lines, parted by line feeds; none of them is blank. */
  readonly text: string;
  readonly speaker: string | undefined;
  /** What it is made of. */
  readonly sentence: Sentence;
  /** Absent where it is all of its sentence. */
  readonly word?: Word;
}

/**
 * The cues of a subtitle file [FM1]: text broken into lines and without blank lines, as these would
 * end a cue; whole ms from zero; each at least 1 ms long; none without text. What was opened from a
 * file of cues keeps its lines [FM14], unless a length or number of lines is asked for.
 */
export function listTimedTexts(document: FormatDocument, options: TimedTextOptions): TimedText[] {
  const { breakText } = makeLineBreaker(document, options);
  const texts: TimedText[] = [];
  const add = (
    { beginMs, endMs }: TimeSpan,
    given: string,
    sentence: Sentence,
    word?: Word,
  ): void => {
    const text = breakText(given);
    if (text === '') return;
    const begin = Math.max(0, Math.round(beginMs));
    const end = Math.max(begin + 1, Math.round(endMs));
    const { speaker } = sentence;
    // Written out: a file has tens of thousands of them.
    texts.push(
      word === undefined
        ? { beginMs: begin, endMs: end, text, speaker, sentence }
        : { beginMs: begin, endMs: end, text, speaker, sentence, word },
    );
  };
  for (const sentence of document.sentences) {
    if (options.words !== true) add(sentence, sentence.text, sentence);
    else {
      for (const word of sentence.words) {
        add(word, word.before + word.text + word.after, sentence, word);
      }
    }
  }
  return texts;
}

/** How the text of a cue becomes lines, parted by line feeds; none of them is blank. */
export function makeLineBreaker(
  { language, sentences, source, keepsLines = source?.hasLines === true }: FormatDocument,
  options: TimedTextOptions,
): { readonly breakText: (text: string) => string } {
  const isAsked = options.maxLines !== undefined || options.maxLineCharacters !== undefined;
  if (keepsLines && !isAsked) return { breakText: cleanLines };
  const all = sentences.map(({ text }) => text).join('\n');
  const limits = { ...chooseCueLimits(language, all), ...pickLineLimits(options) };
  const rules = chooseBreakRules(language, all);
  return { breakText: (text) => breakLines(text, limits, rules).join('\n') };
}

/** The lines of a text as they are, without blank ones and blanks at their ends. */
export function cleanLines(text: string): string {
  // Nearly all texts are so, and are told in a fraction of the time.
  if (hasCleanLines(text) && !text.includes('\r')) return text;
  return splitLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function pickLineLimits({ maxLineCharacters, maxLines }: TimedTextOptions): Partial<CueLimits> {
  return omitUndefined({ maxLineCharacters, maxLines });
}
