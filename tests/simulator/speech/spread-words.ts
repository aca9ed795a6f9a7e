import type { SpokenSentence, SpokenWord } from './spoken-sentence';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const latin = /\p{Script=Latin}/u;

interface Token {
  readonly text: string;
  readonly punctuation: string;
  readonly isBeforeBlank: boolean;
}

/** The service says few sentences, many times; a language's segmenter is slow. */
const known = new Map<string, readonly Token[]>();
const mostKnown = 1_000;
/** So is looking at its characters. */
const weightsOf = new WeakMap<readonly Token[], readonly number[]>();

/**
 * The words of a sentence. Times are the measured ones where alignment is on and the words are
 * known, else spread evenly over the sentence as the vendor does (protocol §0.9, §6.6).
 */
export function listWords(sentence: SpokenSentence, isAligned: boolean): SpokenWord[] {
  const tokens = tokenise(sentence.text);
  const measured = isAligned ? sentence.words : undefined;
  if (measured !== undefined && measured.length === tokens.length) {
    return tokens.map((token, index) => {
      const { beginMs, endMs } = measured[index]!;
      return { ...token, beginMs, endMs };
    });
  }
  return spread(tokens, sentence.beginMs, sentence.endMs);
}

/** The same text without its marks, as with punctuation prediction switched off. */
export function removePunctuation(text: string): string {
  return tokenise(text)
    .map((token) => token.text + (token.isBeforeBlank ? ' ' : ''))
    .join('')
    .trimEnd();
}

/** Whether the text is of a language written with blanks; the vendor then ends it with one (§6.10). */
export function isSpaced(text: string): boolean {
  return latin.test(text);
}

function tokenise(text: string): readonly Token[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const tokens = cutToTokens(text);
  if (known.size < mostKnown) known.set(text, tokens);
  return tokens;
}

function cutToTokens(text: string): readonly Token[] {
  const tokens: { text: string; punctuation: string; isBeforeBlank: boolean }[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = tokens.at(-1);
    if (isWordLike) {
      tokens.push({ text: segment, punctuation: '', isBeforeBlank: false });
    } else if (last !== undefined) {
      if (segment.trim() === '') last.isBeforeBlank = true;
      else last.punctuation += segment.trim();
    }
  }
  return tokens;
}

function spread(tokens: readonly Token[], beginMs: number, endMs: number): SpokenWord[] {
  const weights = weightsOf.get(tokens) ?? tokens.map(weigh);
  weightsOf.set(tokens, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return tokens.map((token, index) => {
    const wordBeginMs = beginMs + Math.round(((endMs - beginMs) * passed) / total);
    passed += weights[index]!;
    const wordEndMs = beginMs + Math.round(((endMs - beginMs) * passed) / total);
    const { text, punctuation, isBeforeBlank } = token;
    // Written out, because to copy an object of any shape takes many times as long.
    return { text, punctuation, isBeforeBlank, beginMs: wordBeginMs, endMs: wordEndMs };
  });
}

/**
 * A Chinese character counts one. Of Latin words the one observed reply (sample 06) shows two
 * lengths only: "to" is half as long as "hello", "welcome" and "master".
 */
function weigh({ text }: Token): number {
  if (!latin.test(text)) return Array.from(text).length;
  return text.length > 3 ? 2 : 1;
}
