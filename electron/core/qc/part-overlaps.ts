import { applyWritingRules } from '../formats/writing-rules/writing-rules';
import type { Sentence } from '../transcript/sentence';
import type { MendWay } from './check-rule';

/** The cues without overlaps, as the rules of writing make them [FM81]. */
function partOverlaps(sentences: readonly Sentence[], way: 'join' | 'cut'): readonly Sentence[] {
  return applyWritingRules({ language: 'und', sentences }, { overlaps: way }).document.sentences;
}

/** What can become of cues that overlap, as at export. */
export const overlapWays: readonly MendWay[] = [
  {
    id: 'join',
    name: 'writing.overlaps.join',
    about: [
      'One cue with a dash before each line, where they share at least half of the shorter one.',
      '重叠达到较短一条的一半时合为一条，每行前加短横。',
    ],
    mend: (sentences) => partOverlaps(sentences, 'join'),
  },
  {
    id: 'cut',
    name: 'writing.overlaps.cut',
    about: ['The earlier one ends where the next one begins.', '前一条在后一条的入点处结束。'],
    mend: (sentences) => partOverlaps(sentences, 'cut'),
  },
];
