import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { StudioError } from '@core/errors/studio-error';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../../electron/services/workspace';
import { makeWav } from '../../helpers/make-wav';
import {
  createRecordingServer,
  type SeenAsk,
  type ServedRecording,
} from '../../helpers/serve-recording';
import { shortSpeech } from '../../helpers/use-cli-folder';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { useServers } from '../../helpers/use-servers';
import { type StartedWorkspace, useWorkspace } from '../../helpers/use-workspace';

const cloud = useCloudBench({ queueingQueries: 0, runningQueries: 0 });
const servers = useServers();
const { start, inFolder } = useWorkspace();
const bytes = makeWav({ durationMs: 4_000 });
const secret = 's3cr3t';
const recordings: Record<string, ServedRecording> = {};
const asked: SeenAsk[] = [];
let address = '';

beforeEach(async () => {
  cloud.simulator().set({ nextTask: [] });
  asked.splice(0);
  recordings['/talk.wav'] = { bytes };
  recordings['/play'] = { bytes, contentType: 'audio/x-wav' };
  const port = await servers.listen(createRecordingServer(recordings, asked));
  address = `http://localhost:${port}/talk.wav?signature=${secret}`;
});

/** A studio without a bucket. */
function startWithoutBucket(): Promise<StartedWorkspace> {
  return start({ ...cloud.env(), ZIMU_OSS_BUCKET: '', ZIMU_OSS_REGION: '' });
}

/** A download whose host, which is this computer, the person confirmed. */
function fetchFrom(workspace: Workspace, from: string, fetchId = 'one'): Promise<string> {
  return workspace.fetchFile(from, fetchId, [new URL(from).host]);
}

async function bringIn(workspace: Workspace, from = address): Promise<string> {
  const path = await fetchFrom(workspace, from);
  return (await workspace.projects.openFile(path, new AbortController().signal)).id;
}

const order = { engine: 'file', language: 'zh' } as const;

async function runJob(
  { workspace, until }: StartedWorkspace,
  projectId: string,
  engine: 'file' | 'flash' = 'file',
) {
  const { id } = await workspace.jobs.start({ ...order, engine, projectId });
  return until('job.changed', (job) => job.id === id && job.endedAtMs !== undefined);
}

