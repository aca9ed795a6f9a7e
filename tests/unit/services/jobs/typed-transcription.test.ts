import type { Word } from '@core/transcript/word';
import { expect, it } from 'vitest';
import type { EngineSegment } from '../../../../electron/engines/engine';
import { useHeldJobs } from '../../../helpers/use-held-jobs';

const { open } = useHeldJobs();

/** Long to read and soon said, so that its cue is to stay for longer than it is heard. */
function makeSegment(beginMs: number): EngineSegment {
  const texts = ['Unquestionably', 'everybody', 'understood'];
  const words = texts.map((text, index): Word => {
    const wordMs = beginMs + index * 100;
    const time = { beginMs: wordMs, endMs: wordMs + 90, timing: 'measured' as const };
    return { before: index === 0 ? '' : ' ', text, after: '', ...time };
  });
  return { beginMs, endMs: beginMs + 300, channel: 0, words };
}

it('[JO6] a transcription that ends leaves the cue whose text is being typed as it is', async () => {
  const { start, runs, memory, untilRuns, until, untilState, find } = await open();
  const job = await start('p1', 'local');
  await untilRuns(1);
  const segments = [makeSegment(0), makeSegment(4_000)];
  runs[0]!.context.report({
    ...{ kind: 'progress', stage: 'transcribing', fraction: 0.9 },
    ...{ segments, notices: [] },
  });
  await until(() => find(job.id).sentenceCount === 2);
  const read = () => memory.get('p1').sentences;
  const [first, second] = read();
  expect([first!.endMs, second!.endMs]).toEqual([300, 4_300]);
  memory.type(first!.id, true);
  runs[0]!.finish();
  // It waits for nobody: what a person types is theirs, and the text is all there.
  await untilState(job.id, 'done');
  expect(read()[0]).toEqual(first);
  expect(read()[1]!.endMs).toBeGreaterThan(4_300);
});
