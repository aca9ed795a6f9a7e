import { describe, expect, it } from 'vitest';
import type { Take } from '../../../../electron/engines/local/hear-recording';
import { judgeTake } from '../../../../electron/engines/local/judge-take';
import { LanguageGuard } from '../../../../electron/engines/local/language-guard';
import { splitSegment } from '../../../../electron/engines/local/split-segment';
import {
  readResumePosition,
  writeResumePosition,
} from '../../../../electron/services/jobs/resume-position';

const segment = {
  ...{ beginSample: 0, endSample: 16_000 * 25, speechMs: 24_000, firstFrame: 0 },
  probabilities: new Float32Array(780).fill(0.9),
};
const reply: Take['reply'] = {
  kind: 'recognised',
  id: 1,
  chunks: [{ text: 'Did you see anybody there?', beginMs: 100, endMs: 24_500, confidence: 0.9 }],
  meanLogProbability: -0.1,
  outcome: 'ended',
};

describe('[CU5] a segment that was cut in the middle of speech', () => {
  it('says so with its words, and is known as such in another run', () => {
    const [cut] = judgeTake(new LanguageGuard(), {
      segment: { ...segment, isCut: true },
      reply,
    }).segment;
    expect(cut).toMatchObject({ channel: 0, isCut: true });
    const [whole] = judgeTake(new LanguageGuard(), { segment, reply }).segment;
    expect(whole).not.toHaveProperty('isCut');
    const position = { engine: 400_000, open: [{ segments: [cut!], doneWords: 0 }] };
    expect(readResumePosition(writeResumePosition(position))).toEqual(position);
  });

  it('is cut in its middle as well where it is heard in halves', () => {
    expect(splitSegment(segment)!.map(({ isCut }) => isCut)).toEqual([true, undefined]);
    expect(splitSegment({ ...segment, isCut: true })!.map(({ isCut }) => isCut)).toEqual([
      true,
      true,
    ]);
  });
});
