import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CloudServe, startCloudServe } from '../../helpers/cloud-serve';
import { makeMedia } from '../../helpers/make-media';
import { makeWav } from '../../helpers/make-wav';
import { smallParts } from '../../helpers/small-parts';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { toolsOfPath } from '../../helpers/use-standalone-tools';
import { useWorkspace } from '../../helpers/use-workspace';

const cloud = useCloudBench({}, smallParts);
const { path, inFolder } = useCliFolder();
const services = useWorkspace();
const started: CloudServe[] = [];
afterEach(async () => {
  cloud.simulator().set({ queueingQueries: 1, runningQueries: 1 });
  for (const each of started.splice(0)) await each.kill();
});

async function serve(...words: string[]): Promise<CloudServe> {
  const env = { ...cloud.env(), ...toolsOfPath };
  const serving = await startCloudServe(words, { cwd: path(), env });
  started.push(serving);
  return serving;
}
const jobFile = (): string => readFileSync(inFolder('.zimu-home/jobs.json'), 'utf8');
const encodedFiles = (): string[] => {
  try {
    return readdirSync(inFolder('.zimu-home/cache/uploads'));
  } catch {
    return [];
  }
};
const submits = (): number =>
  cloud.simulator().requests.filter(({ target }) => target === 'submit').length;
const waiting = { timeout: 60_000 };

/** Lets parts through up to a number, until the gate opens. */
function holdParts(from: number): () => void {
  let open = (): void => undefined;
  const gate = new Promise<void>((fulfil) => (open = fulfil));
  cloud.faults.choose = ({ action, partNumber = 0 }) =>
    action === 'UploadPart' && partNumber >= from ? { kind: 'slow', wait: () => gate } : undefined;
  return () => {
    cloud.faults.choose = () => undefined;
    open();
  };
}

async function expectFinished(serving: CloudServe, jobId: string): Promise<void> {
  const job = await serving.untilJob(
    ({ id, endedAtMs }) => id === jobId && endedAtMs !== undefined,
  );
  expect(job.error).toBeUndefined();
  expect(job.state).toBe('done');
  const { project } = await serving.client.call('projects.open', { projectId: job.projectId });
  expect(project.sentences.length).toBeGreaterThan(0);
  expect(cloud.oss().objects()).toEqual([]);
  expect(cloud.oss().uploads()).toEqual([]);
  // What was made for the upload is removed when the job has been told as done.
  await vi.waitFor(() => expect(encodedFiles()).toEqual([]), waiting);
  await vi.waitFor(() => expect(jobFile()).toContain('"kept":{}'));
}

describe('a studio that is killed finishes its job at the next start', () => {
  it.each(['talk.wav', 'talk.au'])('while it uploads parts of %s', async (name) => {
    if (name === 'talk.wav') {
      writeFileSync(inFolder(name), makeWav({ durationMs: 10_000, channels: 2 }));
    } else {
      makeMedia(inFolder(name), ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=60']);
    }
    const open = holdParts(2);
    const first = await serve(name);
    const { id } = await first.start('file');
    await vi.waitFor(() => expect(jobFile()).toContain('"number":1'), waiting);
    await first.kill();
    open();
    expect(encodedFiles()).toHaveLength(name === 'talk.au' ? 1 : 0);
    const from = cloud.oss().events.length;
    const tasks = submits();
    const second = await serve();
    await expectFinished(second, id);
    const sent = cloud.oss().events.slice(from);
    expect(sent.filter(({ action }) => action === 'InitiateMultipartUpload')).toEqual([]);
    expect(sent.some(({ partNumber }) => partNumber === 1)).toBe(false);
    expect(sent.some(({ partNumber }) => partNumber === 2)).toBe(true);
    expect(submits() - tasks).toBe(1);
  });

  it('[JO12] while it waits for the result', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 4_000 }));
    cloud.simulator().set({ runningQueries: 1e9 });
    const first = await serve('talk.wav');
    const { id } = await first.start('file');
    const tasks = submits();
    await first.untilJob(({ stage, fraction }) => stage === 'waiting' && fraction > 0.5);
    await vi.waitFor(() => expect(jobFile()).toContain('"taskId"'));
    await first.kill();
    cloud.simulator().set({ runningQueries: 1 });
    const from = cloud.oss().events.length;
    const second = await serve();
    await expectFinished(second, id);
    expect(submits() - tasks).toBeLessThanOrEqual(1);
    expect(
      cloud
        .oss()
        .events.slice(from)
        .map(({ action }) => action),
    ).toEqual(['DeleteObject']);
    const replies = readdirSync(inFolder('.zimu-home/projects'), { recursive: true })
      .map(String)
      .filter((file) => /replies.*json$/.test(file));
    expect(replies).toHaveLength(1);
  });

  it('while it encodes, and removes what it had made so far', async () => {
    makeMedia(inFolder('talk.au'), ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.1:d=240']);
    const first = await serve('talk.au');
    const { id } = await first.start('file');
    // One that is only starting would make its file anew after the next studio has removed it.
    const madeBytes = (): number[] =>
      encodedFiles().map((name) => statSync(inFolder(`.zimu-home/cache/uploads/${name}`)).size);
    const often = { ...waiting, interval: 10 };
    await vi.waitFor(() => expect(Math.max(0, ...madeBytes())).toBeGreaterThan(0), often);
    const half = encodedFiles();
    expect(half).toHaveLength(1);
    await first.kill();
    expect(encodedFiles()).toEqual(half);
    const second = await serve();
    expect(encodedFiles()).not.toContain(half[0]);
    await expectFinished(second, id);
  });
});

describe('a studio that ends as it should', () => {
  it('asks for the result of the same task at the next start', async () => {
    writeFileSync(services.inFolder('talk.wav'), makeWav({ durationMs: 4_000 }));
    cloud.simulator().set({ queueingQueries: 1e9 });
    const first = await services.start(cloud.env());
    const { id: projectId } = await first.workspace.projects.openFile(
      services.inFolder('talk.wav'),
      new AbortController().signal,
    );
    const from = cloud.oss().events.length;
    const tasks = submits();
    const { id } = await first.workspace.jobs.start({ projectId, engine: 'file', language: 'zh' });
    const jobs = (): string => readFileSync(services.inFolder('home/jobs.json'), 'utf8');
    await vi.waitFor(() => expect(jobs()).toContain('"taskId"'), waiting);
    await first.workspace.dispose();
    cloud.simulator().set({ queueingQueries: 0, runningQueries: 0 });
    const second = await services.start(cloud.env());
    const ended = await second.until(
      'job.changed',
      (job) => job.id === id && job.endedAtMs !== undefined,
    );
    expect(ended).toMatchObject({ state: 'done' });
    const { sentences } = await second.workspace.projects.read(projectId);
    expect(sentences.length).toBeGreaterThan(0);
    expect(submits() - tasks).toBe(1);
    const sent = cloud.oss().events.slice(from);
    // Uploaded once, fetched by the service through its link, deleted.
    expect(sent.filter(({ action }) => action === 'PutObject')).toHaveLength(1);
    expect(sent.at(-1)?.action).toBe('DeleteObject');
    expect(cloud.oss().objects()).toEqual([]);
  });
});
