import { retimeWords } from '@core/alignment/retime-words';
import type { CheckContext } from '@core/qc/check-rule';
import type { Sentence } from '@core/transcript/sentence';

/** Begin and end in ms, and the text. */
export type ShortCue = readonly [beginMs: number, endMs: number, text: string];

/** Sentences whose words were spread over them, as a file of subtitles gives them. */
export function makeCues(cues: readonly ShortCue[]): readonly Sentence[] {
  return cues.map(([beginMs, endMs, text], index) => ({
    ...{ id: `c${index + 1}`, beginMs, endMs, text, channel: 0 },
    words: retimeWords([], text, { beginMs, endMs }),
  }));
}

/** As where nobody says anything of the document. */
export const plainContext: CheckContext = {
  language: 'en',
  breaksLines: false,
  frameRate: undefined,
  shotsMs: [],
  ownWords: [],
  reviewed: undefined,
};
