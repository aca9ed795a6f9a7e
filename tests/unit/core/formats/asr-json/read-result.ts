import { json } from '@core/formats/json';
import type { Sentence } from '@core/transcript/sentence';
import { vendorDialect } from '@isi/replies/vendor-dialect';

const dialects = [vendorDialect];
/** What is read of a result, or of its text. */
export const readResult = (value: unknown): ReturnType<NonNullable<typeof json.read>> =>
  json.read!(typeof value === 'string' ? value : JSON.stringify(value), {
    dialects,
    name: 'a.json',
  });

/** Begin, end and text. */
export type Cue = readonly [number, number, string];
export const cuesOf = (sentences: readonly Sentence[]): readonly Cue[] =>
  sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text] as const);
/** Words that were measured, as `begin-end text confidence`. */
export const wordsOf = (sentences: readonly Sentence[]): readonly string[] =>
  sentences.flatMap(({ words }) =>
    words.map(({ beginMs, endMs, text, timing, confidence }) =>
      [timing === 'measured' ? `${beginMs}-${endMs}` : timing, text, confidence]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  );

/** A result of a recogniser, and what is read of it. */
export interface ResultRow {
  readonly name: string;
  readonly value: unknown;
  readonly engine: string;
  readonly language?: string;
  readonly cues: readonly Cue[];
  readonly words?: readonly string[];
  readonly speakers?: readonly (string | undefined)[];
  readonly channels?: readonly number[];
}
