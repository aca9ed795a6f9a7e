import type { SpokenSegment } from '@core/cues/spoken-segment';
import type { Word } from '@core/transcript/word';
import { matchOverlap } from './match-overlap';
import type { RecordingPart } from './plan-parts';

/** What was recognised in one part; times count from the part's own beginning. */
export interface RecognisedPart extends RecordingPart {
  readonly segments: readonly SpokenSegment[];
}

/**
 * Joins the results of parts that were recognised by themselves: times are moved to where each part
 * lies in the recording [IS12], and where parts overlap each word is kept once [IS13]: up to the word
 * next to the middle of the overlap that both heard, from the earlier part, after it from the later;
 * where they agree on none, the middle of the overlap decides by the middle of each word. A sentence
 * that both heard on either side of such a word becomes one again. Channels are joined one by one.
 * Speakers are left as they are: a number in one part need not be the same person in another.
 *
 * @param parts in order of begin; a part overlaps its neighbours only
 * @returns segments sorted by begin, then channel
 */
export function stitchParts(parts: readonly RecognisedPart[]): readonly SpokenSegment[] {
  const shifted = parts.map((part) => ({
    ...part,
    segments: part.segments.map((segment) => shiftSegment(segment, part.beginMs)),
  }));
  const channels = new Set(shifted.flatMap(({ segments }) => segments.map((s) => s.channel)));
  return [...channels]
    .flatMap((channel) => stitchChannel(shifted, channel))
    .toSorted((left, right) => left.beginMs - right.beginMs || left.channel - right.channel);
}

function shiftSegment(segment: SpokenSegment, offsetMs: number): SpokenSegment {
  return {
    ...segment,
    beginMs: segment.beginMs + offsetMs,
    endMs: segment.endMs + offsetMs,
    words: segment.words.map((word) => ({
      ...word,
      beginMs: word.beginMs + offsetMs,
      endMs: word.endMs + offsetMs,
    })),
  };
}

function stitchChannel(parts: readonly RecognisedPart[], channel: number): SpokenSegment[] {
  let joined: SpokenSegment[] = [];
  let lastEndMs = -Infinity;
  for (const part of parts) {
    const next = part.segments.filter((segment) => segment.channel === channel);
    const seam = { beginMs: part.beginMs, endMs: lastEndMs };
    joined = seam.endMs > seam.beginMs ? joinAtSeam(joined, next, seam) : [...joined, ...next];
    lastEndMs = Math.max(lastEndMs, part.endMs);
  }
  return joined;
}

/** A word with the places of its segment and of itself in it. */
interface PlacedWord {
  readonly word: Word;
  readonly segment: number;
  readonly place: number;
}

function joinAtSeam(
  left: readonly SpokenSegment[],
  right: readonly SpokenSegment[],
  seam: RecordingPart,
): SpokenSegment[] {
  const leftShared = placeWords(left).filter(({ word }) => word.endMs > seam.beginMs);
  const rightShared = placeWords(right).filter(({ word }) => word.beginMs < seam.endMs);
  const middleMs = (seam.beginMs + seam.endMs) / 2;
  const distance = (word: Word): number => Math.abs(findMiddle(word) - middleMs);
  const common = matchOverlap(
    leftShared.map(({ word }) => word),
    rightShared.map(({ word }) => word),
  )
    .map(([leftIndex, rightIndex]) => [leftShared[leftIndex]!, rightShared[rightIndex]!] as const)
    .toSorted(([first], [second]) => distance(first.word) - distance(second.word))[0];
  if (common === undefined) {
    const isBefore = ({ word }: PlacedWord): boolean => findMiddle(word) < middleMs;
    return [...keepWords(left, isBefore), ...keepWords(right, (placed) => !isBefore(placed))];
  }
  const [last, twin] = common;
  const before = keepWords(left, (placed) => !isAfter(placed, last));
  const after = keepWords(right, (placed) => isAfter(placed, twin));
  const goesOn = twin.place < right[twin.segment]!.words.length - 1;
  if (goesOn) return mergeInner(before, after, twin.word);
  const wasCut = last.place < left[last.segment]!.words.length - 1;
  return [...(wasCut ? endAs(before, twin.word) : before), ...after];
}

/** The last word with the marks that end the sentence where the later part heard it end. */
function endAs(segments: readonly SpokenSegment[], twin: Word): SpokenSegment[] {
  return segments.map((segment, index) =>
    index < segments.length - 1
      ? segment
      : {
          ...segment,
          words: segment.words.map((word, place) =>
            place < segment.words.length - 1 ? word : { ...word, after: twin.after },
          ),
        },
  );
}

function placeWords(segments: readonly SpokenSegment[]): PlacedWord[] {
  return segments.flatMap(({ words }, segment) =>
    words.map((word, place) => ({ word, segment, place })),
  );
}

function isAfter(placed: PlacedWord, other: PlacedWord): boolean {
  return (
    placed.segment > other.segment ||
    (placed.segment === other.segment && placed.place > other.place)
  );
}

function findMiddle(word: Word): number {
  return (word.beginMs + word.endMs) / 2;
}

/** Segments with some of their words; what has lost all goes, what has lost some ends at the rest. */
function keepWords(
  segments: readonly SpokenSegment[],
  isKept: (placed: PlacedWord) => boolean,
): SpokenSegment[] {
  return segments.flatMap((segment, index) => {
    const words = segment.words.filter((word, place) => isKept({ word, segment: index, place }));
    if (words.length === segment.words.length) return [segment];
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const keepsFirst = first === segment.words[0];
    const keepsLast = last === segment.words.at(-1);
    const trimmed = words.map((word) => ({
      ...word,
      before: word === first ? word.before.trimStart() : word.before,
      after: word === last ? word.after.trimEnd() : word.after,
    }));
    return [
      {
        ...segment,
        beginMs: keepsFirst ? segment.beginMs : first.beginMs,
        endMs: keepsLast
          ? segment.endMs
          : words.reduce((end, word) => Math.max(end, word.endMs), 0),
        words: trimmed,
      },
    ];
  });
}

/**
 * The last segment before a seam and the first one after it as one: the sentence went on. What stands
 * after the common word is told by the later part, which heard how it goes on.
 */
function mergeInner(
  before: readonly SpokenSegment[],
  after: readonly SpokenSegment[],
  twin: Word,
): SpokenSegment[] {
  const head = before.at(-1);
  const tail = after[0];
  const last = head?.words.at(-1);
  if (head === undefined || tail === undefined || last === undefined) return [...before, ...after];
  let floorMs = last.beginMs;
  const goingOn = tail.words.map((word) => {
    floorMs = Math.max(floorMs, word.beginMs);
    if (floorMs === word.beginMs) return word;
    const endMs = Math.max(floorMs, word.endMs);
    return { ...word, beginMs: floorMs, endMs, timing: 'estimated' as const };
  });
  const words = [...head.words.slice(0, -1), { ...last, after: twin.after }, ...goingOn];
  const merged: SpokenSegment = {
    ...head,
    endMs: words.reduce((end, word) => Math.max(end, word.endMs), Math.max(head.endMs, tail.endMs)),
    words,
  };
  return [...before.slice(0, -1), merged, ...after.slice(1)];
}
