import { tokenise } from '@core/transcript/tokenise';
import { joinWords } from '@core/transcript/word';
import { describe, expect, it } from 'vitest';
import type { EngineSegment } from '../../../../electron/engines/engine';
import { createLineMaker } from '../../../../electron/services/jobs/cue-maker';
import { readAlignmentText } from '../../../../electron/services/jobs/read-alignment-text';

const segment = (text: string, beginMs: number, isUnspoken?: true): EngineSegment => ({
  ...{ beginMs, endMs: beginMs + 500, channel: 0 },
  words: tokenise(text).map((token) => ({
    ...token,
    ...{ beginMs, endMs: beginMs + 500, timing: 'measured' },
  })),
  ...(isUnspoken === undefined ? {} : { isUnspoken }),
});

describe('[AL6] sentences of a given plain text', () => {
  it('stand in lines', () => {
    const { units, lines } = readAlignmentText(
      Buffer.from('Hello there. How are you?\n\n* * *\nFine!\n'),
      'talk.txt',
    );
    expect(units).toEqual(['Hello there. ', 'How are you?', '* * *', 'Fine!']);
    expect(lines).toEqual([0, 0, 2, 3]);
  });

  it('become one text for each line, without those that are not said', () => {
    const seen: string[] = [];
    const maker = createLineMaker(
      ({ words, beginMs, endMs }) => {
        seen.push(`${beginMs}–${endMs} ${joinWords(words)}`);
        return [];
      },
      [0, 0, 0, 2, 3],
    );
    const segments = [
      segment('Hello there. ', 0),
      segment('Nobody says this. ', 500, true),
      segment('How are you?', 1000),
      segment('* * *', 1500),
      segment('Fine!', 2000),
    ];
    for (const one of segments) maker.add([one]);
    maker.finish();
    expect(seen).toEqual(['0–1500 Hello there. How are you?', '2000–2500 Fine!']);
    expect(segments.map(maker.leavesOut)).toEqual([false, true, false, true, false]);
  });
});
