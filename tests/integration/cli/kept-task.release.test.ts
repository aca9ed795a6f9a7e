import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTranscriptJson } from '@core/formats/json';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import type { ZimuRun } from '../../helpers/run-zimu';
import { smallParts } from '../../helpers/small-parts';
import { useCloud } from '../../helpers/use-cloud';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { testAppkeys } from '../../helpers/use-simulator';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { inFolder, zimuWith, insideWith } = useCliFolder();
const taskLine = /^task handed in: ([0-9a-f]{32})$/m;

beforeEach(() => {
  const none = { nextToken: [], nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] };
  cloud.simulator.set({ ...none, nextService: [], nowOffsetMs: 0, queueingQueries: 0 });
  cloud.faults.choose = () => undefined;
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 }));
});

interface RunOptions {
  readonly more?: readonly string[];
  readonly changes?: Readonly<Record<string, string | undefined>>;
  /** What ends it once standard error has the text: a person, or a signal to a process of its own. */
  readonly stop?: { readonly at: string; readonly signal?: NodeJS.Signals | undefined };
}

function transcribe({ more = [], changes, stop }: RunOptions = {}): Promise<ZimuRun> {
  const words = ['transcribe', 'talk.wav', '--engine', 'file', '--json-progress', ...more];
  const env = cloud.env(changes);
  const signal = stop?.signal;
  if (stop === undefined || signal === undefined) {
    const person = new AbortController();
    return insideWith(words, {
      ...{ env, signal: person.signal },
      onStderr: (text) => {
        if (stop !== undefined && text.includes(stop.at)) person.abort();
      },
    });
  }
  let isStopped = false;
  return zimuWith(words, {
    env,
    onStderr: (child, text) => {
      if (!isStopped && text.includes(stop.at)) isStopped = child.kill(signal);
    },
  });
}

const submits = (): number =>
  cloud.simulator.requests.filter(({ target }) => target === 'submit').length;
