import { isUnspaced } from '../../transcript/tokenise';
import { splitGraphemes } from '../../transcript/graphemes';
import { timeWords, type TimeMark } from '../timed-words';
import type { Word } from '../../transcript/word';
import { type FindSpeaker, writeCueText } from './cue-text';
import type { Leaf } from './list-leaves';
import type { Interval, Timeline } from './timeline';
import type { XmlElement } from './xml';

/** A stretch of time in which a paragraph shows the same text. */
export interface ParagraphCue extends Interval {
  readonly text: string;
  readonly words?: readonly Word[];
  /** Whether it is all of the paragraph. */
  readonly isWhole: boolean;
  readonly leaves: readonly Leaf[];
}

/** A leaf, and when it is seen. */
export interface SeenLeaf {
  readonly leaf: Leaf;
  readonly during: readonly Interval[];
}

/**
 * The cues of a paragraph [FM42]: one where all of it is seen together; one with timed words where its
 * spans are single words; else one for each stretch of time in which its text stays the same.
 */
export function listCues(
  paragraph: XmlElement,
  seen: readonly SeenLeaf[],
  { intervals, timed }: Timeline,
  findSpeaker: FindSpeaker,
): readonly ParagraphCue[] {
  const said = seen.filter(({ leaf, during }) => during.length > 0 && leaf.text.trim() !== '');
  const first = said[0];
  if (first === undefined) return [];
  const karaoke = findKaraoke(paragraph, said, timed);
  if (karaoke !== undefined) {
    return [timeKaraoke(karaoke, seen, { intervals, timed }, findSpeaker)];
  }
  const times = new Map<Leaf, string>();
  for (const { leaf, during } of said) times.set(leaf, nameIntervals(during));
  const isTogether = said.every(({ leaf }) => times.get(leaf) === times.get(first.leaf));
  if (isTogether) {
    const leaves = seen.map(({ leaf }) => leaf);
    const { text } = writeCueText(leaves, findSpeaker);
    const isWhole = first.during.length === 1;
    return first.during.map((one) => ({ ...one, text, isWhole, leaves }));
  }
  return slice(seen, findSpeaker);
}

function nameIntervals(during: readonly Interval[]): string {
  return during.map(({ beginMs, endMs }) => `${beginMs} ${endMs}`).join(' ');
}

/** Marks between words, which need no time of their own. */
const isMark = /^[^\p{L}\p{N}]*$/u;

/** The timed spans that hold the words of a paragraph, one each; undefined where it is no karaoke. */
function findKaraoke(
  paragraph: XmlElement,
  said: readonly SeenLeaf[],
  timed: Timeline['timed'],
): ReadonlyMap<Leaf, XmlElement> | undefined {
  if (paragraph.attributes['timeContainer'] === 'seq') return undefined;
  const spans = new Map<Leaf, XmlElement>();
  const texts = new Map<XmlElement, string>();
  for (const { leaf, during } of said) {
    const span = leaf.path.findLast((element) => element !== paragraph && timed.has(element));
    if (span === undefined && isMark.test(leaf.text)) continue;
    if (span === undefined || during.length > 1) return undefined;
    spans.set(leaf, span);
    texts.set(span, (texts.get(span) ?? '') + leaf.text);
  }
  if (texts.size < 2) return undefined;
  return areWords([...texts.values()]) ? spans : undefined;
}

/** How many characters are a word, where words are not parted by blanks. */
const mostGraphemes = 4;

/** Whether each of some texts is a word, rather than a phrase that is shown by itself. */
export function areWords(texts: readonly string[]): boolean {
  let unspaced = 0;
  let graphemes = 0;
  for (const text of texts) {
    const word = text.trim();
    if (/[\t\n\r ]/u.test(word)) return false;
    if (!isUnspaced(word)) continue;
    unspaced++;
    graphemes += splitGraphemes(word).length;
  }
  return graphemes <= unspaced * mostGraphemes;
}

