import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { type StartedWorkspace, useWorkspace } from '../../helpers/use-workspace';

const cloud = useCloudBench();
const { inFolder, start } = useWorkspace();
afterEach(() => cloud.simulator().set({ queueingQueries: 1, runningQueries: 1 }));

async function startJob(): Promise<{ readonly studio: StartedWorkspace; readonly id: string }> {
  cloud.simulator().set({ queueingQueries: 1e9 });
  const path = inFolder('talk.wav');
  writeFileSync(path, makeWav({ durationMs: 4_000 }));
  const studio = await start(cloud.env());
  const { projects, jobs } = studio.workspace;
  const { id: projectId } = await projects.openFile(path, new AbortController().signal);
  const { id } = await jobs.start({ projectId, engine: 'file', language: 'zh' });
  return { studio, id };
}

describe('a job that a service has', () => {
  it('has the id of its task, when it was handed in, and keeps both', async () => {
    const { studio, id } = await startJob();
    const { taskId } = await studio.until('job.changed', (job) => job.taskId !== undefined);
    expect(taskId).toMatch(/^[0-9a-f]{32}$/);
    const paused = await studio.workspace.jobs.pause(id);
    expect(paused).toMatchObject({ state: 'paused', taskId });
    expect(paused.taskAtMs).toBeGreaterThan(Date.now() - 600_000);
    await studio.workspace.dispose();
    const again = await start(cloud.env());
    expect(again.workspace.jobs.list()).toMatchObject([{ id, taskId, taskAtMs: paused.taskAtMs }]);
  });

  it('that was forgotten is handed in anew, which the job says', async () => {
    const { studio, id } = await startJob();
    const { taskId } = await studio.until('job.changed', (job) => job.taskId !== undefined);
    await studio.workspace.jobs.pause(id);
    await studio.workspace.dispose();
    const path = inFolder('home/jobs.json');
    const file = JSON.parse(readFileSync(path, 'utf8')) as {
      kept: Record<string, { submittedAtMs: number }>;
    };
    file.kept[id]!.submittedAtMs -= 72 * 3_600_000;
    writeFileSync(path, JSON.stringify(file));
    cloud.simulator().set({ queueingQueries: 0, runningQueries: 0 });
    const again = await start(cloud.env());
    await again.workspace.jobs.resume(id);
    const ended = await again.until('job.changed', (job) => job.endedAtMs !== undefined);
    expect(ended).toMatchObject({
      state: 'done',
      remark: { code: 'engine/task-expired', data: { taskId, hours: 72 } },
    });
    expect(ended.taskId).not.toBe(taskId);
  });
});
