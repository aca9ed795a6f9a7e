import { createClient, type StudioClient } from '@contract/client';
import type { JobSummary } from '@contract/api';
import type { Sentence } from '@core/transcript/sentence';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createHttpTransport,
  type HttpTransport,
} from '../../../renderer/src/client/http-transport';
import { makeHostFetch } from '../../helpers/host-fetch';
import { makeMedia } from '../../helpers/make-media';
import { type ServingZimu, startServe } from '../../helpers/start-serve';
import { longSpeech, useCliFolder } from '../../helpers/use-cli-folder';

const { path, inFolder } = useCliFolder();
const started: ServingZimu[] = [];
const transports: HttpTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

interface Serve {
  readonly client: StudioClient;
  readonly untilJob: (id: string, isIt: (job: JobSummary) => boolean) => Promise<JobSummary>;
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
}

/** The program as a process of its own, always on the same data folder. */
async function serve(...words: string[]): Promise<Serve> {
  const serving = await startServe(words, { cwd: path(), env: {} });
  started.push(serving);
  const transport = createHttpTransport({ fetch: makeHostFetch(() => serving.url), retryMs: 50 });
  transports.push(transport);
  const client = createClient(transport);
  return {
    client,
    untilJob: (id, isIt) =>
      expect
        .poll(
          async () => {
            const jobs = await client.call('jobs.list', {});
            return jobs.find((job) => job.id === id && isIt(job));
          },
          { timeout: 120_000, interval: 50 },
        )
        .toBeDefined()
        .then(async () => {
          const jobs = await client.call('jobs.list', {});
          return jobs.find((job) => job.id === id)!;
        }),
    stop: async (signal) => {
      transport.close();
      serving.child.kill(signal);
      await serving.ended;
    },
  };
}

const withoutIds = (sentences: readonly Sentence[]): readonly object[] =>
  sentences.map(({ id: _id, ...rest }) => rest);
const order = { engine: 'local', language: 'en', model: 'tiny' };

describe('a job of the local engine, in a studio that is a process of its own', () => {
  it('[JO5] goes on after kill -9, a pause and an end, and gives what it would have given', async () => {
    makeMedia(inFolder('long.wav'), ['-stream_loop', '2', '-i', longSpeech]);
    const whole = await serve('long.wav');
    const { projectId = '' } = await whole.client.call('host.initialProject', {});
    const start = (client: StudioClient): Promise<JobSummary> =>
      client.call('jobs.start', { projectId, ...order });
    const read = async (client: StudioClient): Promise<readonly Sentence[]> =>
      (await client.call('projects.open', { projectId })).project.sentences;
    const reference = await start(whole.client);
    await whole.untilJob(reference.id, ({ state }) => state === 'done');
    const expected = await read(whole.client);
    expect(expected.length).toBeGreaterThan(12);

    const { id } = await start(whole.client);
    const wrote = (count: number) => (job: JobSummary) =>
      job.goesOn === true && job.sentenceCount >= count;
    await whole.untilJob(id, wrote(2));
    await whole.stop('SIGKILL');

    const second = await serve();
    const resumed = await second.untilJob(id, ({ state }) => state !== 'queued');
    expect(resumed.state).toBe('running');
    const { sentenceCount } = await second.untilJob(id, wrote(resumed.sentenceCount + 2));
    const paused = await second.client.call('jobs.pause', { jobId: id });
    expect(paused).toMatchObject({ state: 'paused', goesOn: true });
    expect(paused).not.toHaveProperty('beginsAnew');
    expect(paused.sentenceCount).toBeGreaterThanOrEqual(sentenceCount);
    await second.stop('SIGKILL');

    const third = await serve();
    expect(await third.client.call('jobs.list', {})).toContainEqual(paused);
    await third.client.call('jobs.resume', { jobId: id });
    await third.untilJob(id, wrote(paused.sentenceCount + 1));
    await third.stop('SIGTERM');

    const last = await serve();
    const done = await last.untilJob(id, ({ state }) => state === 'done');
    const found = await read(last.client);
    expect(withoutIds(found)).toEqual(withoutIds(expected));
    expect(new Set(found.map((sentence) => sentence.id)).size).toBe(found.length);
    expect(done).toMatchObject({ fraction: 1, sentenceCount: expected.length, notices: [] });
    // All four runs of it are taken back at once.
    await last.client.call('projects.undo', { projectId });
    expect(await read(last.client)).toEqual(expected);
  }, 240_000);
});
