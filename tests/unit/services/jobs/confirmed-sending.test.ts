import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StudioError } from '@core/errors/studio-error';
import { createJobQueue } from '../../../../electron/services/jobs/job-queue';
import type { Projects } from '../../../../electron/services/projects/projects';
import type { JobQueue } from '../../../../electron/services/workspace';
import { MemoryProjects } from '../../../helpers/memory-projects';

let folder = '';
let queue: JobQueue | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-sending-'));
});
afterEach(async () => {
  await queue?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const path = '/inbox/talk.wav';
const order = { projectId: 'p1', engine: 'flash', language: 'zh' } as const;

/** A queue whose recordings end up in `opened`, for a recording that nobody chose. */
async function createScene() {
  const memory = new MemoryProjects();
  memory.add('p1');
  const allowed: string[] = [];
  const projects: Projects = {
    ...memory.asProjects(),
    findRecording: () => Promise.resolve({ path, isFromProjectFile: true }),
    maySend: (recording, engine) =>
      Promise.resolve(allowed.includes(`${engine} ${recording.path}`)),
    allowSending: (recording, engine) => {
      allowed.push(`${engine} ${recording.path}`);
      return Promise.resolve();
    },
  };
  const opened: string[] = [];
  let isOnline = true;
  queue = await createJobQueue({
    path: join(folder, 'jobs.json'),
    studio: {
      findPlace: () => 'file',
      requireAligner: () => {
        throw new Error('never');
      },
      requireEngine: () =>
        ({
          describe: () => ({ needsNetwork: isOnline }),
          check: () => Promise.resolve({ state: 'ready' }),
        }) as never,
      openRecording: (given) => {
        opened.push(given);
        return Promise.reject(new StudioError('media/empty', 'as far as the test goes'));
      },
      transcribe: () => Promise.reject(new Error('never')),
      discard: () => Promise.resolve(),
      removeLeftovers: () => Promise.resolve(),
    },
    projects,
    publish: () => undefined,
    readCloudJobLimit: () => 2,
    now: () => 0,
    newId: () => `id${Math.round(performance.now() * 1000)}`,
    log: () => undefined,
  });
  const untilEnded = (id: string) =>
    expect.poll(() => queue?.list().find((job) => job.id === id)?.error?.code);
  return { queue, opened, allowed, untilEnded, setOnline: (is: boolean) => (isOnline = is) };
}

describe('a recording that only lay beside a project file [PF5]', () => {
  it.each([undefined, '/inbox/other.wav', ''])(
    'goes to no service of the cloud without a yes (%j)',
    async (sendsPath) => {
      const scene = await createScene();
      await expect(
        scene.queue.start({ ...order, ...(sendsPath === undefined ? {} : { sendsPath }) }),
      ).rejects.toMatchObject({
        code: 'media/not-confirmed',
        data: { path, engine: 'flash' },
      });
      expect(scene.queue.list()).toEqual([]);
      expect(scene.opened).toEqual([]);
    },
  );

  it('goes to the service a person was asked about, and is tried again there', async () => {
    const scene = await createScene();
    const { id } = await scene.queue.start({ ...order, sendsPath: path });
    await scene.untilEnded(id).toBe('media/empty');
    await scene.queue.retry(id);
    await expect.poll(() => scene.opened).toEqual([path, path]);
    expect(scene.allowed).toEqual([`flash ${path}`]);
    await expect(scene.queue.start({ ...order, engine: 'file' })).rejects.toMatchObject({
      code: 'media/not-confirmed',
    });
  });

  it('is heard on this computer without a question', async () => {
    const scene = await createScene();
    scene.setOnline(false);
    const { id } = await scene.queue.start({ ...order, engine: 'local' });
    await scene.untilEnded(id).toBe('media/empty');
    expect(scene.opened).toEqual([path]);
  });
});