function listFiles(): string[] {
  mkdirSync(inFolder('home'), { recursive: true });
  return readdirSync(inFolder('home'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

describe('a recording of the web in the studio', () => {
  it.each(['file', 'flash'] as const)(
    'is here to be played, and %s fetches it itself',
    async (engine) => {
      const studio = await startWithoutBucket();
      const from = cloud.oss().events.length;
      const projectId = await bringIn(studio.workspace);
      const { media, title } = await studio.workspace.projects.read(projectId);
      expect(title).toBe('talk');
      expect(readFileSync(media.path).equals(bytes)).toBe(true);

      const plan = await studio.workspace.planEngine({ projectId, engine });
      expect(plan.upload).toEqual({
        ...{ kind: 'address', sizeBytes: bytes.length, partCount: 1 },
        region: 'cn-shanghai',
        channels: {
          ...{ count: 1, sends: 'all', reason: 'mono', firstChannelOnly: true },
          ...{ billedChannels: 1, billedMs: 4_000, isByLevel: false },
        },
      });
      const readiness = async (ids: readonly string[]): Promise<string> =>
        (await studio.workspace.listEngines(ids)).find(({ id }) => id === 'file')!.readiness.state;
      expect([await readiness([]), await readiness([projectId])]).toEqual(['unavailable', 'ready']);

      const job = await runJob(studio, projectId, engine);
      expect([job.state, job.error]).toEqual(['done', undefined]);
      expect(job.sentenceCount).toBeGreaterThan(0);
      expect(cloud.oss().events.slice(from)).toEqual([]);
      const { published } = studio;
      expect(published.some(({ name }) => name === 'files.fetching')).toBe(true);
      await studio.workspace.dispose();
      const kept = listFiles().map((path) => readFileSync(path, 'latin1'));
      expect(kept.join() + JSON.stringify(published)).not.toContain(secret);
    },
  );

  it('has the ending that the player needs', async () => {
    const { workspace } = await startWithoutBucket();
    const path = await fetchFrom(workspace, address.replace('talk.wav', 'play'));
    expect(path).toMatch(/play\.wav$/);
  });

  it('is uploaded like any other where the service could not fetch it', async () => {
    const studio = await start(cloud.env());
    const projectId = await bringIn(studio.workspace);
    cloud.simulator().set({ nextTask: [1, 2, 3].map(() => ({ kind: 'refuse', code: 41050025 })) });
    const failed = await runJob(studio, projectId);
    expect(failed.error?.data).toMatchObject({ vendorCode: '41050025' });
    cloud.simulator().set({ nextTask: [] });
    const plan = await studio.workspace.planEngine({ projectId, engine: 'file' });
    expect(plan.upload?.kind).toBe('as-is');
    expect((await runJob(studio, projectId)).state).toBe('done');
  });

  it('is uploaded where its server states no length', async () => {
    recordings['/talk.wav'] = { bytes, isChunked: true };
    const { workspace } = await start(cloud.env());
    const projectId = await bringIn(workspace);
    const plan = await workspace.planEngine({ projectId, engine: 'file' });
    expect(plan.upload?.kind).toBe('as-is');
  });

  it('is uploaded where a service would need it changed, and fetched where not', async () => {
    const { workspace } = await start(cloud.env());
    recordings['/talk.flac'] = { bytes: readFileSync(shortSpeech), contentType: 'audio/flac' };
    const projectId = await bringIn(workspace, address.replace('.wav', '.flac'));
    const kinds = await Promise.all(
      ['file', 'flash'].map(
        async (engine) => (await workspace.planEngine({ projectId, engine })).upload?.kind,
      ),
    );
    expect(kinds).toEqual(['address', 'encode']);
  });
});

describe('a download', () => {
  it.each([
    ['http://127.0.0.1/talk.wav', 'address/ip-address'],
    ['http://localhost:9/talk.wav', 'network/unreachable'],
  ])('of %s is refused: %s', async (from, code) => {
    const { workspace } = await startWithoutBucket();
    await expect(fetchFrom(workspace, from)).rejects.toMatchObject({ code });
  });

  it('of what is not there leaves nothing', async () => {
    const { workspace } = await startWithoutBucket();
    const missing = fetchFrom(workspace, address.replace('talk', 'no'));
    await expect(missing).rejects.toMatchObject({ code: 'media/link-not-found' });
    expect(listFiles().filter((path) => path.includes('uploads'))).toEqual([]);
  });

  it('that is cancelled ends at once and leaves nothing', async () => {
    const slow = createServer((request, response) => {
      const length = { 'content-length': 10_000_000, 'content-type': 'audio/wav' };
      response.writeHead(200, length);
      if (request.method === 'HEAD') response.end();
      else response.write(Buffer.alloc(100_000));
    });
    const port = await servers.listen(slow);
    const { workspace, until } = await startWithoutBucket();
    const ended = fetchFrom(workspace, `http://localhost:${port}/talk.wav`, 'slow').catch(
      (error: unknown) => error as StudioError,
    );
    await until('files.fetching', ({ fetchId, totalBytes }) => {
      return fetchId === 'slow' && totalBytes === 10_000_000;
    });
    workspace.cancelFetch('slow');
    expect(await ended).toMatchObject({ code: 'job/cancelled' });
    await vi.waitFor(() =>
      expect(listFiles().filter((path) => path.includes('uploads'))).toEqual([]),
    );
  });

  it('that breaks off is an error and leaves nothing', async () => {
    const broken = createServer((request, response) => {
      response.writeHead(200, { 'content-length': 10_000_000, 'content-type': 'audio/wav' });
      if (request.method === 'HEAD') response.end();
      else response.write(Buffer.alloc(100_000), () => response.destroy());
    });
    const port = await servers.listen(broken);
    const { workspace } = await startWithoutBucket();
    const ended = fetchFrom(workspace, `http://localhost:${port}/talk.wav`);
    await expect(ended).rejects.toMatchObject({ code: 'network/unreachable' });
    expect(listFiles().filter((path) => path.includes('uploads'))).toEqual([]);
  });
});
