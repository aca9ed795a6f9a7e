import { createHash, createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { callOpenApi, catchVendorError, makePopClient } from './pop-client';

const fixture = useSimulator();
const { owner, inactive, denied, temporary } = testAccounts;

interface TokenReply {
  readonly Token: { readonly Id: string; readonly ExpireTime: number; readonly UserId: string };
}

const askWith = (key: Parameters<typeof makePopClient>[1], parameters = {}, options = {}) =>
  makePopClient(fixture.current.url, key).request<TokenReply>('CreateToken', parameters, options);

const refuse = (key: Parameters<typeof makePopClient>[1], parameters = {}) =>
  catchVendorError(askWith(key, parameters));

describe('CreateToken with the vendor’s own client', () => {
  it.each(['GET', 'POST'])('gives a token to %s', async (method) => {
    const { Token } = await askWith(owner, { RegionId: 'cn-shanghai' }, { method });
    expect(Token.UserId).toBe('1001');
    expect(Token.Id).toMatch(/^[0-9a-f]{32}$/);
    expect(Token.ExpireTime - Date.now() / 1000).toBeGreaterThan(35 * 3600);
    expect(fixture.current.requests.at(-1)).toMatchObject({ target: 'token', method, status: 200 });
  });

  it('takes a temporary key with its token only', async () => {
    expect((await askWith(temporary, {}, { method: 'POST' })).Token.UserId).toBe('1001');
    const { accessKeyId, accessKeySecret } = temporary;
    const bare = await refuse({ accessKeyId, accessKeySecret });
    expect(bare).toMatchObject({ code: 'InvalidAccessKeyId.NotFound', status: 404 });
    const other = await refuse({ ...temporary, securityToken: 'other' });
    expect(other.code).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  it('repeats the string to sign where the secret is wrong', async () => {
    const error = await refuse({ ...owner, accessKeySecret: 'wrong' });
    expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', status: 400 });
    const message = error.data['Message'] ?? '';
    expect(message).toContain('server string to sign is:GET&%2F&AccessKeyId%3DtestAccessKeyId');
    expect(error.data['HostId']).toContain('127.0.0.1:');
  });

  it.each([
    ['an unknown key', { ...owner, accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound', 404],
    ['a key that is switched off', inactive, 'InvalidAccessKeyId.Inactive', 400],
    ['an account without the right', denied, '40020503', 400],
  ])('refuses %s', async (_, key, code, status) => {
    expect(await refuse(key)).toMatchObject({ code, status });
  });

  it.each([
    ['an hour off', { Timestamp: '2019-04-18T08:32:31Z' }, 'InvalidTimeStamp.Expired'],
    ['unreadable', { Timestamp: 'yesterday' }, 'InvalidTimeStamp.Format'],
  ])('refuses a time that is %s', async (_, parameters, code) => {
    expect((await refuse(owner, parameters)).code).toBe(code);
  });

  it('refuses a nonce the second time', async () => {
    const nonce = { SignatureNonce: randomUUID() };
    await askWith(owner, nonce);
    expect((await refuse(owner, nonce)).code).toBe('SignatureNonceUsed');
  });

  it('refuses other actions, versions, formats and methods of signing', async () => {
    const { url } = fixture.current;
    const client = makePopClient(url, owner);
    const action = await catchVendorError(client.request('DropEverything', {}));
    expect(action).toMatchObject({ code: 'InvalidAction.NotFound', status: 404 });
    const old = makePopClient(url, owner, '2018-05-18').request('CreateToken', {});
    expect((await catchVendorError(old)).code).toBe('InvalidVersion');
    expect((await refuse(owner, { Format: 'YAML' })).code).toBe('InvalidParameter.Format');
    expect((await refuse(owner, { SignatureMethod: 'NONE' })).code).toBe('InvalidSignatureMethod');
  });

  it('checks in the gateway’s order', async () => {
    const allWrong = { accessKeyId: 'nobody', accessKeySecret: 'wrong' };
    expect((await refuse(allWrong, { Timestamp: '' })).code).toBe('MissingTimestamp');
    const old = { Timestamp: '2019-04-18T08:32:31Z' };
    expect((await refuse(allWrong, old)).code).toBe('InvalidAccessKeyId.NotFound');
    const wrongSecret = { ...owner, accessKeySecret: 'wrong' };
    expect((await refuse(wrongSecret, old)).code).toBe('InvalidTimeStamp.Expired');
    expect((await refuse(wrongSecret)).code).toBe('SignatureDoesNotMatch');
  });

  it('takes times within 15 minutes of its own clock, which it says', async () => {
    fixture.current.set({ nowOffsetMs: -14 * 60_000 });
    await expect(askWith(owner)).resolves.toHaveProperty('Token');
    fixture.current.set({ nowOffsetMs: 20 * 60_000 });
    expect((await refuse(owner)).code).toBe('InvalidTimeStamp.Expired');
    const { headers } = await fetch(`${fixture.current.url}/?Action=CreateToken`);
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(19 * 60_000);
    fixture.current.set({ nowOffsetMs: 0 });
  });
});

/** A signature of version 3, made by hand (protocol §1.3). */
function signV3(url: string, secret: string, body = '', changes: Record<string, string> = {}) {
  const headers: Record<string, string> = {
    host: new URL(url).host,
    'x-acs-action': 'CreateToken',
    'x-acs-version': '2019-02-28',
    'x-acs-date': `${new Date().toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': createHash('sha256').update(body).digest('hex'),
    ...changes,
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name] ?? ''}\n`).join('');
  const canonical = `POST\n/\n\n${lines}\n${names.join(';')}\n${headers['x-acs-content-sha256'] ?? ''}`;
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', secret).update(toSign).digest('hex');
  const credential = `Credential=${owner.accessKeyId},SignedHeaders=${names.join(';')}`;
  return {
    ...headers,
    authorization: `ACS3-HMAC-SHA256 ${credential},Signature=${signature}`,
  };
}

async function postV3(headers: Record<string, string>, body?: string) {
  const init = body === undefined ? {} : { body };
  const response = await fetch(fixture.current.url, { method: 'POST', headers, ...init });
  return (await response.json()) as { Code?: string; Token?: object };
}

describe('CreateToken signed with ACS3-HMAC-SHA256', () => {
  it('gives a token to the vendor’s newest client', async () => {
    const call = (key: Parameters<typeof callOpenApi>[1]) =>
      callOpenApi(fixture.current.url, key, 'CreateToken', '2019-02-28');
    expect(await call(owner)).toHaveProperty('Token.UserId', '1001');
    expect(await call(temporary)).toHaveProperty('Token.UserId', '1001');
    await expect(call({ ...owner, accessKeySecret: 'wrong' })).rejects.toThrow(
      'Specified signature is not matched',
    );
  });

  it('takes a task in a signed form', async () => {
    const { url } = fixture.current;
    const form = { Task: '{"appkey":"无","file_link":"http://h/a%20b?~!*()"}' };
    const reply = await callOpenApi(url, owner, 'SubmitTask', '2018-08-17', form);
    expect(reply).toMatchObject({ StatusText: 'REQUEST_APPKEY_UNREGISTERED' });
  });

  it('gives a token', async () => {
    const headers = signV3(fixture.current.url, owner.accessKeySecret);
    expect(await postV3(headers)).toHaveProperty('Token.UserId', '1001');
    expect((await postV3(headers)).Code).toBe('SignatureNonceUsed');
  });

  it('refuses another secret, another body, a header that is not signed', async () => {
    const { url } = fixture.current;
    expect((await postV3(signV3(url, 'wrong'))).Code).toBe('SignatureDoesNotMatch');
    const good = () => signV3(url, owner.accessKeySecret);
    expect((await postV3(good(), 'RegionId=x')).Code).toBe('SignatureDoesNotMatch');
    const more = { ...good(), 'x-acs-security-token': 'x' };
    expect((await postV3(more)).Code).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    const unsigned = { ...good(), 'x-acs-extra': 'x' };
    expect((await postV3(unsigned)).Code).toBe('SignatureDoesNotMatch');
    const late = signV3(url, owner.accessKeySecret, '', { 'x-acs-date': '2019-01-01T00:00:00Z' });
    expect((await postV3(late)).Code).toBe('InvalidTimeStamp.Expired');
  });
});
