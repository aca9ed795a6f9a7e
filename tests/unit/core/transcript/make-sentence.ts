import { tokenise } from '@core/transcript/tokenise';
import type { Sentence } from '@core/transcript/sentence';
import type { Transcript } from '@core/transcript/transcript';
import { joinWords, type Word } from '@core/transcript/word';

/** A sentence of `text` whose words share its time evenly. */
export function makeSentence(
  text: string,
  beginMs: number,
  endMs: number,
  fields: Partial<Sentence> = {},
): Sentence {
  const tokens = tokenise(text);
  const at = (index: number): number =>
    beginMs + Math.round(((endMs - beginMs) * index) / tokens.length);
  const words = tokens.map((token, index): Word => ({
    ...token,
    beginMs: at(index),
    endMs: at(index + 1),
    timing: 'measured',
  }));
  const id = `s${beginMs}`;
  return { id, beginMs, endMs, text: joinWords(words), channel: 0, words, ...fields };
}

export function makeTranscript(
  sentences: readonly Sentence[],
  fields: Partial<Transcript> = {},
): Transcript {
  return {
    version: 1,
    media: { path: 'talk.wav', durationMs: 60_000 },
    language: 'en',
    engine: 'local',
    sentences,
    ...fields,
  };
}
