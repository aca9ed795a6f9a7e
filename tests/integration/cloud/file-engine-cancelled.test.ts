import { describe, expect, it } from 'vitest';
import { makeInterruption, useFileJobs } from '../../helpers/use-file-jobs';

const { cloud, recordings, start, calls, marks, expectNothingLeft, holdUp } = useFileJobs();

describe('a file job that is cancelled leaves nothing in the bucket', () => {
  const cancelled = { code: 'job/cancelled' };

  it.each([
    ['while a small file is put', 'PutObject', () => recordings.small],
    ['while parts are sent', 'UploadPart', () => recordings.large],
    ['while an upload begins', 'InitiateMultipartUpload', () => recordings.large],
    ['while parts are joined', 'CompleteMultipartUpload', () => recordings.large],
  ] as const)('%s', async (_when, action, audio) => {
    const hold = holdUp(action);
    const run = start(audio());
    await hold.came;
    run.abort.abort();
    hold.go();
    expect(await run.ended).toMatchObject(cancelled);
    expect(run.kept()).toBeUndefined();
    await expect.poll(() => [cloud.oss().objects(), cloud.oss().uploads()]).toEqual([[], []]);
  });

  it('while its sound is encoded', async () => {
    const run = start(recordings.converted);
    await expect.poll(() => cloud.encodedFiles().length).toBe(1);
    run.abort.abort();
    expect(await run.ended).toMatchObject(cancelled);
    expectNothingLeft();
  });

  it('while the task is handed in', async () => {
    cloud.simulator().set({ nextSubmit: { kind: 'never' } });
    const from = marks();
    const run = start(recordings.small);
    await expect.poll(() => calls('submit', from.api)).toBe(1);
    run.abort.abort();
    expect(await run.ended).toMatchObject(cancelled);
    expectNothingLeft();
  });

  it.each(['queueing', 'running'] as const)(
    'while it is %s, also after a restart',
    async (state) => {
      for (const isResumed of [false, true]) {
        cloud.simulator().set({
          queueingQueries: state === 'queueing' ? 1e9 : 0,
          runningQueries: 1e9,
        });
        let run = start(recordings.small);
        const from = marks();
        await expect.poll(() => calls('result', from.api)).toBeGreaterThan(2);
        if (isResumed) {
          run.abort.abort(makeInterruption());
          expect(await run.ended).toMatchObject(cancelled);
          expect(cloud.oss().objects()).toHaveLength(1);
          const before = marks();
          run = start(recordings.small, run.kept());
          await expect.poll(() => calls('result', before.api)).toBeGreaterThan(2);
        }
        run.abort.abort();
        expect(await run.ended).toMatchObject(cancelled);
        expect(run.kept()).toBeUndefined();
        expectNothingLeft();
      }
    },
  );

  it('while parts are sent in a second run, with uploads kept too', async () => {
    cloud.settings.current = { keepsUploads: true };
    const hold = holdUp('UploadPart', 3);
    const first = start(recordings.large);
    await hold.came;
    first.abort.abort(makeInterruption());
    hold.go();
    await first.ended;
    expect(cloud.oss().uploads()).toHaveLength(1);
    const again = holdUp('UploadPart', 3);
    cloud.faults.choose = (event) => {
      if (event.action !== 'UploadPart') return undefined;
      second.abort.abort();
      return undefined;
    };
    const second = start(recordings.large, first.kept());
    expect(await second.ended).toMatchObject(cancelled);
    again.go();
    await expect.poll(() => cloud.oss().uploads()).toEqual([]);
    expectNothingLeft();
  });

  it('and one that will never run again is cleared up by what it kept', async () => {
    const hold = holdUp('UploadPart', 2);
    const run = start(recordings.converted);
    await hold.came;
    run.abort.abort(makeInterruption());
    hold.go();
    await run.ended;
    expect(cloud.encodedFiles()).toHaveLength(1);
    await cloud.file().discard?.(run.kept()!, { log: () => undefined });
    expectNothingLeft();
  });
});
