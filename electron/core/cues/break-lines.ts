import { countCharacters, splitGraphemes } from '../transcript/graphemes';
import { stripMarkup } from '../transcript/markup';
import { isUnspaced, type Token, tokenise } from '../transcript/tokenise';
import { breakCosts } from './break-cost';
import { type BreakRules, chooseBreakRules } from './break-rules';
import type { CueLimits } from './cue-limits';
import { findBreaks } from './find-breaks';

/** What may not begin a line: closing marks, small kana, the long vowel mark, iteration marks. */
const notAtLineBegin =
  /^[\p{Pe}\p{Pf}\p{M}、。，．：；！？｡､,.:;!?%％‰…⋯‥·・’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ〜～—–]/u;
/** What may not end a line: opening marks and currency signs. */
const notAtLineEnd = /[\p{Ps}\p{Pi}‘“¿¡$￥¥£€#＃]$/u;
/** A chunk between blanks as marks, what stands from its first to its last letter, and marks. */
const chunkParts = /^([^\p{L}\p{N}]*)([\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?)(.*)$/su;
const imbalanceCost = 250;
const topHeavyCost = 12;

/** The smallest stretch that stays on one line, with the blank after it and the cost of breaking there. */
interface Piece {
  readonly text: string;
  readonly length: number;
  readonly blank: string;
  readonly blankLength: number;
  /** Worked out where it is asked for: most places are never in question. */
  readonly cost: () => number;
}

/**
 * Breaks a text into lines for reading [CU7]: as few lines as hold it, balanced, the lower line
 * rather the longer one, at marks first and then before a conjunction or preposition (Netflix
 * general guide, BBC subtitle guidelines). Chinese and Japanese break between words, inside one only
 * where nothing else fits, and never before a closing mark or after an opening one (kinsoku, JIS X
 * 4051). Line breaks in the text stay. A single word longer than a line stays whole.
 *
 * @param rules by which words it is broken; by default as the text tells
 * @returns lines without blanks at their ends; more than `maxLines` where the text does not fit,
 *   for nothing is dropped; empty for a blank text
 */
export function breakLines(
  text: string,
  limits: Pick<CueLimits, 'maxLineCharacters' | 'maxLines'>,
  rules?: BreakRules,
): string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, _index, lines) =>
      breakParagraph(
        line,
        limits.maxLineCharacters,
        lines.length > 1 ? Infinity : limits.maxLines,
        rules,
      ),
    );
}

/** Whether a text stands in `maxLines` lines, none longer than allowed. */
export function fitsLines(
  text: string,
  limits: Pick<CueLimits, 'maxLineCharacters' | 'maxLines'>,
): boolean {
  const lines = breakLines(text, limits);
  return (
    lines.length <= limits.maxLines &&
    lines.every((line) => countCharacters(line) <= limits.maxLineCharacters)
  );
}

function breakParagraph(
  text: string,
  maxLineCharacters: number,
  maxLines: number,
  given?: BreakRules,
): string[] {
  if (countCharacters(text) <= maxLineCharacters) return [text];
  const rules = given ?? chooseBreakRules(undefined, text);
  let pieces = splitPieces(text, rules, false);
  const isTooLong = pieces.some((piece) => piece.length > maxLineCharacters);
  if (isUnspaced(text) && (isTooLong || countFewestLines(pieces, maxLineCharacters) > maxLines)) {
    pieces = splitPieces(text, rules, true);
  }
  const ends = chooseEnds(pieces, maxLineCharacters);
  return ends.map((end, index) => joinPieces(pieces.slice(ends[index - 1] ?? 0, end)));
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, index) => piece.text + (index < pieces.length - 1 ? piece.blank : ''))
    .join('');
}

/** As `tokenise`, but several times as fast where blanks are the only places to break at. */
export function splitTokens(text: string): Token[] {
  const isPlain = !isUnspaced(text) && !/[—–…]\S/u.test(text) && stripMarkup(text) === text;
  if (!isPlain) return tokenise(text);
  const tokens: Token[] = [];
  for (const chunk of text.match(/\S+\s*/gu) ?? []) {
    const last = tokens.at(-1);
    const parts = chunkParts.exec(chunk);
    if (parts !== null) tokens.push({ before: parts[1]!, text: parts[2]!, after: parts[3]! });
    else if (last === undefined) return tokenise(text);
    else tokens[tokens.length - 1] = { ...last, after: last.after + chunk };
  }
  return tokens;
}

