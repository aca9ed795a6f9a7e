import { writeFileSync } from 'node:fs';
import { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { beforeEach, expect, it } from 'vitest';
import type { AudioSource, EngineResult } from '../../../electron/engines/engine';
import type { HttpRequest } from '../../../electron/isi/client/http/http-client';
import { makeWav } from '../../helpers/make-wav';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';

const cloud = useCloudBench();
let audio: AudioSource;
beforeEach(async () => {
  const path = cloud.inFolder('short.wav');
  writeFileSync(path, makeWav({ durationMs: 200 }));
  audio = await cloud.open(path);
  cloud
    .simulator()
    .set({ nextFlash: [], nextToken: [], nextSubmit: [], nextResult: [], taskMs: 0 });
});

const timedOut = 'network/timed-out';
/** A request of a service that is never answered. */
type Silent = 'flash' | 'token' | 'submit' | 'result';
const actions: Readonly<Record<Silent, string | undefined>> = {
  flash: undefined,
  token: 'CreateToken',
  submit: 'SubmitTask',
  result: 'GetTaskResult',
};

/** Has a service say nothing to its first requests, and the studio wait for those a moment only. */
function silence(silent: Silent, times: number): void {
  const never = { kind: 'never', times } as const;
  cloud.simulator().set({
    ...(silent === 'flash' ? { nextFlash: never } : {}),
    ...(silent === 'token' ? { nextToken: never } : {}),
    ...(silent === 'submit' ? { nextSubmit: never } : {}),
    ...(silent === 'result' ? { nextResult: never } : {}),
  });
  let left = times;
  const isIt = ({ headers, method }: HttpRequest): boolean => {
    const action = headers?.['x-acs-action'];
    return silent === 'flash'
      ? method === 'POST' && action === undefined
      : action === actions[silent];
  };
  cloud.patience.choose = (request) => {
    if (left === 0 || !isIt(request)) return undefined;
    left -= 1;
    return { replyMs: 100 };
  };
}

interface Ended {
  readonly end: EngineResult | StudioError;
  /** Codes of what was tried again. */
  readonly retries: readonly string[];
}

async function run(engine: 'flash' | 'file'): Promise<Ended> {
  const retries: string[] = [];
  const end = await cloud[engine]()
    .transcribe(
      { audio },
      {
        ...recordContext(),
        report: onlyOf('retrying', ({ error }) => retries.push(error.code)),
      },
    )
    .catch((thrown: unknown) => thrown as StudioError);
  return { end, retries };
}

it.each([
  // The first one: a token is kept for all that come later.
  ['flash', 'token'],
  ['flash', 'flash'],
  ['file', 'submit'],
  ['file', 'result'],
] as const)('a %s job whose %s is not answered once goes on', async (engine, silent) => {
  silence(silent, 1);
  const { end, retries } = await run(engine);
  if (end instanceof Error) throw end;
  expect(retries).toEqual([timedOut]);
});

it.each([
  ['flash', 'flash', 3],
  ['file', 'submit', 4],
] as const)(
  'a %s job whose %s is never answered ends after some attempts and says why',
  async (engine, silent, mostAttempts) => {
    silence(silent, mostAttempts);
    const { end, retries } = await run(engine);
    expect(end).toMatchObject({ code: timedOut, data: { host: expect.any(String) as unknown } });
    expect(retries).toEqual(Array.from({ length: mostAttempts - 1 }, () => timedOut));
    if (!(end instanceof StudioError)) return;
    expect(JSON.stringify(end)).not.toMatch(/token=|signature/i);
    for (const locale of ['en', 'zh-CN'] as const) {
      const { happened, next } = describeError(locale, end);
      expect(happened).toContain(end.data['host']);
      expect(happened + next).not.toContain('{');
    }
    expect(cloud.oss().objects()).toEqual([]);
    expect(cloud.encodedFiles()).toEqual([]);
  },
);
