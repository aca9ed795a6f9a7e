import { parseTranscriptJson } from '@core/formats/json';
import { writeFileSync } from 'node:fs';
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
});
