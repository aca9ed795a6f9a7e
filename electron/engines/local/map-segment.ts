import { tokenise } from '@core/transcript/tokenise';
import type { Word, WordTiming } from '@core/transcript/word';
import type { TimedChunk } from './protocol';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A stretch of time in ms, not necessarily whole. */
export interface Span {
  readonly beginMs: number;
  readonly endMs: number;
}

/** Number of user-perceived characters: the share of time a text takes where nothing is measured. */
export function countGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** Cuts a span in parts proportional to the texts' lengths in graphemes. */
export function shareSpan(texts: readonly string[], span: Span): Span[] {
  const weights = texts.map((text) => Math.max(1, countGraphemes(text)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const beginMs = span.beginMs + ((span.endMs - span.beginMs) * before) / total;
    before += weight;
    return { beginMs, endMs: span.beginMs + ((span.endMs - span.beginMs) * before) / total };
  });
}

/**
 * The words of a recognised segment. The text is the chunks joined by blanks, cut by `tokenise`; a
 * token takes its chunk's times, `measured` where the chunk's are; tokens that share a chunk share
 * its span by length and are `estimated`. Times are whole ms from the recording's beginning, in
 * order; no blank follows the last word. A text without letter or digit gives no words.
 * @param offsetMs where the chunks' zero lies in the recording
 * @param limitMs where the segment ends, which no word outlasts
 */
export function mapSegment(
  chunks: readonly TimedChunk[],
  offsetMs: number,
  limitMs = Infinity,
): Word[] {
  const spoken = chunks.filter((chunk) => chunk.text.trim() !== '');
  const text = spoken.map((chunk) => chunk.text.trim()).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const words: Word[] = [];
  for (const { chunk, tokens } of groupByChunk(text, spoken)) {
    const spans = shareSpan(
      tokens.map((token) => token.text),
      chunk,
    );
    const isMeasured = tokens.length === 1 && chunk.isEstimated !== true;
    const timing: WordTiming = isMeasured ? 'measured' : 'estimated';
    tokens.forEach((token, index) => {
      const span = spans[index]!;
      const floorMs = words.at(-1)?.endMs ?? 0;
      const place = (ms: number): number => Math.min(limitMs, Math.round(offsetMs + ms));
      const beginMs = Math.max(floorMs, place(span.beginMs));
      const endMs = Math.max(beginMs, place(span.endMs));
      words.push({ ...token, beginMs, endMs, timing, confidence: toUnit(chunk.confidence) });
    });
  }
  return words;
}

interface ChunkTokens {
  readonly chunk: TimedChunk;
  readonly tokens: ReturnType<typeof tokenise>;
}

/** Tokens of the joined text under the chunk in which each one's word begins. */
function groupByChunk(text: string, chunks: readonly TimedChunk[]): ChunkTokens[] {
  const groups: { chunk: TimedChunk; tokens: ReturnType<typeof tokenise> }[] = [];
  let chunkIndex = 0;
  let chunkEnd = chunks[0]?.text.trim().length ?? 0;
  let position = 0;
  for (const token of tokenise(text)) {
    const begin = position + token.before.length;
    position = begin + token.text.length + token.after.length;
    while (begin >= chunkEnd && chunkIndex < chunks.length - 1) {
      chunkIndex += 1;
      chunkEnd += 1 + chunks[chunkIndex]!.text.trim().length;
    }
    const chunk = chunks[chunkIndex]!;
    const last = groups.at(-1);
    if (last?.chunk === chunk) last.tokens.push(token);
    else groups.push({ chunk, tokens: [token] });
  }
  return groups;
}

function toUnit(confidence: number): number {
  return Math.min(1, Math.max(0, confidence));
}