/** Cuts a text at every place where a line may end. */
function splitPieces(text: string, rules: BreakRules, insideWords: boolean): Piece[] {
  const tokens = splitTokens(text);
  const breaks = findBreaks(tokens, rules);
  const pieces: Piece[] = [];
  let held = '';
  const push = (body: string, cost: () => number): void => {
    const whole = held + body;
    const bare = whole.trimEnd();
    held = '';
    pieces.push({
      text: bare,
      length: countCharacters(bare),
      blank: whole.slice(bare.length),
      blankLength: countCharacters(whole.slice(bare.length)),
      cost,
    });
  };
  tokens.forEach((token, index) => {
    let body = token.before + token.text + token.after;
    if (insideWords && isUnspaced(token.text)) {
      const characters = splitGraphemes(token.text);
      held += token.before;
      body = characters.pop()! + token.after;
      for (const [place, character] of characters.entries()) {
        const next = characters[place + 1] ?? body;
        if (notAtLineBegin.test(next) || notAtLineEnd.test(character)) held += character;
        else push(character, () => breakCosts.inside);
      }
    }
    const next = tokens[index + 1];
    if (next === undefined) push(body, () => 0);
    else if (mayBreakBetween(token, next)) push(body, () => breakCosts[breaks.kindAfter(index)]);
    else held += body;
  });
  return pieces;
}

/** Whether a line may end between two tokens: at a blank, after a dash, or next to unspaced script. */
export function mayBreakBetween(token: Token, next: Token): boolean {
  const body = token.before + token.text + token.after;
  const nextBody = next.before + next.text;
  if (/\s$/u.test(body) || /^\s/u.test(nextBody)) return true;
  if (notAtLineBegin.test(nextBody) || notAtLineEnd.test(body)) return false;
  const nextCharacter = splitGraphemes(nextBody)[0] ?? '';
  return isUnspaced(token.text) || isUnspaced(nextCharacter) || /[—–…]$/u.test(body);
}

/** Indexes after the last piece of each line, of the cheapest among the breakings of fewest lines. */
function chooseEnds(pieces: readonly Piece[], maxLineCharacters: number): number[] {
  const lineCount = countFewestLines(pieces, maxLineCharacters);
  const hasOverlong = pieces.some((piece) => piece.length > maxLineCharacters);
  const lengthUpTo = [0];
  for (const piece of pieces) {
    lengthUpTo.push(lengthUpTo.at(-1)! + piece.length + piece.blankLength);
  }
  const total = lengthUpTo.at(-1)!;
  const ideal = total / lineCount;
  // best[line][end]: cheapest way to put pieces before `end` on `line` lines.
  const count = pieces.length;
  let best = new Array<number>(count + 1).fill(Infinity);
  best[0] = 0;
  const froms: number[][] = [];
  let lastLengths = new Array<number>(count + 1).fill(0);
  for (let line = 0; line < lineCount; line++) {
    const next = new Array<number>(count + 1).fill(Infinity);
    const from = new Array<number>(count + 1).fill(0);
    const lengths = new Array<number>(count + 1).fill(0);
    for (let begin = 0; begin < count; begin++) {
      if (best[begin] === Infinity) continue;
      let length = 0;
      for (let end = begin + 1; end <= count; end++) {
        const piece = pieces[end - 1]!;
        length += piece.length;
        // A piece that is too long by itself has a line of its own.
        if (length > maxLineCharacters && end > begin + 1) break;
        const isLast = line === lineCount - 1;
        const isHopeless =
          line === lineCount - 2 && !hasOverlong && total - lengthUpTo[end]! > maxLineCharacters;
        if (isLast === (end === count) && !isHopeless) {
          const deviation = (length - ideal) / maxLineCharacters;
          const topHeavy = line > 0 && lastLengths[begin]! > length ? topHeavyCost : 0;
          const cost =
            best[begin]! + imbalanceCost * deviation ** 2 + topHeavy + (isLast ? 0 : piece.cost());
          if (cost < next[end]!) {
            next[end] = cost;
            from[end] = begin;
            lengths[end] = length;
          }
        }
        length += piece.blankLength;
      }
    }
    best = next;
    lastLengths = lengths;
    froms.push(from);
  }
  const ends: number[] = [];
  for (let line = lineCount - 1, end = count; line >= 0; line--) {
    ends.unshift(end);
    end = froms[line]![end]!;
  }
  return ends;
}

function countFewestLines(pieces: readonly Piece[], maxLineCharacters: number): number {
  let lines = 1;
  let length = 0;
  pieces.forEach((piece, index) => {
    const blankLength = index === 0 ? 0 : pieces[index - 1]!.blankLength;
    const isFirstOnLine = length === 0;
    const longer = length + (isFirstOnLine ? 0 : blankLength) + piece.length;
    if (!isFirstOnLine && longer > maxLineCharacters) {
      lines++;
      length = piece.length;
    } else length = longer;
  });
  return lines;
}
