import type { Word } from '@core/transcript/word';
import type { EngineSegment } from '../engine';
import { shareSpan, type Span } from './map-segment';
import type { TimedChunk } from './protocol';
import { toMs } from './segmentation';
import { isWord } from './find-unspoken-units';
import type { PlacedTime, PlacingPlan } from './unit-alignment';

/** Longest time given to a word of which nothing is known. */
const unknownWordMs = 400;
/** Aligned to less than this and unlikely as well, a word was not heard. */
const leastMeasuredMs = 45;
const leastMeasuredConfidence = 1e-4;
/**
 * Less likely than this, a word has the best place there is for it, but nobody can say that it was
 * spoken: of the true words of 83 s of speech 3 in 178 were, of the words of another text 22 in 30.
 */
const leastHeardConfidence = 1e-3;
/** Of the words of another text a quarter is found by chance. */
const leastHeardShare = 0.5;

/**
 * Turns a plan and what the second pass answers into segments, one for each unit, text unchanged,
 * with times in order. Each is given out once, as soon as no later answer can change it: when all
 * answers its words wait for are there, and the next known word after those of unknown time, with
 * which they share the room.
 */
export class UnitPlacer {
  readonly #plan: PlacingPlan;
  readonly #times: (PlacedTime | undefined)[];
  /** For each job the first word that it or a later one may place. */
  readonly #firstOpen: readonly number[];
  /** For each unit the index after its last word. */
  readonly #unitEnds: readonly number[];
  readonly #filled: PlacedTime[] = [];
  #jobsDone = 0;
  #unitsDone = 0;
  #wordsDone = 0;
  #floorMs = 0;
  #lastEndMs = 0;

  constructor(plan: PlacingPlan) {
    this.#plan = plan;
    this.#times = [...plan.times];
    this.#firstOpen = findFirstOpen(plan);
    this.#unitEnds = findUnitEnds(plan);
  }

  /**
   * Takes the next job's answer.
   * @param chunks their times in ms from the segment's beginning; undefined where the second pass
   *   could not place them
   */
  add(chunks: readonly TimedChunk[] | undefined): void {
    const { segment, given } = this.#plan.jobs[this.#jobsDone]!;
    this.#jobsDone += 1;
    if (chunks === undefined) return;
    const offsetMs = toMs(segment.beginSample);
    for (const { chunk, token, limits } of given) {
      const time = readTime(chunks[chunk], offsetMs, limits);
      if (time !== undefined) this.#times[token] = time;
    }
  }

