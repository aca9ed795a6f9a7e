import type { SpokenSegment } from '@core/cues/spoken-segment';
import { joinWords, type Word } from '@core/transcript/word';

/** A word as one line: its parts, times, and `m` or `e` for its timing. */
export function showWord(word: Word): string {
  const { before, text, after, beginMs, endMs, timing } = word;
  return `${before}[${text}]${after} ${beginMs}-${endMs} ${timing.charAt(0)}`;
}

export function showWords(segment: SpokenSegment | undefined): string[] {
  return (segment?.words ?? []).map(showWord);
}

export function textOf(segment: SpokenSegment): string {
  return joinWords(segment.words);
}

/** What is wrong with the order of segments and words, or their times; empty for none. */
export function findDisorder(segments: readonly SpokenSegment[]): string[] {
  const problems: string[] = [];
  segments.forEach((segment, index) => {
    const previous = segments[index - 1];
    if (previous !== undefined && previous.beginMs > segment.beginMs) {
      problems.push(`segment ${index} begins too early`);
    }
    let floorMs = segment.beginMs;
    for (const word of segment.words) {
      const isWhole = Number.isSafeInteger(word.beginMs) && Number.isSafeInteger(word.endMs);
      const isOrdered = word.beginMs >= floorMs && word.endMs >= word.beginMs;
      const isInside = word.endMs <= segment.endMs;
      if (!isWhole || !isOrdered || !isInside || word.text === '') {
        problems.push(`segment ${index} (${segment.beginMs}-${segment.endMs}): ${showWord(word)}`);
      }
      floorMs = word.beginMs;
    }
  });
  return problems;
}