const keptFiles = (): string[] => {
  const folder = inFolder('.zimu-home/tasks');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const readTaskId = ({ stderr }: ZimuRun): string => {
  const [, taskId = ''] = taskLine.exec(stderr) ?? [];
  expect(taskId).not.toBe('');
  return taskId;
};

/** Hands a task in that does not end, and stops the program. */
async function leaveTask(signal?: NodeJS.Signals): Promise<string> {
  cloud.simulator.set({ queueingQueries: 1e9 });
  const run = await transcribe({ stop: { at: '"stage":"waiting"', signal } });
  cloud.simulator.set({ queueingQueries: 0 });
  expect(run.code).toBe(signal === 'SIGKILL' ? null : 5);
  return readTaskId(run);
}

describe('a task of the file engine', () => {
  it('is named on the screen, in the progress and in the result', async () => {
    const run = await transcribe({ more: ['--format', 'json'] });
    expect(run.code).toBe(0);
    const taskId = readTaskId(run);
    const event = run.stderr.split('\n').find((line) => line.includes('"type":"task"')) ?? '{}';
    expect(JSON.parse(event)).toMatchObject({ path: inFolder('talk.wav'), taskId, isKept: false });
    expect(parseTranscriptJson(readFileSync(inFolder('talk.json'), 'utf8')).taskId).toBe(taskId);
    expect(keptFiles()).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'goes on in the same command after %s, and is paid once',
    async (signal) => {
      const before = submits();
      const taskId = await leaveTask(signal);
      const again = await transcribe({ more: ['--format', 'json'] });
      expect(again.code).toBe(0);
      expect(again.stderr).toContain(`at no new cost: ${taskId}`);
      expect(submits() - before).toBe(1);
      expect(parseTranscriptJson(readFileSync(inFolder('talk.json'), 'utf8')).taskId).toBe(taskId);
      expect(keptFiles()).toEqual([]);
      expect([cloud.oss.objects(), cloud.oss.uploads()]).toEqual([[], []]);
    },
  );

  it('says on an interrupt how its result is fetched', async () => {
    cloud.simulator.set({ queueingQueries: 1e9 });
    const run = await transcribe({ stop: { at: '"stage":"waiting"' } });
    expect(run.stderr).toContain(`zimu isi result ${readTaskId(run)}`);
    const chinese = await transcribe({
      changes: { ZIMU_LOCALE: 'zh-CN' },
      stop: { at: '"stage":"waiting"' },
    });
    expect(chinese.stderr).toContain(`继续之前提交的任务，不再计费：${readTaskId(run)}`);
    expect(chinese.stderr).toContain('72 小时内再次运行同一命令');
  });

  it('goes on after the network failed, also for a copy of the recording', async () => {
    const before = submits();
    cloud.simulator.set({ nextResult: { code: 'SignatureDoesNotMatch', times: 99 } });
    const failed = await transcribe();
    expect(failed.code).toBe(4);
    const taskId = readTaskId(failed);
    expect(failed.stderr).toContain(`The task ${taskId} goes on at the service.`);
    cloud.simulator.set({ nextResult: [] });
    writeFileSync(inFolder('copy.wav'), readFileSync(inFolder('talk.wav')));
    const again = await insideWith(['transcribe', 'copy.wav', '--engine', 'file'], {
      env: cloud.env(),
    });
    expect(again.code).toBe(0);
    expect(submits() - before).toBe(1);
  });

  it('is not taken for other work: another recording, Appkey, or parameter', async () => {
    const before = submits();
    await leaveTask();
    for (const run of [
      { more: ['--set', 'enable_inverse_text_normalization=true', '--out', 'a.srt'] },
      { changes: { ZIMU_ISI_APPKEY: testAppkeys.english.appkey }, more: ['--out', 'b.srt'] },
    ]) {
      expect((await transcribe(run)).code).toBe(0);
    }
    // As long as before, and the same at either end.
    const edited = makeWav({ durationMs: 8_000 });
    edited.fill(0, edited.length / 2, edited.length / 2 + 100);
    writeFileSync(inFolder('talk.wav'), edited);
    expect((await transcribe({ more: ['--out', 'c.srt'] })).code).toBe(0);
    expect(submits() - before).toBe(4);
    expect(keptFiles()).toHaveLength(1);
  });

  it('is left alone by --new-task, and nothing of it stays in the bucket', async () => {
    const before = submits();
    const stored = cloud.oss.objects();
    const taskId = await leaveTask();
    const run = await transcribe({ more: ['--new-task'] });
    expect(run.code).toBe(0);
    expect(readTaskId(run)).not.toBe(taskId);
    expect(run.stderr).toContain(`The task ${taskId} is left alone`);
    expect(submits() - before).toBe(2);
    expect([cloud.oss.objects(), keptFiles()]).toEqual([stored, []]);
  });

  it('is handed in anew after 72 hours, which is said before', async () => {
    const before = submits();
    const taskId = await leaveTask();
    const [name = ''] = keptFiles();
    const path = join(inFolder('.zimu-home/tasks'), name);
    const entry = JSON.parse(readFileSync(path, 'utf8')) as {
      state: { submittedAtMs: number };
    };
    entry.state.submittedAtMs -= 72 * 3_600_000;
    writeFileSync(path, JSON.stringify(entry));
    const run = await transcribe();
    expect(run.code).toBe(0);
    const [said, submitted] = ['[engine/task-expired]', 'task handed in:'].map((text) =>
      run.stderr.indexOf(text),
    );
    expect(said).toBeGreaterThan(-1);
    expect(said).toBeLessThan(submitted!);
    expect(run.stderr).toContain('charged again');
    expect(readTaskId(run)).not.toBe(taskId);
    expect(submits() - before).toBe(2);
  });

  it('is not handed in by two commands at once', async () => {
    const before = submits();
    cloud.simulator.set({ queueingQueries: 1e9 });
    let second: Promise<ZimuRun> | undefined;
    const first = await zimuWith(
      ['transcribe', 'talk.wav', '--engine', 'file', '--json-progress'],
      {
        env: cloud.env(),
        onStderr: (child, text) => {
          if (second !== undefined || !text.includes('"type":"task"')) return;
          second = transcribe({ more: ['--out', 'other.srt'] });
          void second.then(() => child.kill('SIGINT'));
        },
      },
    );
    const refused = await second!;
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('[engine/task-busy]');
    expect(refused.stderr).toContain('charged twice');
    expect(first.code).toBe(5);
    expect(submits() - before).toBe(1);
  });

  it('is still there where its result could not be written', async () => {
    const before = submits();
    const taken = inFolder('taken.srt');
    let isTaken = false;
    const refused = await insideWith(
      ['transcribe', 'talk.wav', '--engine', 'file', '--json-progress', '--out', 'taken.srt'],
      {
        env: cloud.env(),
        onStderr: (text) => {
          if (!isTaken && text.includes('"type":"task"')) writeFileSync(taken, 'of somebody else');
          isTaken ||= text.includes('"type":"task"');
        },
      },
    );
    expect(refused.code).toBe(6);
    expect((await transcribe()).code).toBe(0);
    expect(submits() - before).toBe(1);
  });
});

describe('an upload of the file engine', () => {
  it('goes on from its parts after the program was killed', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 21_000 }));
    const from = cloud.oss.events.length;
    const stored = cloud.oss.objects();
    let release = (): void => undefined;
    const released = new Promise<void>((fulfil) => (release = fulfil));
    cloud.faults.choose = ({ action, partNumber }) =>
      action === 'UploadPart' && partNumber === 3
        ? { kind: 'slow', wait: () => released }
        : undefined;
    let kill = (): unknown => undefined;
    const killed = zimuWith(['transcribe', 'talk.wav', '--engine', 'file', '--json-progress'], {
      env: cloud.env(smallParts),
      onStderr: (child) => (kill = () => child.kill('SIGKILL')),
    });
    const readKept = (): string =>
      keptFiles()
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(inFolder('.zimu-home/tasks'), name), 'utf8'))
        .join('');
    await expect.poll(readKept, { timeout: 30_000 }).toContain('"number":1');
    kill();
    release();
    expect((await killed).code).toBe(null);
    cloud.faults.choose = () => undefined;
    expect((await transcribe({ changes: smallParts })).code).toBe(0);
    const actions = cloud.oss.events.slice(from).map(({ action }) => action);
    expect(actions.filter((action) => action === 'InitiateMultipartUpload')).toHaveLength(1);
    expect([cloud.oss.objects(), cloud.oss.uploads()]).toEqual([stored, []]);
  });

  it('is removed where a person stops before a task was handed in', async () => {
    const stored = cloud.oss.objects();
    cloud.simulator.set({ nextSubmit: { kind: 'never' } });
    const run = await transcribe({ stop: { at: '"fraction":0.5' } });
    expect(run.code).toBe(5);
    expect([cloud.oss.objects(), keptFiles()]).toEqual([stored, []]);
  });
});