function timeKaraoke(
  spans: ReadonlyMap<Leaf, XmlElement>,
  seen: readonly SeenLeaf[],
  { intervals, timed }: Pick<Timeline, 'intervals' | 'timed'>,
  findSpeaker: FindSpeaker,
): ParagraphCue {
  const during = [...spans.values()].map((span) => intervals.get(span)!);
  const paragraph = seen[0]!.leaf.path[0]!;
  const whole = intervals.get(paragraph)!;
  const least = Math.min(...minMax(during, 'beginMs'));
  const most = Math.max(...minMax(during, 'endMs'));
  const isTimed = timed.has(paragraph);
  const beginMs = isTimed ? whole.beginMs : least;
  const endMs = isTimed && whole.endMs < Infinity ? whole.endMs : most;
  const leaves = trimBlanks(seen.map(({ leaf }) => leaf));
  const { text, places } = writeCueText(leaves, findSpeaker, new Set(spans.keys()));
  const marks: TimeMark[] = [];
  places.forEach(({ leaf, offset, endOffset }, index) => {
    const span = spans.get(leaf)!;
    const interval = intervals.get(span)!;
    const before = places[index - 1];
    const after = places[index + 1];
    // The parts of a word that looks in several ways share its time.
    if (before === undefined || spans.get(before.leaf) !== span) {
      marks.push({ offset, atMs: Math.round(interval.beginMs) });
    }
    if (after !== undefined && spans.get(after.leaf) === span) return;
    const nextMs = after === undefined ? endMs : intervals.get(spans.get(after.leaf)!)!.beginMs;
    if (interval.endMs < nextMs) {
      marks.push({ offset: endOffset, atMs: Math.round(interval.endMs) });
    }
  });
  const lastBeginMs = Math.max(0, ...minMax(during, 'beginMs'));
  const span = {
    beginMs: Math.round(beginMs),
    endMs: Math.round(endMs < Infinity ? endMs : lastBeginMs),
  };
  const words = timeWords(text, span, marks);
  return { beginMs, endMs, text, words, isWhole: true, leaves };
}

/** The least and the most of a time, without a call of as many arguments as there are words. */
function minMax(intervals: readonly Interval[], name: keyof Interval): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const { [name]: time } of intervals) {
    least = Math.min(least, time);
    most = Math.max(most, time);
  }
  return [least, most];
}

/** Without line breaks and blanks at the ends, which are between it and what is shown at other times. */
function trimBlanks(leaves: readonly Leaf[]): readonly Leaf[] {
  const isSaid = ({ text }: Leaf): boolean => text.trim() !== '';
  return leaves.slice(Math.max(0, leaves.findIndex(isSaid)), leaves.findLastIndex(isSaid) + 1);
}

/** Texts that a paragraph may become for each of its leaves, before it is taken for one text. */
const mostTextsEach = 20;
const fewTexts = 10_000;

function slice(seen: readonly SeenLeaf[], findSpeaker: FindSpeaker): readonly ParagraphCue[] {
  const all = new Set<number>();
  for (const { leaf, during } of seen) {
    if (leaf.text.trim() === '') continue;
    for (const { beginMs, endMs } of during) all.add(beginMs).add(endMs);
  }
  const times = [...all].sort((left, right) => left - right);
  const shown: Leaf[][] = times.map(() => []);
  let count = 0;
  const most = seen.length * mostTextsEach + fewTexts;
  for (const { leaf, during } of seen) {
    for (const { beginMs, endMs } of during) {
      const to = findTime(times, endMs);
      for (let index = findTime(times, beginMs); index < to && count < most; index++, count++) {
        shown[index]!.push(leaf);
      }
    }
  }
  if (count >= most) {
    const leaves = seen.map(({ leaf }) => leaf);
    const { text } = writeCueText(leaves, findSpeaker);
    return [{ beginMs: times[0]!, endMs: times.at(-1)!, text, isWhole: false, leaves }];
  }
  const cues: ParagraphCue[] = [];
  for (let index = 0; index + 1 < times.length; index++) {
    const leaves = trimBlanks(shown[index]!);
    const { text } = writeCueText(leaves, findSpeaker);
    if (text.trim() === '') continue;
    const beginMs = times[index]!;
    const endMs = times[index + 1]!;
    const last = cues.at(-1);
    if (last?.endMs === beginMs && last.text === text) {
      cues.splice(-1, 1, { ...last, endMs });
    } else cues.push({ beginMs, endMs, text, isWhole: false, leaves });
  }
  return cues;
}

/** Index of the first time that is not before another. */
function findTime(times: readonly number[], timeMs: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
