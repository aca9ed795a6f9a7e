import { breakLines } from '../cues/break-lines';
import { chooseCueLimits } from '../cues/cue-limits';
import type { Transcript } from '../transcript/transcript';

/** What a person may choose when a transcript is written; what a format has no use for is ignored. */
export interface FormatOptions {
  /** One cue for each word instead of each sentence. */
  readonly words?: boolean;
  /** Where a cue's text breaks into lines; by default as the language has it. */
  readonly maxLineCharacters?: number;
  readonly maxLines?: number;
  /** Names of speakers, where known; on by default. */
  readonly speakers?: boolean;
}

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
export function listTimedTexts(transcript: Transcript, options: FormatOptions): TimedText[] {
  const { language, sentences } = transcript;
  const all = sentences.map(({ text }) => text).join('\n');
  const limits = { ...chooseCueLimits(language, all), ...pickLineLimits(options) };
  const texts: TimedText[] = [];
  const add = (beginMs: number, endMs: number, text: string, speaker: string | undefined): void => {
    const lines = breakLines(text, limits);
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

function pickLineLimits(
  options: FormatOptions,
): Pick<FormatOptions, 'maxLineCharacters' | 'maxLines'> {
  return {
    ...(options.maxLineCharacters === undefined
      ? {}
      : { maxLineCharacters: options.maxLineCharacters }),
    ...(options.maxLines === undefined ? {} : { maxLines: options.maxLines }),
  };
}
