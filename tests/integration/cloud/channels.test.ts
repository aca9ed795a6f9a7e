import { resolve } from 'node:path';
import type { ChannelDecision } from '@isi/decide-channels';
import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { joinWords } from '@core/transcript/word';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../electron/engines/engine';
import { makeMedia } from '../../helpers/make-media';
import { readChannels } from '../../helpers/read-audio';
import { onlyOf, recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';
import { testAppkeys } from '../../helpers/use-simulator';
import { recogniseLocally } from '../../simulator/speech/recognise-locally';
import type { ReceivedAudio, Recognise } from '../../simulator/speech/spoken-sentence';

const received: ReceivedAudio[] = [];
let recognise: Recognise;
const cloud = useCloudBench({
  recognise: (audio) => {
    received.push(audio);
    return recognise(audio);
  },
  ...{ queueingQueries: 0, runningQueries: 0 },
});
const fixture = (name: string): string =>
  resolve(import.meta.dirname, '../../fixtures/audio', `${name}.flac`);

/** Of five seconds each, one after the other: who speaks is known by when. */
const partMs = 5_000;
const people = ['-i', fixture('long-english'), '-i', fixture('german')];
/** To 10 s, in samples, because an older ffmpeg takes no seconds. */
const padded = `apad=whole_len=${String(10 * 16_000)}`;
const anna = `[0:a]atrim=0:4,${padded}[anna]`;
const bert = `[1:a]atrim=0:4,adelay=${String(partMs)},${padded}[bert]`;

/** Hears each channel by itself, as the service does. */
const hearPeople: Recognise = ({ path, channels }) => {
  const sentences = readChannels(path, channels).map((samples, channel) => {
    return ['Anna.', 'Bert.'].flatMap((text, person) => {
      const beginMs = person * partMs;
      const part = samples.subarray(beginMs * 16, (beginMs + partMs) * 16);
      const energy = part.reduce((sum, sample) => sum + sample * sample, 0);
      const isHeard = Math.sqrt(energy / Math.max(1, part.length)) > 0.003;
      return isHeard ? [{ text, channel, beginMs: beginMs + 500, endMs: beginMs + 1_000 }] : [];
    });
  });
  return Promise.resolve(sentences.flat());
};

beforeEach(() => {
  recognise = hearPeople;
});
afterEach(() => {
  received.splice(0);
  cloud.simulator().set({ nextFlash: [], nextTask: [] });
  expect(cloud.encodedFiles()).toEqual([]);
});

const recordings = new Map<string, Promise<AudioSource>>();

/**
 * A recording of a filter graph that ends in `[out]`, made once for all tests: what an engine has
 * listened to, the other one need not listen to again.
 */
function makeRecording(graph: string, name = 'talk.wav', inputs = people): Promise<AudioSource> {
  const key = [graph, name, ...inputs].join(' ');
  const known = recordings.get(key);
  if (known !== undefined) return known;
  const path = cloud.inFolder(`${String(recordings.size)}-${name}`);
  makeMedia(path, [...inputs, '-filter_complex', graph, '-map', '[out]', '-ar', '16000']);
  const opened = cloud.open(path);
  recordings.set(key, opened);
  return opened;
}

interface Sent {
  readonly texts: readonly string[];
  /** What the service heard and charged for, times the length of the recording. */
  readonly billed: number;
  readonly isFirstOnly: boolean;
  readonly decision: ChannelDecision;
}

async function send(
  engine: 'flash' | 'file',
  audio: AudioSource,
  parameters: Readonly<Record<string, JsonValue>> = {},
): Promise<Sent> {
  const from = cloud.simulator().requests.length;
  const told: ChannelDecision[] = [];
  const { segments } = await cloud[engine]().transcribe(
    { audio, parameters },
    {
      ...recordContext(),
      report: onlyOf('channels', ({ decision }) => {
        // Before anything leaves.
        expect(cloud.simulator().requests.slice(from)).not.toContainEqual(
          expect.objectContaining({ target: engine === 'flash' ? 'flash' : 'submit' }),
        );
        told.push(decision);
      }),
    },
  );
  const asked = cloud.simulator().requests.slice(from);
  const flash = asked.find(({ target }) => target === 'flash')?.parameters['first_channel_only'];
  const task = asked.find(({ target }) => target === 'submit')?.parameters['Task'];
  const first =
    engine === 'flash'
      ? flash
      : (JSON.parse(task!) as Record<string, unknown>)['first_channel_only'];
  const isFirstOnly = String(first) === 'true';
  expect(told).toHaveLength(1);
  const [decision] = told;
  expect(decision!.firstChannelOnly).toBe(isFirstOnly);
  const billed = isFirstOnly ? 1 : received.at(-1)!.channels;
  expect(decision!.billedChannels).toBe(billed);
  const texts = segments.map(({ channel, words }) => `${String(channel)} ${joinWords(words)}`);
  return { texts, billed, isFirstOnly, decision: decision! };
}

const stereo = (left: string, right: string): string =>
  `${left};${right};[${/\[(\w+)\]$/.exec(left)![1]!}][${/\[(\w+)\]$/.exec(right)![1]!}]join=inputs=2:channel_layout=stereo[out]`;

describe.each(['flash', 'file'] as const)('%s hears', (engine) => {
  it.each<[string, string, readonly string[], number, string]>([
    ['speech on the right alone', 'atrim=0:4,pan=stereo|c1=c0[out]', ['0 Anna.'], 1, 'only-second'],
    ['speech on the left alone', 'atrim=0:4,pan=stereo|c0=c0[out]', ['0 Anna.'], 1, 'only-first'],
    ['the same on both once', 'atrim=0:4,pan=stereo|c0=c0|c1=c0[out]', ['0 Anna.'], 1, 'same'],
    ['the negative once', 'atrim=0:4,pan=stereo|c0=c0|c1=-1*c0[out]', ['0 Anna.'], 1, 'opposite'],
    [
      'speech on the right beside noise',
      '[0:a]atrim=0:4[a];anoisesrc=c=pink:a=0.01:r=16000:d=4[n];[n][a]join=inputs=2:channel_layout=stereo[out]',
      ...([['0 Anna.'], 1, 'only-second'] as const),
    ],
    [
      'the right softer and with noise once',
      '[0:a]atrim=0:4,asplit[a][b];[b]volume=-12dB[c];anoisesrc=c=white:a=0.01:r=16000:d=4[n];[c][n]amix=inputs=2:duration=first,volume=2[d];[a][d]join=inputs=2:channel_layout=stereo[out]',
      ...([['0 Anna.'], 1, 'shared'] as const),
    ],
    [
      'two people, each on a channel of their own',
      stereo(anna, bert),
      ...([['0 Anna.', '1 Bert.'], 2, 'different'] as const),
    ],
    [
      'a word of the right for the price of one',
      `[0:a]atrim=0:4,${padded}[a];[1:a]atrim=0.5:1.2,adelay=5000,${padded},volume=9dB[b];[a][b]join=inputs=2:channel_layout=stereo[out]`,
      ...([['0 Anna.', '0 Bert.'], 1, 'little'] as const),
    ],
  ])('%s', async (_what, graph, texts, billed, reason) => {
    const heard = await send(engine, await makeRecording(graph));
    expect(heard).toMatchObject({ texts, billed, decision: { reason } });
  });

  it('six channels as one, and says so', async () => {
    // Bert behind on the right, as a film may have it.
    const graph = `${anna};${bert};[anna][bert]join=inputs=2:channel_layout=stereo,pan=5.1|FC=c0|BR=c1[out]`;
    const heard = await send(engine, await makeRecording(graph, 'six.flac'));
    expect(heard).toMatchObject({
      texts: ['0 Anna.', '0 Bert.'],
      ...{ billed: 1, decision: { count: 6, sends: 'mix', reason: 'many' } },
    });
    expect(received.at(-1)?.channels).toBe(1);
  });

  it('one channel, of which nothing has to be said', async () => {
    const heard = await send(engine, await makeRecording(`${anna};[anna]anull[out]`));
    expect(heard).toMatchObject({ texts: ['0 Anna.'], decision: { sends: 'all', reason: 'mono' } });
  });

  it('the same of what must be converted as of what need not be', async () => {
    for (const [graph, name] of [
      ['atrim=0:4,pan=stereo|c1=c0[out]', 'as-is.wav'],
      ['atrim=0:4,pan=stereo|c1=c0[out]', 'converted.aiff'],
    ] as const) {
      const heard = await send(engine, await makeRecording(graph, name));
      expect(heard.texts).toEqual(['0 Anna.']);
      expect(received.at(-1)?.channels).toBe(1);
    }
    for (const name of ['as-is.wav', 'converted.aiff']) {
      const audio = await makeRecording(stereo(anna, bert), name);
      expect((await send(engine, audio)).texts).toEqual(['0 Anna.', '1 Bert.']);
      const first = await send(engine, audio, { first_channel_only: true });
      expect(first).toMatchObject({
        texts: ['0 Anna.'],
        decision: { reason: 'asked-first', warning: 'second-is-left-out' },
      });
    }
  });

  it('each channel where a person wants that, and what speaks against it is said', async () => {
    const both = { first_channel_only: false };
    const twice = await send(
      engine,
      await makeRecording('atrim=0:4,pan=stereo|c0=c0|c1=c0[out]'),
      both,
    );
    expect(twice).toMatchObject({
      texts: ['0 Anna.', '1 Anna.'],
      ...{ billed: 2, decision: { reason: 'asked-both', warning: 'heard-twice' } },
    });
    const half = await send(engine, await makeRecording('atrim=0:4,pan=stereo|c1=c0[out]'), both);
    expect(half).toMatchObject({ texts: ['1 Anna.'], decision: { warning: 'one-is-silent' } });
  });

  it('real words on the right, as they are heard here', { timeout: 300_000 }, async () => {
    recognise = recogniseLocally;
    const english = { ZIMU_ISI_APPKEY: testAppkeys.english.appkey };
    const speech = ['-i', fixture('short-english')];
    const audio = await makeRecording('atrim=0:4,pan=stereo|c1=c0[out]', 'right.wav', speech);
    const listener = cloud.withEnv(english)[engine]();
    const { segments } = await listener.transcribe({ audio }, recordContext());
    const text = segments.map(({ words }) => joinWords(words)).join(' ');
    expect(text).toMatch(/market opens at seven/i);
  });
});

describe('a model of telephones', () => {
  it('hears two people for the price of one', async () => {
    cloud.settings.current = {
      appkeys: [
        {
          ...{ id: 'phone', name: 'Phone', appkey: testAppkeys.telephone.appkey },
          ...{ model: '电话客服（通用）', tag: 'zh', sampleRateHz: 8000 },
        },
      ],
    };
    const path = cloud.inFolder('call.wav');
    makeMedia(path, [
      ...[...people, '-filter_complex', stereo(anna, bert), '-map', '[out]', '-ar', '8000'],
    ]);
    const told: ChannelDecision[] = [];
    const { segments } = await cloud
      .file()
      .transcribe(
        { audio: await cloud.open(path), appkeyId: 'phone' },
        { ...recordContext(), report: onlyOf('channels', ({ decision }) => told.push(decision)) },
      );
    expect(segments.map(({ channel }) => channel)).toEqual([0, 1]);
    expect(told).toMatchObject([{ sends: 'both', firstChannelOnly: false, billedChannels: 1 }]);
    expect(received.at(-1)).toMatchObject({ channels: 2, sampleRateHz: 8_000 });
  });
});

describe('another run of the program', () => {
  it.each(['flash', 'file'] as const)('of %s does not listen again', async (engine) => {
    const audio = await makeRecording(stereo(anna, bert), `${engine}.wav`);
    let reads = 0;
    const counted: AudioSource = {
      ...audio,
      readStereo: (signal) => {
        reads += 1;
        return audio.readStereo!(signal);
      },
    };
    const abort = new AbortController();
    let kept: JsonValue = null;
    const context = (signal: AbortSignal) => ({
      ...recordContext(signal),
      keep: (state: JsonValue) => {
        kept = state;
        return Promise.resolve();
      },
    });
    const stop = (): void => abort.abort(new StudioError('job/interrupted', 'the program ends'));
    await expect(
      cloud[engine]().transcribe(
        { audio: counted },
        { ...context(abort.signal), report: onlyOf('channels', stop) },
      ),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect([reads, kept]).toEqual([1, expect.anything()]);
    // Kept as a file would have it, and measured by a program that knows nothing yet.
    const again = JSON.parse(JSON.stringify(kept)) as JsonValue;
    const moved = { ...counted, path: audio.path };
    makeMedia(audio.path, [
      ...[...people, '-filter_complex', stereo(anna, bert), '-map', '[out]', '-ar', '16000'],
    ]);
    const { segments } = await cloud[engine]().transcribe(
      { audio: moved },
      { ...context(new AbortController().signal), kept: again },
    );
    expect(segments.map(({ channel }) => channel)).toEqual([0, 1]);
    expect(reads).toBe(1);
  });
});
