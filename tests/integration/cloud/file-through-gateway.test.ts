import { parseTranscriptJson } from '@core/formats/json';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { runInProcess } from '../../helpers/run-in-process';
import { type GatewayStep, numbersAsTexts, startGateway } from '../../helpers/start-gateway';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 1 });
const { inFolder, path } = useCliFolder();

const tooMany: GatewayStep = {
  status: 429,
  body: '<html><head><title>429 Too Many Requests</title></head></html>',
  headers: { 'retry-after': '1', server: 'nginx' },
};
const login: GatewayStep = {
  status: 200,
  body: '<!doctype html><title>Hotel Wi-Fi</title><form>Room number</form>',
};

describe('zimu transcribe --engine file through a gateway', () => {
  it('429 HTML, then a login page, then numbers as texts: the transcript, one task paid', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 }));
    const scripts: Readonly<Record<string, GatewayStep[]>> = {
      SubmitTask: [tooMany],
      GetTaskResult: [tooMany, login],
    };
    const gateway = await startGateway(
      cloud.simulator.port,
      (action) => scripts[action]?.shift() ?? { rewrite: numbersAsTexts },
    );
    const command = ['transcribe', 'talk.wav', '--engine', 'file', '--format', 'json'];
    const { code, stdout, stderr } = await runInProcess([...command, '--out', '-', '--debug'], {
      cwd: path(),
      env: cloud.env({ ZIMU_ISI_FILETRANS_ENDPOINT: gateway.url }),
    });
    await gateway.close();
    expect(code).toBe(0);
    const { sentences } = parseTranscriptJson(stdout);
    expect(sentences.map(({ text }) => text).join('')).toContain('今天的会议现在开始。');
    expect(gateway.given).toEqual([
      ...['SubmitTask 429', 'SubmitTask 200', 'GetTaskResult 429', 'GetTaskResult 200'],
      ...['GetTaskResult 200', 'GetTaskResult 200'],
    ]);
    expect(cloud.simulator.requests.filter(({ target }) => target === 'submit')).toHaveLength(1);
    expect(cloud.oss.objects()).toEqual([]);
    const host = new URL(gateway.url).host;
    expect(stderr).toContain(
      `The reply of ${host} is not the service’s own: a proxy or gateway on the way answers with an error (HTTP 429, nginx, 429 Too Many Requests).`,
    );
    expect(stderr).toContain(`The reply of ${host} is a web page`);
    expect(stderr).toContain('(HTTP 200, Hotel Wi-Fi)');
  });

  it('Ctrl+C between answers nobody understands keeps the task, and the same command goes on', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 9_000 }));
    const before = cloud.simulator.requests.length;
    const isInTheWay = { now: true };
    const gateway = await startGateway(cloud.simulator.port, (action) =>
      action === 'GetTaskResult' && isInTheWay.now ? login : undefined,
    );
    const stop = new AbortController();
    const run = (signal?: AbortSignal) =>
      runInProcess(
        ['transcribe', 'talk.wav', '--engine', 'file', '--format', 'json', '--json-progress'],
        {
          ...{ cwd: path(), env: cloud.env({ ZIMU_ISI_FILETRANS_ENDPOINT: gateway.url }) },
          ...(signal === undefined ? {} : { signal }),
          onStderr: (text) => {
            if (text.includes('"type":"retry"')) stop.abort();
          },
        },
      );
    const stopped = await run(stop.signal);
    expect(stopped.code).toBe(5);
    const [, taskId = ''] = /^task handed in: ([0-9a-f]{32})$/m.exec(stopped.stderr) ?? [];
    expect(stopped.stderr).toContain(`zimu isi result ${taskId}`);
    expect(cloud.oss.objects()).toHaveLength(1);
    isInTheWay.now = false;
    const again = await run();
    await gateway.close();
    expect(again.stderr).toContain(`at no new cost: ${taskId}`);
    expect(again.code).toBe(0);
    const transcript = parseTranscriptJson(readFileSync(inFolder('talk.json'), 'utf8'));
    expect(transcript.taskId).toBe(taskId);
    const submits = cloud.simulator.requests
      .slice(before)
      .filter(({ target }) => target === 'submit');
    expect(submits).toHaveLength(1);
    expect(cloud.oss.objects()).toEqual([]);
  });

  it('puts no id into a command to copy that is more than an id', async () => {
    writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 8_000 }));
    const odd = '\u001b[2J$(touch gone)';
    const gateway = await startGateway(cloud.simulator.port, (action) =>
      action === 'SubmitTask'
        ? { rewrite: (body) => JSON.stringify({ ...JSON.parse(body), TaskId: odd }) }
        : login,
    );
    const stop = new AbortController();
    const { code, stderr } = await runInProcess(['transcribe', 'talk.wav', '--engine', 'file'], {
      ...{ cwd: path(), signal: stop.signal },
      env: cloud.env({ ZIMU_ISI_FILETRANS_ENDPOINT: gateway.url }),
      onStderr: (text) => {
        if (text.includes('task handed in')) stop.abort();
      },
    });
    await gateway.close();
    expect(code).toBe(5);
    expect(stderr).toContain('The task ␛[2J$(touch gone) goes on at the service.');
    expect(stderr).not.toContain('zimu isi result');
    expect(stderr).not.toContain('\u001b');
  });
});
