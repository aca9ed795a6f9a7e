import { existsSync, readdirSync, readFileSync, writeFileSync, statSync } from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findOpen } from '../../helpers/find-open';
import { makeWav } from '../../helpers/make-wav';
import { runInProcess } from '../../helpers/run-in-process';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { path, inFolder } = useCliFolder();
/** Neither Appkey nor bucket: only the account. */
const bare = { ZIMU_ISI_APPKEY: undefined, ZIMU_OSS_BUCKET: undefined, ZIMU_OSS_REGION: undefined };

let umask = 0;
beforeAll(() => {
  umask = process.umask(0o022);
});
afterAll(() => void process.umask(umask));

beforeEach(() => {
  cloud.simulator.set({ nextSubmit: [], nextTask: [], nextResult: [], queueingQueries: 0 });
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 }));
});

const result = (...words: string[]): Promise<ZimuRun> =>
  runInProcess(['isi', 'result', ...words], { cwd: path(), env: cloud.env(bare) });

/** Asks until the service is done with the task. */
async function fetchDone(run: () => Promise<ZimuRun>): Promise<ZimuRun> {
  for (;;) {
    const asked = await run();
    if (!asked.stderr.includes('[engine/task-running]')) return asked;
  }
}

/** Hands a task in and leaves it there. */
async function leaveTask(): Promise<string> {
  cloud.simulator.set({ queueingQueries: 1e9 });
  const stop = new AbortController();
  const { stderr } = await runInProcess(['transcribe', 'talk.wav', '--engine', 'file'], {
    ...{ cwd: path(), env: cloud.env(), signal: stop.signal },
    onStderr: (text) => {
      if (text.includes('task handed in')) stop.abort();
    },
  });
  const [, taskId = ''] = /task handed in: (\w+)/.exec(stderr) ?? [];
  expect(taskId).toMatch(/^[0-9a-f]{32}$/);
  return taskId;
}

describe('isi result', () => {
  it('writes the transcript of a task, keeps the reply, and tidies up', async () => {
    const taskId = await leaveTask();
    cloud.simulator.set({ queueingQueries: 0 });
    const submits = cloud.simulator.requests.filter(({ target }) => target === 'submit').length;
    const { code, stderr } = await fetchDone(() =>
      runInProcess(['isi', 'result', taskId, '--format', 'json'], {
        ...{ cwd: path(), env: cloud.env() },
      }),
    );
    expect(code).toBe(0);
    const transcript = parseTranscriptJson(readFileSync(inFolder(`${taskId}.json`), 'utf8'));
    expect(transcript).toMatchObject({ taskId, engine: 'file' });
    expect(transcript.media.path).toBe(inFolder('talk.wav'));
    expect(transcript.sentences.map(({ text }) => text).join('')).toContain('今天的会议现在开始。');
    const kept = inFolder(`.zimu-home/replies/${taskId}.json`);
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(stderr).toContain(kept);
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ TaskId: taskId });
    expect(readdirSync(inFolder('.zimu-home/tasks'))).toEqual([]);
    expect(cloud.oss.objects()).toEqual([]);
    const after = cloud.simulator.requests.filter(({ target }) => target === 'submit').length;
    expect(after).toBe(submits);
  });

  it('keeps task and reply for the person alone', async () => {
    const taskId = await leaveTask();
    expect(readdirSync(inFolder('.zimu-home/tasks'))).toHaveLength(1);
    expect(findOpen(inFolder('.zimu-home'))).toEqual([]);
    cloud.simulator.set({ queueingQueries: 0 });
    expect((await fetchDone(() => result(taskId))).code).toBe(0);
    expect(existsSync(inFolder(`.zimu-home/replies/${taskId}.json`))).toBe(true);
    expect(findOpen(inFolder('.zimu-home'))).toEqual([]);
  });

  it('needs the AccessKey only, and cuts cues as it is told', async () => {
    const taskId = await leaveTask();
    cloud.simulator.set({ queueingQueries: 0 });
    const { code, stdout } = await fetchDone(() => result(taskId, '--out', '-', '--max-line', '6'));
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(6);
  });

  it('says that a task still runs, and keeps it', async () => {
    const taskId = await leaveTask();
    const running = await result(taskId);
    expect(running.code).toBe(4);
    expect(running.stderr).toContain('[engine/task-running]');
    expect(running.stderr).toContain(`The task ${taskId} still waits for its turn`);
    expect(existsSync(inFolder(`${taskId}.srt`))).toBe(false);
    expect(readdirSync(inFolder('.zimu-home/tasks'))).toHaveLength(1);
  });

  it('says of an unknown id where else it may be, in both languages', async () => {
    const taskId = '0'.repeat(32);
    const unknown = await result(taskId, '--region', 'cn-beijing');
    expect(unknown.code).toBe(4);
    expect(unknown.stderr).toContain('[engine/task-unknown]');
    expect(unknown.stderr).toContain('in cn-beijing does not know the task');
    expect(unknown.stderr).toContain('cn-shanghai, cn-shenzhen');
    expect(unknown.stderr).toContain('72 hours');
    const chinese = await runInProcess(['isi', 'result', taskId], {
      ...{ cwd: path(), env: cloud.env({ ...bare, ZIMU_LOCALE: 'zh-CN' }) },
    });
    expect(chinese.stderr).toContain('不认识任务');
  });

  it('gives the reason and the remedy of a task that failed', async () => {
    const taskId = await leaveTask();
    cloud.simulator.set({ queueingQueries: 0, nextTask: { code: 41050103 } });
    cloud.simulator.set({ nextResult: { code: 41050103 } });
    const { code, stderr } = await result(taskId);
    expect(code).toBe(4);
    expect(stderr).toContain('41050103');
    expect(stderr).toContain('What to do:');
    expect(existsSync(inFolder(`${taskId}.srt`))).toBe(false);
  });

  it.each([
    [[], 'the id of one task'],
    [['a'.repeat(32), 'b'.repeat(32)], 'the id of one task'],
    [['../../etc/passwd'], 'the id of one task'],
    [['a'.repeat(32), '--region', 'cn-nowhere'], 'cn-shanghai, cn-beijing, cn-shenzhen'],
    [['a'.repeat(32), '--json'], 'no option "--json"'],
  ])('is a wrong use with %j', async (words, said) => {
    const { code, stderr } = await result(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('does not take the place of a file that is there', async () => {
    const taskId = await leaveTask();
    cloud.simulator.set({ queueingQueries: 0 });
    writeFileSync(inFolder(`${taskId}.srt`), 'mine');
    expect((await result(taskId)).code).toBe(6);
    expect(readFileSync(inFolder(`${taskId}.srt`), 'utf8')).toBe('mine');
  });
});
