import { readFileSync, writeFileSync } from 'node:fs';
import type { JobSummary, StudioMethods } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../electron/services/handlers';
import { makeWav } from '../../helpers/make-wav';
import { smallParts } from '../../helpers/small-parts';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { type StartedWorkspace, useWorkspace } from '../../helpers/use-workspace';

const cloud = useCloudBench({}, smallParts);
const { inFolder, start } = useWorkspace();
afterEach(() => cloud.simulator().set({ queueingQueries: 1, runningQueries: 1 }));

/** Starts the studio and a job of the file engine on a new recording. */
async function startJob(durationMs: number): Promise<{
  readonly studio: StartedWorkspace;
  readonly job: JobSummary;
}> {
  const path = inFolder('talk.wav');
  writeFileSync(path, makeWav({ durationMs, channels: 2 }));
  const studio = await start(cloud.env());
  const { projects, jobs } = studio.workspace;
  const { id: projectId } = await projects.openFile(path, new AbortController().signal);
  return { studio, job: await jobs.start({ projectId, engine: 'file', language: 'zh' }) };
}

/** Lets the first part through, and the others once the gate is open. */
function holdParts(): { readonly isHeld: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const gate = new Promise<void>((fulfil) => (open = fulfil));
  let hold = (): void => undefined;
  const isHeld = new Promise<void>((fulfil) => (hold = fulfil));
  cloud.faults.choose = ({ action, partNumber = 0 }) => {
    if (action !== 'UploadPart' || partNumber < 2) return undefined;
    hold();
    return { kind: 'slow', wait: () => gate };
  };
  return {
    isHeld,
    open: () => {
      cloud.faults.choose = () => undefined;
      open();
    },
  };
}

/** Answers to the calls of a window. */
function handlersOf({ workspace }: StartedWorkspace): StudioMethods {
  const kind = 'browser' as const;
  const about = { version: '0.0.0', platform: 'linux', systemLanguage: 'en' } as const;
  const description = { kind, hasNativeDialogs: false, ...about };
  return createHandlers(workspace, { description, byteUrl: (path) => path });
}

/** The first part was sent, and the job can go on from there. */
async function untilFirstPart(): Promise<void> {
  const read = (): string => readFileSync(inFolder('home/jobs.json'), 'utf8');
  await expect.poll(read, { timeout: 30_000 }).toContain('"number":1');
}
const submits = (): number =>
  cloud.simulator().requests.filter(({ target }) => target === 'submit').length;

async function expectFinished(
  { workspace, until }: StartedWorkspace,
  { id, projectId }: JobSummary,
): Promise<void> {
  const ended = await until('job.changed', (job) => job.id === id && job.endedAtMs !== undefined);
  expect(ended.error).toBeUndefined();
  expect(ended.state).toBe('done');
  expect((await workspace.projects.read(projectId)).sentences).not.toEqual([]);
  expect(cloud.oss().objects()).toEqual([]);
  expect(cloud.oss().uploads()).toEqual([]);
}

describe('a job of file transcription that is paused', () => {
  it('while it is sent sends no part again', async () => {
    const { isHeld, open } = holdParts();
    const { studio, job } = await startJob(10_000);
    const { jobs } = studio.workspace;
    await isHeld;
    await untilFirstPart();
    const paused = await jobs.pause(job.id);
    expect(paused).toMatchObject({ state: 'paused', stage: 'uploading' });
    expect(paused).not.toHaveProperty('beginsAnew');
    open();
    cloud.simulator().set({ queueingQueries: 0, runningQueries: 0 });
    const from = cloud.oss().events.length;
    const tasks = submits();
    await jobs.resume(job.id);
    await expectFinished(studio, job);
    const sent = cloud.oss().events.slice(from);
    expect(sent.filter(({ action }) => action === 'InitiateMultipartUpload')).toEqual([]);
    const parts = sent.flatMap(({ partNumber }) => partNumber ?? []);
    expect(parts).toContain(2);
    expect(parts).not.toContain(1);
    expect(submits() - tasks).toBe(1);
  });

  it('[JO12] while the service works is asked for again, also by another run of the studio', async () => {
    cloud.simulator().set({ runningQueries: 1e9 });
    const tasks = submits();
    const { studio, job } = await startJob(4_000);
    await studio.until('job.changed', ({ stage, fraction }) => {
      return stage === 'waiting' && fraction > 0.5;
    });
    expect((await studio.workspace.jobs.pause(job.id)).state).toBe('paused');
    expect(cloud.oss().objects()).toHaveLength(1);
    // Nobody takes the place away that what is paid for is to come to.
    const { projectId } = job;
    expect(await dispatch(handlersOf(studio), 'projects.remove', { projectId })).toMatchObject({
      ok: false,
      error: { code: 'project/busy' },
    });
    await studio.workspace.dispose();
    cloud.simulator().set({ queueingQueries: 0, runningQueries: 0 });

    const again = await start(cloud.env());
    expect(again.workspace.jobs.list()).toMatchObject([{ id: job.id, state: 'paused' }]);
    const from = cloud.oss().events.length;
    await again.workspace.jobs.resume(job.id);
    await expectFinished(again, job);
    expect(submits() - tasks).toBe(1);
    const since = cloud.oss().events.slice(from);
    expect(since.map(({ action }) => action)).toEqual(['DeleteObject']);
  });

  it('[JO14] leaves nothing on the server when it is cancelled', async () => {
    const { isHeld, open } = holdParts();
    const { studio, job } = await startJob(10_000);
    const { jobs } = studio.workspace;
    await isHeld;
    await untilFirstPart();
    await jobs.pause(job.id);
    open();
    expect(cloud.oss().uploads()).toHaveLength(1);
    await jobs.cancel(job.id);
    expect(jobs.list()).toMatchObject([{ id: job.id, state: 'cancelled' }]);
    expect(cloud.oss().uploads()).toEqual([]);
    expect(cloud.oss().objects()).toEqual([]);
  });
});
