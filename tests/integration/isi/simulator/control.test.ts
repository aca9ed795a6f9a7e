import { afterEach, describe, expect, it } from 'vitest';
import { testAccounts, useSimulator } from '../../../helpers/use-simulator';
import { catchVendorError, makePopClient } from './pop-client';

const fixture = useSimulator({
  services: [
    (_request, response) => {
      response.end('stored');
      return Promise.resolve(true);
    },
  ],
});
afterEach(() => fixture.current.set({ nextToken: [], nextService: [] }));

const post = (body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${fixture.current.url}/_set`, { method: 'POST', body, headers });
const tell = (changes: unknown): Promise<Response> => post(JSON.stringify(changes));
const askBucket = (path: string): Promise<Response> => fetch(`${fixture.current.url}/${path}`);

describe('the control of the simulator', () => {
  it('sets what comes next and what holds from now on, and is no request itself', async () => {
    const from = fixture.current.requests.length;
    const reply = await tell({
      ...{ tokenLifeMs: 60_000, durationMs: null, expireTokens: true },
      nextToken: { code: 'Throttling.User', times: 1 },
    });
    expect(reply.status).toBe(204);
    expect(fixture.current.requests).toHaveLength(from);
    const client = makePopClient(fixture.current.url, testAccounts.owner);
    expect(await catchVendorError(client.request('CreateToken', {}))).toMatchObject({
      code: 'Throttling.User',
    });
    await expect(client.request('CreateToken', {})).resolves.toHaveProperty('Token');
    // An hour ahead, it refuses the time at which the request was signed.
    expect((await tell({ nowOffsetMs: 3_600_000 })).status).toBe(204);
    expect(await catchVendorError(client.request('CreateToken', {}))).toMatchObject({
      code: 'InvalidTimeStamp.Expired',
    });
    expect((await tell({ nowOffsetMs: 0 })).status).toBe(204);
  });

  it('has the bucket refuse with any code, for the requests that are named', async () => {
    await tell({
      nextService: [
        { code: 'UserDisable', text: 'in arrears', path: '^/bucket/', method: 'GET' },
        { kind: 'status', httpStatus: 502, path: '^/other' },
      ],
    });
    expect((await askBucket('other')).status).toBe(502);
    const refused = await askBucket('bucket/key');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('<Code>UserDisable</Code>');
    expect(await (await askBucket('bucket/key')).text()).toBe('stored');
  });

  it.each([
    ['what is no JSON', 'no JSON', 'not JSON'],
    ['a name that is none', '{"nextFlush": []}', 'nextFlush'],
    ['a value of the wrong kind', '{"queueingQueries": "3"}', 'queueingQueries'],
    ['a fault that is none', '{"nextFlash": {"kind": "fire"}}', 'nextFlash'],
    ['a path that is no pattern', '{"nextFlash": {"code": 1, "path": "("}}', 'nextFlash'],
  ])('refuses %s, and changes nothing', async (_name, body, expected) => {
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(expected);
  });

  it('hears no page of the web, and nothing but POST', async () => {
    expect((await post('{}', { Origin: 'https://example.com' })).status).toBe(403);
    const reply = await fetch(`${fixture.current.url}/_set`);
    expect(reply.status).toBe(405);
  });
});