  /** Gives out what became final. */
  takeFinal(): EngineSegment[] {
    let end = this.#firstOpen[this.#jobsDone]!;
    if (end < this.#times.length) {
      while (end > this.#filled.length && this.#times[end - 1] === undefined) end -= 1;
    }
    return this.#takeUntil(end);
  }

  /** Gives out the rest, with times estimated where answers are lacking. */
  finish(): EngineSegment[] {
    return this.#takeUntil(this.#times.length);
  }

  #takeUntil(end: number): EngineSegment[] {
    this.#fillUnknown(end);
    const segments: EngineSegment[] = [];
    while (this.#unitsDone < this.#unitEnds.length && this.#unitEnds[this.#unitsDone]! <= end) {
      segments.push(this.#buildUnit(this.#unitEnds[this.#unitsDone]!));
      this.#unitsDone += 1;
    }
    return segments;
  }

  #buildUnit(end: number): EngineSegment {
    if (this.#isUnspoken(this.#unitsDone, this.#wordsDone, end)) return this.#buildUnspoken(end);
    const words: Word[] = [];
    for (; this.#wordsDone < end; this.#wordsDone++) {
      const { before, text, after } = this.#plan.tokens[this.#wordsDone]!;
      const time = this.#filled[this.#wordsDone]!;
      const beginMs = Math.max(this.#floorMs, Math.round(time.beginMs));
      const endMs = Math.max(beginMs, Math.round(time.endMs));
      this.#floorMs = endMs;
      const confidence = time.confidence === undefined ? {} : { confidence: time.confidence };
      words.push({ before, text, after, beginMs, endMs, timing: time.timing, ...confidence });
    }
    const beginMs = words[0]?.beginMs ?? this.#lastEndMs;
    this.#lastEndMs = words.at(-1)?.endMs ?? this.#lastEndMs;
    return { beginMs, endMs: this.#lastEndMs, channel: 0, words };
  }

  /** Whether nothing of a unit was heard although the text fits the sound. */
  #isUnspoken(unit: number, begin: number, end: number): boolean {
    if (this.#plan.unspokenUnits.has(unit)) return true;
    if (!this.#plan.fitsSound) return false;
    let words = 0;
    let measured = 0;
    for (let index = begin; index < end; index++) {
      if (!isWord(this.#plan.tokens[index]!)) continue;
      words += 1;
      // What was recognised as given counts, whatever is known of its times.
      if (this.#plan.times[index] !== undefined) return false;
      if (this.#times[index]?.timing === 'measured') measured += 1;
    }
    return words > 0 && measured < leastHeardShare * words;
  }

  /** Its text without any time of its own: it stands between those beside it. */
  #buildUnspoken(end: number): EngineSegment {
    const isKnown = this.#plan.unspokenUnits.has(this.#unitsDone);
    const betweenMs = isKnown ? Math.round(this.#filled[this.#wordsDone]!.beginMs) : 0;
    const placeMs = Math.max(this.#floorMs, betweenMs);
    const at = { beginMs: placeMs, endMs: placeMs };
    const words: Word[] = [];
    for (; this.#wordsDone < end; this.#wordsDone++) {
      const { before, text, after } = this.#plan.tokens[this.#wordsDone]!;
      words.push({ before, text, after, ...at, timing: 'estimated' });
    }
    return { ...at, channel: 0, words, isUnspoken: true };
  }

  /** Gives words of unknown time, up to `until`, a share of the time between their neighbours. */
  #fillUnknown(until: number): void {
    const filled = this.#filled;
    const times = this.#times;
    while (filled.length < until) {
      const begin = filled.length;
      const known = times[begin];
      if (known !== undefined) {
        filled.push(known);
        continue;
      }
      let end = begin;
      while (end < times.length && times[end] === undefined) end += 1;
      const run = this.#plan.tokens.slice(begin, end);
      const isSpoken = ({ unit }: { readonly unit: number }): boolean =>
        !this.#plan.unspokenUnits.has(unit);
      const texts = run.filter(isSpoken).map((token) => token.text);
      const span = spanBetween(times[begin - 1], times[end], texts.length, this.#plan.speech);
      const shares = shareSpan(texts, span);
      let lastEndMs = span.beginMs;
      for (const token of run) {
        // What is not spoken takes no time from what is.
        const share = isSpoken(token) ? shares.shift()! : { beginMs: lastEndMs, endMs: lastEndMs };
        lastEndMs = share.endMs;
        filled.push({ ...share, timing: 'estimated' });
      }
    }
  }
}

/** {@link UnitPlacer} for answers that are all there. */
export function placeUnits(
  plan: PlacingPlan,
  answers: readonly (readonly TimedChunk[] | undefined)[],
): EngineSegment[] {
  const placer = new UnitPlacer(plan);
  for (const chunks of answers) placer.add(chunks);
  return placer.finish();
}

/** One more than there are jobs: after the last, no word is open. */
function findFirstOpen({ jobs, tokens }: PlacingPlan): number[] {
  const first = [tokens.length];
  for (const { given } of [...jobs].reverse()) {
    first.unshift(given.reduce((least, { token }) => Math.min(least, token), first[0]!));
  }
  return first;
}

function findUnitEnds({ unitCount, tokens }: PlacingPlan): number[] {
  const counts = Array.from({ length: unitCount }, () => 0);
  for (const { unit } of tokens) counts[unit]! += 1;
  let end = 0;
  return counts.map((count) => (end += count));
}

function readTime(
  chunk: TimedChunk | undefined,
  offsetMs: number,
  limits: Span,
): PlacedTime | undefined {
  if (chunk === undefined) return undefined;
  const clamp = (ms: number): number => Math.min(limits.endMs, Math.max(limits.beginMs, ms));
  const beginMs = clamp(offsetMs + chunk.beginMs);
  const endMs = clamp(offsetMs + chunk.endMs);
  const wasHeard =
    endMs - beginMs >= leastMeasuredMs || chunk.confidence >= leastMeasuredConfidence;
  if (!wasHeard || endMs <= beginMs) return undefined;
  const isDoubtful = chunk.isEstimated === true || chunk.confidence < leastHeardConfidence;
  const timing = isDoubtful ? 'estimated' : 'measured';
  return { beginMs, endMs, timing, confidence: chunk.confidence };
}

function spanBetween(
  left: Span | undefined,
  right: Span | undefined,
  count: number,
  speech: Span,
): Span {
  const longest = count * unknownWordMs;
  if (left !== undefined) {
    const endMs = Math.max(left.endMs, right?.beginMs ?? speech.endMs);
    return { beginMs: left.endMs, endMs: Math.min(endMs, left.endMs + longest) };
  }
  if (right === undefined) return speech;
  const beginMs = Math.max(Math.min(speech.beginMs, right.beginMs), right.beginMs - longest);
  return { beginMs, endMs: right.beginMs };
}
