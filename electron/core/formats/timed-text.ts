import { omitUndefined } from '../omit-undefined';
import { z } from 'zod';
import { breakLines } from '../cues/break-lines';
import { chooseBreakRules } from '../cues/break-rules';
import { chooseCueLimits, type CueLimits, defaultCueLimits } from '../cues/cue-limits';
import type { FormatDocument } from './format-document';
import type { TimeSpan } from '../alignment/time-span';
import type { Sentence } from '../transcript/sentence';
import type { Word } from '../transcript/word';
import { describeOptions, option, type OptionField } from './option-fields';
import { listLines, tidyLines } from './text-lines';

export { listLines } from './text-lines';

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

interface TimedUnit {
  readonly beginMs: number;
  readonly endMs: number;
  readonly speaker: string | undefined;
  /** What it is made of. */
  readonly sentence: Sentence;
  /** Absent where it is all of its sentence. */
  readonly word?: Word;
}

/** What stands on the screen at once, as a subtitle file has it. */
export interface TimedText extends TimedUnit {
  readonly lines: readonly string[];
}

/** The same with its lines as one text. */
export interface CueText extends TimedUnit {
  readonly text: string;
}

/**
 * The cues of a subtitle file [FM1]: text broken into lines and without blank lines, as these would
 * end a cue; whole ms from zero; each at least 1 ms long; none without text. What was opened from a
 * file of cues keeps its lines [FM14], unless a length or number of lines is asked for.
 */
export function listTimedTexts(document: FormatDocument, options: TimedTextOptions): TimedText[] {
  return listCueTexts(document, options).map(
    ({ beginMs, endMs, text, speaker, sentence, word }): TimedText => {
      const lines = text.split('\n');
      return word === undefined
        ? { beginMs, endMs, lines, speaker, sentence }
        : { beginMs, endMs, lines, speaker, sentence, word };
    },
  );
}

/** The same for formats whose texts are broken into lines by line feeds. */
export function listCueTexts(document: FormatDocument, options: TimedTextOptions): CueText[] {
  const { toLines } = makeLineBreaker(document, options);
  const toText =
    toLines === listLines ? tidyLines : (text: string): string => toLines(text).join('\n');
  const texts: CueText[] = [];
  const add = (span: TimeSpan, given: string, sentence: Sentence, word?: Word): void => {
    const text = toText(given);
    if (text === '') return;
    const beginMs = Math.max(0, Math.round(span.beginMs));
    const endMs = Math.max(beginMs + 1, Math.round(span.endMs));
    const { speaker } = sentence;
    // Written out: a file has tens of thousands of them.
    texts.push(
      word === undefined
        ? { beginMs, endMs, text, speaker, sentence }
        : { beginMs, endMs, text, speaker, sentence, word },
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

/** How the text of a cue becomes lines; none of them is blank. */
export function makeLineBreaker(
  { language, sentences, source, keepsLines = source?.hasLines === true }: FormatDocument,
  options: TimedTextOptions,
): { readonly toLines: (text: string) => readonly string[] } {
  const isAsked = options.maxLines !== undefined || options.maxLineCharacters !== undefined;
  if (keepsLines && !isAsked) return { toLines: listLines };
  const all = sentences.map(({ text }) => text).join('\n');
  const limits = { ...chooseCueLimits(language, all), ...pickLineLimits(options) };
  const rules = chooseBreakRules(language, all);
  return { toLines: (text) => breakLines(text, limits, rules) };
}

function pickLineLimits({ maxLineCharacters, maxLines }: TimedTextOptions): Partial<CueLimits> {
  return omitUndefined({ maxLineCharacters, maxLines });
}
