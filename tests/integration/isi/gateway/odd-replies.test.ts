import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import { oddBodies } from './odd-bodies';
import { fieldCases } from './odd-fields';
import { findOutcome, isPassing, statuses } from './reply-rules';
import { callNames, rightReplies, spokenText } from './right-replies';
import { runCall } from './run-call';
import { type OddCase, pauseSeconds, startOddServer } from './start-odd-server';

const http = createHttpClient();
const folder = mkdtempSync(join(tmpdir(), 'zimu-odd-'));
const path = join(folder, 'talk.wav');
beforeAll(() => writeFileSync(path, 'sound'));
afterAll(async () => {
  await http.close();
  rmSync(folder, { recursive: true });
});

const bodyCases: readonly OddCase[] = callNames.flatMap((call) =>
  statuses.flatMap((status) =>
    oddBodies.map((body) => ({
      name: `${call} ${status} ${body.name}`,
      call,
      status,
      headers: body.headers ?? {},
      body: body.bytes(call),
      isOwnHead: body.content === 'right',
      outcome: findOutcome(call, status, body),
    })),
  ),
);

const results = {
  token: 'speech-token',
  flash: spokenText,
  submit: 'task-1',
  poll: spokenText,
  upload: rightReplies.upload.headers?.['etag'] ?? '',
} as const;

/** All cases on one server, some at a time. */
async function findWrong(cases: readonly OddCase[]): Promise<string[]> {
  const server = await startOddServer(cases);
  const wrong: string[] = [];
  const left = cases.entries();
  const work = async (): Promise<void> => {
    for (const [id, odd] of left) {
      const problem = await tryCase(id, odd, server);
      if (problem !== undefined) wrong.push(`${odd.name}: ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
  await server.close();
  return wrong;
}

async function tryCase(
  id: number,
  { call, status, outcome: expected, gives = results[call] }: OddCase,
  { origin, asked }: { readonly origin: string; readonly asked: readonly number[] },
): Promise<string | undefined> {
  const { outcome, waitsMs, expiresAtMs } = await runCall(call, id, { http, origin, path });
  const found = describe(outcome, asked[id] ?? 0);
  if (found !== expected) return `${found}, not ${expected}`;
  if (outcome instanceof StudioError) {
    const texts = [describeError('en', outcome), describeError('zh-CN', outcome)];
    const isSaid = texts.every(({ happened, next }) => !/[{}]/.test(happened + next));
    const secrets = /very-secret|LTAItest|case-\d/;
    if (!isSaid || secrets.test(JSON.stringify([texts, outcome.message]))) return 'badly told';
    return undefined;
  }
  if (outcome !== (expected === 'again' ? results[call] : gives)) return `gave ${outcome}`;
  if (expiresAtMs !== undefined && expiresAtMs < Date.now()) return 'is over at once';
  // With another token it is tried at once.
  const isRenewed = call === 'flash' && status === 403;
  const pauseMs = isPassing(status) && expected === 'again' ? pauseSeconds * 1000 : 0;
  const longest = Math.max(...waitsMs, 0);
  return longest < pauseMs && !isRenewed ? `came back after ${longest} ms` : undefined;
}

function describe(outcome: string | StudioError, asked: number): string {
  if (!(outcome instanceof StudioError)) return asked > 1 ? 'again' : 'result';
  const { vendorCode, reason } = outcome.data as Readonly<Record<string, string | undefined>>;
  if (outcome.code !== 'engine/reply-unreadable') return `refused ${vendorCode}`;
  return asked > 1 ? `unreadable after ${asked} tries` : `unreadable ${reason}`;
}

test(`[IS21] ${bodyCases.length} replies: ${callNames.length} calls, ${statuses.length} statuses, ${oddBodies.length} bodies`, async () => {
  expect(await findWrong(bodyCases)).toEqual([]);
});

test(`[IS20] ${fieldCases.length} replies with a field that is null, missing or of another type`, async () => {
  expect(await findWrong(fieldCases)).toEqual([]);
});
