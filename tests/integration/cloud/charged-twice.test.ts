import { writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StudioError } from '@core/errors/studio-error';
import type { AudioSource } from '../../../electron/engines/engine';
import { makeWav } from '../../helpers/make-wav';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';

const cloud = useCloudBench();
let audio: AudioSource;

beforeAll(async () => {
  const path = cloud.inFolder('talk.wav');
  writeFileSync(path, makeWav({ durationMs: 4_000 }));
  audio = await cloud.open(path);
});
beforeEach(() => {
  cloud.simulator().set({ nextSubmit: [], nextFlash: [], queueingQueries: 0, runningQueries: 0 });
});

async function run(engine: 'flash' | 'file') {
  const remarks: StudioError[] = [];
  const signal = new AbortController().signal;
  const ended = await cloud[engine]()
    .transcribe(
      { audio },
      {
        ...recordContext(signal),
        keep: () => Promise.resolve(),
        report: onlyOf('remark', ({ error }) => remarks.push(error)),
      },
    )
    .catch((error: unknown) => error as StudioError);
  return { ended, remarks };
}

describe.each([
  ['file', 'nextSubmit'],
  ['flash', 'nextFlash'],
] as const)('a lost answer of %s', (engine, next) => {
  it('is said before the recording is sent once more', async () => {
    cloud.simulator().set({ [next]: { kind: 'half-reply' } });
    const { ended, remarks } = await run(engine);
    expect(ended).not.toBeInstanceOf(Error);
    expect(remarks.map(({ code }) => code)).toEqual(['engine/charged-twice']);
  });

  it('is said with the failure where it is not sent again', async () => {
    cloud.simulator().set({ [next]: { kind: 'half-reply', times: 9 } });
    const { ended, remarks } = await run(engine);
    expect(ended).toMatchObject({ code: 'network/unreachable', data: { mayBeCharged: true } });
    expect(new Set(remarks.map(({ code }) => code))).toEqual(new Set(['engine/charged-twice']));
  });

  it('is nothing to speak of where the service said no', async () => {
    cloud.simulator().set({ [next]: { code: 40000005 } });
    const { remarks } = await run(engine);
    expect(remarks).toEqual([]);
  });
});
