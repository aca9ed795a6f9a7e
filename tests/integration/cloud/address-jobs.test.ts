import { writeFileSync } from 'node:fs';
import { StudioError } from '@core/errors/studio-error';
import { readWebAddress } from '@isi/web-address';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  AudioSource,
  EngineContext,
  EngineResult,
  TranscriptionRequest,
} from '../../../electron/engines/engine';
import { createAddressSource } from '../../../electron/services/media/address-source';
import { makeWav } from '../../helpers/make-wav';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import {
  createRecordingServer,
  type SeenAsk,
  type ServedRecording,
} from '../../helpers/serve-recording';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { useServers } from '../../helpers/use-servers';

const cloud = useCloudBench();
const servers = useServers();
const recordings: Record<string, ServedRecording> = {};
const asked: SeenAsk[] = [];
let source: AudioSource;

beforeEach(async () => {
  cloud.simulator().set({
    ...{ queueingQueries: 1, runningQueries: 1 },
    ...{ nextFlash: [], nextSubmit: [], nextTask: [], nextResult: [] },
  });
  recordings['/talk.wav'] = { bytes: makeWav({ durationMs: 4_000 }) };
  asked.splice(0);
  const port = await servers.listen(createRecordingServer(recordings, asked));
  source = createAddressSource(
    readWebAddress(`http://localhost:${port}/talk.wav?a=1%2B2&b=%25`),
    'local',
  );
});

function transcribe(
  engine: 'flash' | 'file',
  parts: Partial<EngineContext> = {},
  request: Partial<TranscriptionRequest> = {},
): Promise<EngineResult | StudioError> {
  return cloud[engine]()
    .transcribe({ audio: source, ...request }, { ...recordContext(), ...parts })
    .catch((error: unknown) => error as StudioError);
}

describe.each(['flash', 'file'] as const)('%s with an address', (engine) => {
  it('has the service fetch it, as it was written', async () => {
    const from = { oss: cloud.oss().events.length, api: cloud.simulator().requests.length };
    const context = recordContext();
    const result = await transcribe(engine, context);
    expect(result).toMatchObject({ durationMs: 4_000, notices: [] });
    expect((result as EngineResult).segments.length).toBeGreaterThan(0);
    expect(cloud.oss().events.slice(from.oss)).toEqual([]);
    const sent = cloud
      .simulator()
      .requests.slice(from.api)
      .map(({ parameters }) => parameters)
      .map(({ Task: task, audio_address: address }) => {
        const { file_link: link } = JSON.parse(task ?? '{}') as { readonly file_link?: string };
        return address ?? link;
      });
    expect(sent.filter((link) => link !== undefined)).toEqual([source.address?.link]);
    expect(asked.at(-1)).toMatchObject({ method: 'GET', range: undefined });
    const fractions = context.reports.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((first, second) => first - second));
    expect(fractions.at(-1)).toBe(1);
  });

  it('hears the same as of the file', async () => {
    writeFileSync(cloud.inFolder('talk.wav'), recordings['/talk.wav']!.bytes);
    const ofFile = await transcribe(
      engine,
      {},
      { audio: await cloud.open(cloud.inFolder('talk.wav')) },
    );
    const ofAddress = await transcribe(engine);
    // Each has a task of its own.
    const { taskId, ...heard } = ofAddress as EngineResult;
    expect(taskId).toEqual(engine === 'file' ? expect.stringMatching(/^\w{32}$/) : undefined);
    const { taskId: idOfFile, ...heardOfFile } = ofFile as EngineResult;
    expect(taskId === idOfFile).toBe(engine === 'flash');
    expect(heard).toEqual(heardOfFile);
  });

  it('looks again where the server is out of order for a while', async () => {
    const good = recordings['/talk.wav']!;
    recordings['/talk.wav'] = { ...good, status: 503 };
    const retries: StudioError[] = [];
    const result = await transcribe(engine, {
      report: onlyOf('retrying', ({ error }) => {
        retries.push(error);
        recordings['/talk.wav'] = good;
      }),
    });
    expect(retries.map(({ code }) => code)).toEqual(['media/link-failed']);
    expect(result).toMatchObject({ durationMs: 4_000 });
  });

  it('ends when it is cancelled while it looks', async () => {
    const abort = new AbortController();
    recordings['/talk.wav'] = { ...recordings['/talk.wav']!, status: 503 };
    const result = await transcribe(engine, {
      signal: abort.signal,
      report: onlyOf('retrying', () => abort.abort()),
    });
    expect(result).toMatchObject({ code: 'job/cancelled' });
  });
});

it('hands a task in once more where the service could not fetch it, after another look', async () => {
  cloud.simulator().set({ nextTask: { kind: 'refuse', code: 41050002 } });
  const retries: StudioError[] = [];
  const result = await transcribe('file', {
    report: onlyOf('retrying', ({ error }) => retries.push(error)),
  });
  expect(result).toMatchObject({ durationMs: 4_000 });
  expect(retries.map(({ data }) => data['vendorCode'])).toEqual(['41050002']);
  expect(asked.filter(({ method }) => method === 'HEAD')).toHaveLength(2);
});

it('says what is wrong here where the recording is gone by then', async () => {
  cloud.simulator().set({ nextTask: { kind: 'refuse', code: 41050024 } });
  const result = await transcribe('file', {
    report: onlyOf('retrying', () => {
      delete recordings['/talk.wav'];
    }),
  });
  expect(result).toMatchObject({ code: 'media/link-not-found', data: { status: 404 } });
});

it('goes on with a task of an earlier run without another look', async () => {
  const interruption = new AbortController();
  let kept: unknown;
  cloud.simulator().set({ queueingQueries: 1_000 });
  const ended = await transcribe('file', {
    signal: interruption.signal,
    keep: (state) => {
      kept = state;
      interruption.abort(new StudioError('job/interrupted', 'the program ends'));
      return Promise.resolve();
    },
  });
  expect(ended).toMatchObject({ code: 'job/cancelled' });
  // Where the task is and what it was asked for, and nothing of the address.
  expect(Object.keys(kept as object)).toEqual([
    'firstChannelOnly',
    'taskId',
    'submittedAtMs',
    'service',
  ]);
  cloud.simulator().set({ queueingQueries: 1 });
  const looks = asked.length;
  const result = await transcribe('file', { kept: JSON.parse(JSON.stringify(kept)) as never });
  expect(result).toMatchObject({ durationMs: 4_000 });
  expect(asked.slice(looks).filter(({ method }) => method === 'HEAD')).toEqual([]);
});

it('can be told a format that neither name nor server tell', async () => {
  const { bytes } = recordings['/talk.wav']!;
  recordings['/play'] = { bytes, contentType: 'application/octet-stream' };
  const link = source.address!.link.replace('talk.wav', 'play');
  source = createAddressSource(readWebAddress(link), 'local');
  expect(await transcribe('flash')).toMatchObject({ code: 'media/link-format' });
  const result = await transcribe('flash', {}, { parameters: { format: 'wav' } });
  expect(result).toMatchObject({ durationMs: 4_000 });
});

it('has no samples for who would read them', async () => {
  const blocks = source.read(new AbortController().signal)[Symbol.asyncIterator]();
  await expect(blocks.next()).rejects.toMatchObject({ code: 'engine/needs-file' });
});
