import { request as sendHttp } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../../helpers/make-wav';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import type { Fault } from '../../../simulator/frame/faults';
import { catchVendorError, makeFiletransClient, makePopClient } from './pop-client';

const fixture = useSimulator({
  queueingQueries: 0,
  runningQueries: 0,
  queryGapMs: 0,
  services: [
    (request, response) => {
      if (!request.url?.startsWith('/bucket/')) return Promise.resolve(false);
      response.end('stored');
      return Promise.resolve(true);
    },
  ],
});

const askToken = () =>
  makePopClient(fixture.current.url, testAccounts.owner).request<{ Token: { Id: string } }>(
    'CreateToken',
    {},
  );

async function findFlashUrl(): Promise<string> {
  const { Token } = await askToken();
  const query = new URLSearchParams({ appkey: 'zhAppkey', token: Token.Id, format: 'wav' });
  return `${fixture.current.env['ZIMU_ISI_FLASH_ENDPOINT'] ?? ''}?${query.toString()}`;
}

async function askFlash(body = makeWav(), signal?: AbortSignal): Promise<Response> {
  const init = { method: 'POST', body: new Uint8Array(body) };
  return fetch(await findFlashUrl(), signal === undefined ? init : { ...init, signal });
}

const readFlash = async () =>
  (await (await askFlash()).json()) as Readonly<Record<string, unknown>> & { status: number };

const plant = (fault: Fault | readonly Fault[]) => fixture.current.set({ nextFlash: fault });

afterEach(() => plant([]));

describe('a refusal that was planted', () => {
  it('stays for as many requests as it says, in the order given', async () => {
    plant([{ code: 40000005, times: 2 }, { code: 50000000 }]);
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await readFlash()).status);
    expect(statuses).toEqual([40000005, 40000005, 50000000, 20000000]);
  });

  it('has the vendor’s text, or that of the test', async () => {
    plant({ code: 40000004 });
    expect(await readFlash()).toMatchObject({
      result: '',
      message: 'Gateway:IDLE_TIMEOUT:Websocket session is idle for too long time!',
    });
    plant({ code: 49999999, text: 'Gateway:NEW_ONE:Never seen!', httpStatus: 418 });
    const response = await askFlash();
    expect(response.status).toBe(418);
    expect(await response.json()).toMatchObject({ message: 'Gateway:NEW_ONE:Never seen!' });
  });

  it('reaches token, submit, task and result each in its form', async () => {
    const simulator = fixture.current;
    simulator.set({ nextToken: { code: 'ServiceUnavailable' } });
    expect(await catchVendorError(askToken())).toMatchObject({
      code: 'ServiceUnavailable',
      status: 503,
    });
    simulator.set({ nextToken: { code: 50000000, text: 'busy' } });
    expect(await askToken()).toMatchObject({ ErrCode: 50000000, ErrMsg: 'busy' });
    const client = makeFiletransClient(simulator.url, testAccounts.owner);
    const task = { appkey: 'zhAppkey', version: '4.0', file_link: 'http://localhost:1/a.wav' };
    simulator.set({
      nextSubmit: { code: 'Throttling.User' },
      nextTask: { code: 51050005 },
      nextResult: [{ code: 'InternalError' }, { code: 51050000 }],
    });
    const submit = () => client.submitTask({ Task: JSON.stringify(task) });
    expect((await catchVendorError(submit())).code).toBe('Throttling.User');
    const { TaskId } = await submit();
    const query = () => client.getTaskResult({ TaskId });
    expect((await catchVendorError(query())).code).toBe('InternalError');
    expect(await query()).toMatchObject({ StatusText: 'INTERNAL_ERROR' });
    await expect.poll(query).toMatchObject({ StatusText: 'FILE_TRANS_TIMEOUT' });
  });
});

describe('a network that was planted', () => {
  it('resets an upload on its way, and takes the next one', async () => {
    plant({ kind: 'reset', afterBytes: 200_000 });
    await expect(askFlash(makeWav({ durationMs: 60_000 }))).rejects.toThrow('fetch failed');
    expect((await readFlash()).status).toBe(20000000);
  });

  it('resets a call without a body', async () => {
    fixture.current.set({ nextToken: { kind: 'reset', afterBytes: 0 } });
    await expect(askToken()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it.each(['stall', 'never'] as const)('leaves the client waiting: %s', async (kind) => {
    plant(kind === 'stall' ? { kind, afterBytes: 1_000 } : { kind });
    const before = fixture.current.requests.length;
    const abort = new AbortController();
    const asked = askFlash(makeWav({ durationMs: 60_000 }), abort.signal);
    const seen = () => fixture.current.requests.slice(before).at(-1);
    await expect.poll(() => seen()?.target).toBe('flash');
    expect(seen()?.status).toBeUndefined();
    abort.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('answers storms of 5xx with a page', async () => {
    plant({ kind: 'status', httpStatus: 502, times: 3 });
    for (let count = 0; count < 3; count++) {
      const response = await askFlash();
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('<html>');
    }
    expect((await readFlash()).status).toBe(20000000);
  });

  it('sends half a reply, or one with a wrong length', async () => {
    plant([{ kind: 'half-reply' }, { kind: 'wrong-length', byBytes: 10 }]);
    await expect(askFlash().then((response) => response.text())).rejects.toThrow('terminated');
    await expect(askFlash().then((response) => response.text())).rejects.toThrow('terminated');
    plant({ kind: 'wrong-length', byBytes: -10 });
    await expect(askFlash().then((response) => response.json())).rejects.toThrow(SyntaxError);
  });

  it('sends what is no JSON, and fields that nobody knows', async () => {
    plant([{ kind: 'not-json' }, { kind: 'extra-fields' }]);
    const response = await askFlash();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
    expect(await readFlash()).toMatchObject({
      status: 20000000,
      another_new: 'x',
      flash_result: { sentences: [{ NewField: {} }], another_new: 'x' },
    });
  });

  it('is slow, in the answer and in its pieces', async () => {
    plant({ kind: 'slow', delayMs: 20, bytesPerSecond: 4_000 });
    expect((await readFlash()).status).toBe(20000000);
  });

  it('gives 10,000 sentences', async () => {
    plant({ kind: 'sentences', count: 10_000 });
    const { flash_result: result } = await readFlash();
    expect(result).toHaveProperty('sentences.length', 10_000);
  });

  it('spoils a further service by path and method', async () => {
    const { url } = fixture.current;
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    fixture.current.set({
      nextService: [
        { kind: 'status', httpStatus: 503, method: 'PUT', path: /partNumber=2/ },
        { kind: 'reset', afterBytes: 10, method: 'PUT', path: /partNumber=3/ },
      ],
    });
    const put = (part: number) =>
      fetch(`${url}/bucket/key?partNumber=${part}`, { method: 'PUT', body: 'x'.repeat(1_000) });
    expect(await (await put(1)).text()).toBe('stored');
    expect((await put(2)).status).toBe(503);
    await expect(put(3)).rejects.toThrow('fetch failed');
    expect((await put(3)).status).toBe(200);
  });

  it('does not keep the simulator from ending', async () => {
    fixture.current.set({ nextToken: { kind: 'never' } });
    const open = sendHttp(`${fixture.current.url}/?Action=CreateToken`);
    const ended = new Promise((fulfil) => open.once('error', fulfil));
    open.end();
    await expect.poll(() => fixture.current.requests.at(-1)).toMatchObject({ target: 'token' });
    await fixture.current.close();
    expect(await ended).toMatchObject({ code: 'ECONNRESET' });
  });
});
