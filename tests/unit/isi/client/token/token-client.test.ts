import { afterEach, describe, expect, test } from 'vitest';
import { createHttpClient } from '../../../../../electron/isi/client/http/create-http-client';
import type { PopSignature } from '../../../../../electron/isi/client/pop/pop-client';
import { createTokenClient } from '../../../../../electron/isi/client/token/create-token-client';
import type { TokenClient } from '../../../../../electron/isi/client/token/token-client';
import {
  type EchoServer,
  type ScriptedReply,
  startEchoServer,
} from '../../../../helpers/echo-server';

const nowMs = Date.UTC(2026, 0, 15, 8, 30);
const accessKey = { accessKeyId: 'LTAItest', accessKeySecret: 'very-secret' };
const http = createHttpClient();
let server: EchoServer | undefined;
afterEach(() => server?.close());

async function start(reply: ScriptedReply, signature?: PopSignature): Promise<TokenClient> {
  server = await startEchoServer(() => ({
    ...reply,
    headers: { date: new Date(nowMs).toUTCString(), ...reply.headers },
  }));
  return createTokenClient({
    http,
    endpoint: server.origin,
    now: () => nowMs,
    makeNonce: () => 'a-nonce',
    ...(signature === undefined ? {} : { signature }),
  });
}

const good = JSON.stringify({
  NlsRequestId: 'r',
  ErrMsg: '',
  Token: { ExpireTime: nowMs / 1000 + 3600, Id: 'abcdef', UserId: '1000', New: 1 },
});
const never = new AbortController().signal;

describe('CreateToken, protocol §1', () => {
  test.for(['v1', 'v3'] as const)('%s: the token and its end in seconds', async (signature) => {
    const client = await start({ body: good }, signature);
    expect(await client.createToken(accessKey, never)).toEqual({
      id: 'abcdef',
      expiresAtMs: nowMs + 3_600_000,
      userId: '1000',
    });
    const [seen] = server!.seen;
    expect(seen!.method).toBe('POST');
    if (signature === 'v1') {
      expect(seen!.body).toContain('Action=CreateToken');
      expect(seen!.body).toContain('Signature=');
    } else {
      expect(seen!.headers['authorization']).toMatch(/^ACS3-HMAC-SHA256 Credential=LTAItest,/);
      expect(seen!.headers['x-acs-action']).toBe('CreateToken');
    }
  });

  test('a clock some minutes off does not move the end of the token', async () => {
    const client = await start({
      body: good,
      headers: { date: new Date(nowMs - 7 * 60_000).toUTCString() },
    });
    const { expiresAtMs } = await client.createToken(accessKey, never);
    expect(expiresAtMs).toBe(nowMs + 3_600_000 + 7 * 60_000);
  });

  test.for([
    ['the time is refused', 'InvalidTimeStamp.Expired', 20, 20],
    ['the time is refused, without a Date', 'InvalidTimeStamp.Expired', undefined, 15],
    ['another refusal while the clock is off', 'SignatureDoesNotMatch', -47, 47],
  ] as const)('the clock: %s', async ([, Code, aheadMinutes, minutes]) => {
    const client = await start({
      status: 400,
      body: JSON.stringify({ Code, Message: 'Specified time stamp or date value is expired.' }),
      headers: {
        date:
          aheadMinutes === undefined ? '' : new Date(nowMs - aheadMinutes * 60_000).toUTCString(),
      },
    });
    await expect(client.createToken(accessKey, never)).rejects.toMatchObject({
      code: 'engine/clock-skewed',
      data: { minutes },
    });
  });

  test.for([1, 2])('a nonce that was used already, %i times: signed anew, once', async (times) => {
    const used = JSON.stringify({ Code: 'SignatureNonceUsed', Message: 'used', RequestId: 'r' });
    let count = 0;
    server = await startEchoServer(() => {
      count += 1;
      return {
        headers: { date: new Date(nowMs).toUTCString() },
        ...(count <= times ? { status: 400, body: used } : { body: good }),
      };
    });
    let nonces = 0;
    const client = createTokenClient({
      http,
      endpoint: server.origin,
      now: () => nowMs,
      makeNonce: () => `nonce-${(nonces += 1)}`,
    });
    const asked = client.createToken(accessKey, never);
    if (times === 1) expect(await asked).toMatchObject({ id: 'abcdef' });
    else await expect(asked).rejects.toMatchObject({ data: { vendorCode: 'SignatureNonceUsed' } });
    const sent = server.seen.map(({ headers }) => headers['x-acs-signature-nonce']);
    expect(sent).toEqual(['nonce-1', 'nonce-2']);
  });

  test('a refusal keeps code, text and request, without the echo of what was signed', async () => {
    const client = await start({
      status: 400,
      body: JSON.stringify({
        Code: 'SignatureDoesNotMatch',
        Message:
          'Specified signature is not matched with our calculation. server string to sign is:POST&AccessKeyId=LTAItest',
        RequestId: 'request-1',
      }),
    });
    const error: unknown = await client
      .createToken(accessKey, never)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      data: {
        vendorCode: 'SignatureDoesNotMatch',
        vendorText: 'Specified signature is not matched with our calculation.',
        httpStatus: 400,
        requestId: 'request-1',
      },
    });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/LTAItest|very-secret/);
  });

  test.for([
    [1, 2],
    [9, 2],
  ])('a nonce that was used %i times is changed once', async ([refusals, requests]) => {
    server = await startEchoServer((_request, index) => ({
      ...(index < refusals!
        ? { status: 400, body: JSON.stringify({ Code: 'SignatureNonceUsed', Message: 'used' }) }
        : { body: good }),
      headers: { date: new Date(nowMs).toUTCString() },
    }));
    let nonces = 0;
    const client = createTokenClient({
      http,
      endpoint: server.origin,
      now: () => nowMs,
      makeNonce: () => `nonce-${String((nonces += 1))}`,
    });
    const outcome: unknown = await client
      .createToken(accessKey, never)
      .catch((thrown: unknown) => thrown);
    if (refusals === 1) expect(outcome).toMatchObject({ id: 'abcdef' });
    else expect(outcome).toMatchObject({ data: { vendorCode: 'SignatureNonceUsed' } });
    expect(server.seen.map(({ headers }) => headers['x-acs-signature-nonce'])).toEqual(
      ['nonce-1', 'nonce-2'].slice(0, requests),
    );
  });

  test('ErrCode in an HTTP 200 is a refusal too', async () => {
    const client = await start({
      body: JSON.stringify({ ErrCode: 50000000, ErrMsg: 'internal', RequestId: 'r' }),
    });
    await expect(client.createToken(accessKey, never)).rejects.toMatchObject({
      data: { vendorCode: '50000000', vendorText: 'internal' },
    });
  });

  test.for(['<html>504</html>', '[]', '{}', '', '{"Token":{"Id":""}}'])(
    'an unreadable reply: %j',
    async (body) => {
      const client = await start({ body });
      await expect(client.createToken(accessKey, never)).rejects.toMatchObject({
        code: 'engine/reply-unreadable',
        data: { host: new URL(server!.origin).host },
      });
    },
  );
});
