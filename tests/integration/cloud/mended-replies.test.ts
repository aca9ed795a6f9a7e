import { writeFileSync } from 'node:fs';
import type { ReplyRepair } from '@core/replies/reply-repair';
import { joinWords } from '@core/transcript/word';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { recordContext } from '../../helpers/run-engine';
import { expectResult, useFileJobs } from '../../helpers/use-file-jobs';

const { cloud, recordings, start } = useFileJobs();

afterEach(() => cloud.simulator().set({ nextFlash: [], nextResult: [] }));

const notices = [
  { kind: 'sentences-mended', beginMs: 1_000, endMs: 2_200, count: 1 },
  { kind: 'entries-unreadable', beginMs: 2_500, endMs: 3_000, count: 1 },
];

describe('[IS17] a reply with a sentence that has no time and one that has no text', () => {
  it('[JO13] of flash is a result, and what was mended is told and kept beside the reply', async () => {
    const sentences = [
      { text: '第一句。', begin_time: 200, end_time: 1_000, channel_id: 0 },
      { text: '第二句。', begin_time: null, end_time: null, channel_id: 0 },
      { text: null, begin_time: 2_500, end_time: 3_000, channel_id: 0 },
      { text: '第四句。', begin_time: '3000', end_time: 3_900, channel_id: 'left' },
    ];
    const flash_result = { duration: 4_000, sentences };
    const body = JSON.stringify({ status: 20000000, message: 'SUCCESS', flash_result });
    cloud.simulator().set({ nextFlash: [{ kind: 'status', httpStatus: 200, body }] });
    const path = cloud.inFolder('mended.wav');
    writeFileSync(path, makeWav({ durationMs: 4_000 }));
    const repairs: ReplyRepair[] = [];
    const replies: string[] = [];
    const result = await cloud.flash().transcribe(
      { audio: await cloud.open(path) },
      {
        ...recordContext(),
        keepReply: (json) => Promise.resolve(void replies.push(json)),
        keepRepairs: (found) => Promise.resolve(void repairs.push(...found)),
      },
    );
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual([
      '第一句。',
      '第二句。',
      '第四句。',
    ]);
    expect(result.notices).toMatchObject([
      { kind: 'sentences-mended', beginMs: 1_000, count: 1 },
      { kind: 'entries-unreadable', beginMs: 2_500, endMs: 3_000, count: 1 },
    ]);
    expect(replies).toEqual([body]);
    expect(repairs).toMatchObject([{ sentences: 1 }, { leftOut: 1 }]);
  });

  it('of the file service is a result of the task that was paid for', async () => {
    const Sentences = [
      { Text: '第一句。', BeginTime: 200, EndTime: 1_000, ChannelId: 0 },
      { Text: '第二句。', EndTime: 2_200, ChannelId: 0 },
      { Text: {}, BeginTime: 2_500, EndTime: 3_000, ChannelId: 0 },
      { Text: '第四句。', BeginTime: 3_000, EndTime: 3_900 },
    ];
    const body = JSON.stringify({
      ...{ TaskId: 't', RequestId: 'r', StatusCode: 21050000, StatusText: 'SUCCESS' },
      ...{ BizDuration: 4_000, SolveTime: 1, Result: { Sentences, Words: null } },
    });
    cloud.simulator().set({ nextResult: [{ kind: 'status', httpStatus: 200, body }] });
    const repairs: ReplyRepair[] = [];
    const run = start(recordings.small, undefined, {
      keepRepairs: (found) => Promise.resolve(void repairs.push(...found)),
    });
    const result = expectResult(await run.ended);
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual([
      '第一句。',
      '第二句。',
      '第四句。',
    ]);
    expect(result.segments[1]).toMatchObject({ beginMs: 1_000, endMs: 2_200 });
    expect(result.notices).toEqual(notices);
    expect(run.context.reports.flatMap((report) => report.notices)).toEqual(notices);
    expect(repairs).toMatchObject([{ sentences: 1 }, { leftOut: 1 }]);
    expect(run.replies).toEqual([body]);
  });
});
