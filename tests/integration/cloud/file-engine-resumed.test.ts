import { describe, expect, it } from 'vitest';
import { expectResult, makeInterruption, useFileJobs } from '../../helpers/use-file-jobs';

const { cloud, recordings, start, actions, calls, marks, expectNothingLeft, holdUp } =
  useFileJobs();

describe('a file job goes on in another run', () => {
  it('with the parts of an upload that were sent', async () => {
    for (const audio of [recordings.large, recordings.converted]) {
      const hold = holdUp('UploadPart', 2);
      const first = start(audio);
      await hold.came;
      await expect.poll(() => JSON.stringify(first.kept())).toContain('"number":1');
      first.abort.abort(makeInterruption());
      hold.go();
      expect(await first.ended).toMatchObject({ code: 'job/cancelled' });
      cloud.faults.choose = () => undefined;
      const kept = JSON.parse(JSON.stringify(first.kept())) as {
        checkpoint: { doneParts: { number: number }[] };
      };
      const done = kept.checkpoint.doneParts.map(({ number }) => `UploadPart ${number}`);
      const from = marks();
      expectResult(await start(audio, kept).ended);
      const sent = actions(from.oss);
      expect(sent.filter((action) => done.includes(action))).toEqual([]);
      expect(sent).not.toContain('InitiateMultipartUpload');
      expectNothingLeft();
    }
  });

  it('anew where what was encoded is gone, and leaves no stale upload', async () => {
    const hold = holdUp('UploadPart', 2);
    const first = start(recordings.converted);
    await hold.came;
    first.abort.abort(makeInterruption());
    hold.go();
    await first.ended;
    cloud.faults.choose = () => undefined;
    const { encoded } = first.kept() as {
      encoded: { name: string; beginMs: number; endMs: number };
    };
    await (await cloud.encoder().reopen(encoded.name, [encoded]))?.dispose();
    expectResult(await start(recordings.converted, first.kept()).ended);
    expectNothingLeft();
  });

  it('with the same upload and the same task', async () => {
    cloud.simulator().set({ runningQueries: 1e9 });
    const from = marks();
    const first = start(recordings.small);
    await expect.poll(() => calls('result', from.api)).toBeGreaterThan(2);
    first.abort.abort(makeInterruption());
    await first.ended;
    cloud.simulator().set({ runningQueries: 1 });
    const before = marks();
    const second = start(recordings.small, first.kept());
    expectResult(await second.ended);
    expect(actions(before.oss)).toEqual(['DeleteObject']);
    expect(calls('submit', before.api)).toBe(0);
    expect(second.replies).toHaveLength(1);
    expectNothingLeft();
  });

  it('and hears the id of a task that it was handing in when the program ended', async () => {
    cloud.simulator().set({ nextSubmit: { kind: 'slow', delayMs: 200 } });
    const from = marks();
    const first = start(recordings.small);
    await expect.poll(() => calls('submit', from.api)).toBe(1);
    first.abort.abort(makeInterruption());
    await first.ended;
    expect(first.kept()).toMatchObject({ taskId: expect.stringMatching(/./) as string });
    expectResult(await start(recordings.small, first.kept()).ended);
    expect(calls('submit', from.api)).toBe(1);
    expectNothingLeft();
  });

  it('with a new task where the service has forgotten the old one', async () => {
    const first = start(recordings.small, { uploadedKey: 'isi/none.wav', taskId: '0'.repeat(32) });
    expectResult(await first.ended);
    // The link of the forgotten upload led nowhere, so it was sent again.
    expect(first.retries.map(({ data }) => data['vendorCode'])).toEqual(['41050010', '41050024']);
    expectNothingLeft();
  });
});
