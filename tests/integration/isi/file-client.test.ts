import { afterEach, describe, expect, test } from 'vitest';
import { createFileClient, type FileClient } from '../../../electron/isi/client/file/file-client';
import { createHttpClient } from '../../../electron/isi/client/http/create-http-client';
import type { PopSignature } from '../../../electron/isi/client/pop/pop-client';
import { type EchoServer, type ScriptedReply, startEchoServer } from '../../helpers/echo-server';

const http = createHttpClient();
const never = new AbortController().signal;
let server: EchoServer | undefined;
afterEach(() => server?.close());

async function start(reply: ScriptedReply, signature: PopSignature = 'v3'): Promise<FileClient> {
  server = await startEchoServer(() => reply);
  return createFileClient({
    http,
    endpoint: server.origin,
    signature,
    now: () => Date.now(),
    makeNonce: () => 'a-nonce',
    getAccessKey: () =>
      Promise.resolve({ accessKeyId: 'LTAItest', accessKeySecret: 'very-secret' }),
  });
}

const submitted = '{"TaskId":"0123","RequestId":"r","StatusText":"SUCCESS","StatusCode":21050000}';
const task = {
  appkey: 'a',
  file_link: 'https://host.test/音.wav?Signature=a%2Bb',
  enable_words: true,
};

describe('file transcription, protocol §3', () => {
  test.for(['v1', 'v3'] as const)(
    '%s: a task goes into the form, always version 4.0',
    async (signature) => {
      const client = await start({ body: submitted }, signature);
      expect(await client.submit(task, never)).toEqual({ taskId: '0123', requestId: 'r' });
      const [seen] = server!.seen;
      expect(seen).toMatchObject({
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const form = new URLSearchParams(seen!.body);
      expect(JSON.parse(form.get('Task') ?? '')).toEqual({ ...task, version: '4.0' });
      expect(form.has('Signature')).toBe(signature === 'v1');
    },
  );

  test.for(['v1', 'v3'] as const)('%s: a question goes into the query', async (signature) => {
    const body = '{"TaskId":"0123","StatusCode":"21050001","StatusText":"RUNNING","New":[1]}';
    const client = await start({ body }, signature);
    expect(await client.query('0123', never)).toEqual({
      state: 'running',
      text: body,
      reply: JSON.parse(body) as unknown,
    });
    const [seen] = server!.seen;
    expect(seen!.method).toBe('GET');
    expect(new URL(seen!.url, 'http://host').searchParams.get('TaskId')).toBe('0123');
  });

  test('what is said of another task is no answer, as of a cache on the way', async () => {
    const [asked, other] = ['a', 'b'].map((letter) => letter.repeat(32));
    const client = await start({ body: `{"TaskId":"${other}","StatusCode":21050001}` });
    await expect(client.query(asked!, never)).rejects.toMatchObject({
      code: 'engine/reply-unreadable',
    });
    expect(await client.query(other!, never)).toMatchObject({ state: 'running' });
  });

  test('a refusal within an HTTP 200', async () => {
    const client = await start({
      body: '{"StatusCode":41050015,"StatusText":"REQUEST_APPKEY_UNREGISTERED","RequestId":"r"}',
    });
    await expect(client.submit(task, never)).rejects.toMatchObject({
      data: {
        service: 'file',
        vendorCode: '41050015',
        vendorText: 'REQUEST_APPKEY_UNREGISTERED',
        requestId: 'r',
      },
    });
  });

  test('a refusal by the gateway', async () => {
    const client = await start({
      status: 400,
      body: '{"Code":"Throttling.User","Message":"Request was denied due to user flow control."}',
    });
    await expect(client.query('0123', never)).rejects.toMatchObject({
      data: { vendorCode: 'Throttling.User', httpStatus: 400 },
    });
  });

  test('a failed task is a report', async () => {
    const client = await start({
      body: '{"StatusCode":41050002,"StatusText":"FILE_DOWNLOAD_FAILED"}',
    });
    expect((await client.query('0123', never)).state).toBe('failed');
  });

  test.for(['{}', 'null', '<html>', '{"StatusCode":21050000}'])(
    '%s is not understood',
    async (body) => {
      const client = await start({ body });
      await expect(client.submit(task, never)).rejects.toMatchObject({
        code: 'engine/reply-unreadable',
      });
    },
  );

  test('a bad address is not sent, nor shown', async () => {
    const client = await start({ body: submitted });
    const error: unknown = await client
      .submit({ ...task, file_link: 'http://10.0.0.1/a?Signature=secret' }, never)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'usage/invalid',
      data: { parameter: 'file_link', reason: 'ip-address' },
    });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
    expect(server!.seen).toEqual([]);
  });
});
