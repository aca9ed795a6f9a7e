import { resolve } from 'node:path';
import { decideChannels } from '@isi/decide-channels';
import type { StereoFacts } from '@isi/stereo-facts';
import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { createChannelMeter } from '../../../electron/engines/cloud/channel-meter';
import type { AudioSource } from '../../../electron/engines/engine';
import { createEngines } from '../../../electron/engines/registry';
import { childrenOf } from '../../helpers/children-of';
import { makeFiltered } from '../../helpers/make-filtered';
import { useCloudBench } from '../../helpers/use-cloud-bench';

const cloud = useCloudBench();
const root = resolve(import.meta.dirname, '../../..');
const audio = (name: string): string => resolve(root, 'tests/fixtures/audio', `${name}.flac`);
/** One after the other, as two people talk; the second begins when the first has ended. */
const talk = ['-i', audio('long-english'), '-i', audio('german')];
const alternating = '[0:a]atrim=0:9,apad=whole_dur=18[a];[1:a]adelay=9000[b]';
/** Ten seconds of one person. */
const speech = ['-t', '10', '-i', audio('long-english')];
const signal = new AbortController().signal;

/** A stereo file of a filter graph that ends in `[out]`. */
function makeStereo(name: string, graph: string, inputs = speech): string {
  const path = cloud.inFolder(`${name.replace(/\W/g, '-')}.wav`);
  makeFiltered(path, [...inputs, '-filter_complex', graph, '-map', '[out]', '-ar', '16000']);
  return path;
}

async function measure(path: string): Promise<StereoFacts> {
  const facts = await cloud.channelMeter.measure(await cloud.open(path), { signal });
  expect(facts).toBeDefined();
  return facts!;
}

describe('[CH2] what real speech on two channels is taken for', () => {
  it.each<[string, string, string, string, (readonly string[])?]>([
    ['speech left, silence right', 'pan=stereo|c0=c0[out]', 'first', 'only-first'],
    ['silence left, speech right', 'pan=stereo|c1=c0[out]', 'second', 'only-second'],
    [
      'noise left, speech right',
      'anoisesrc=c=pink:a=0.02:r=16000:d=10[n];[n][0:a]join=inputs=2:channel_layout=stereo[out]',
      ...(['second', 'only-second'] as const),
    ],
    [
      'music-like chords left, speech right',
      "aevalsrc='0.1*sin(2*PI*262*t)+0.1*sin(2*PI*330*t)*sin(PI*t)':s=16000:d=10[n];[n][0:a]join=inputs=2:channel_layout=stereo[out]",
      ...(['second', 'only-second'] as const),
    ],
    ['both equal', 'pan=stereo|c0=c0|c1=c0[out]', 'first', 'same'],
    ['both nearly equal', 'pan=stereo|c0=c0|c1=0.9*c0[out]', 'first', 'same'],
    ['right the negative of left', 'pan=stereo|c0=c0|c1=-1*c0[out]', 'first', 'opposite'],
    [
      'right 12 dB softer, with noise',
      '[0:a]asplit[a][b];[b]volume=-12dB[c];anoisesrc=c=white:a=0.01:r=16000:d=10[n];[c][n]amix=inputs=2:duration=first:normalize=0[d];[a][d]join=inputs=2:channel_layout=stereo[out]',
      ...(['first', 'shared'] as const),
    ],
    [
      'right 8 ms later, as from a microphone further off',
      '[0:a]asplit[a][b];[b]adelay=8,volume=-3dB[c];[a][c]join=inputs=2:channel_layout=stereo[out]',
      ...(['mix', 'shared'] as const),
    ],
    [
      'two people in turn',
      `${alternating};[a][b]join=inputs=2:channel_layout=stereo[out]`,
      ...(['both', 'different', talk] as const),
    ],
    [
      'two people at a time',
      '[0:a]atrim=0:9[a];[1:a]atrim=0:9[b];[a][b]join=inputs=2:channel_layout=stereo[out]',
      ...(['both', 'different', talk] as const),
    ],
    [
      'two people in turn, whom each microphone hears',
      `${alternating};[a]asplit[a1][a2];[b]asplit[b1][b2];[a2]volume=-16dB,adelay=6[a3];[b2]volume=-16dB,adelay=6[b3];` +
        '[a1][b3]amix=inputs=2:normalize=0[l];[b1][a3]amix=inputs=2:normalize=0[r];[l][r]join=inputs=2:channel_layout=stereo[out]',
      ...(['mix', 'crosstalk', talk] as const),
    ],
    [
      'two people in turn at different places of a stereo picture',
      `${alternating};[a]pan=stereo|c0=0.9*c0|c1=0.4*c0[x];[b]pan=stereo|c0=0.3*c0|c1=0.9*c0[y];[x][y]amix=inputs=2:normalize=0[out]`,
      ...(['mix', 'shared', talk] as const),
    ],
    ['silence', 'anullsrc=cl=stereo:r=16000:d=5[out]', 'mix', 'no-speech'],
  ])('%s', async (name, graph, sends, reason, inputs) => {
    const facts = await measure(makeStereo(name, graph, inputs && [...inputs]));
    const wishes = { firstChannelOnly: undefined, splitsSpeakers: false };
    const decision = decideChannels({ count: 2, facts }, wishes);
    expect([decision.sends, decision.reason]).toEqual([sends, reason]);
  });
});

describe('measuring', () => {
  // The studio's own, whose children end with each recording.
  const { channelMeter } = createEngines({
    local: {
      modelsDirectory: resolve(root, 'resources/models'),
      childScript: resolve(root, 'out/main/engine-child.js'),
    },
  });
  const right = 'pan=stereo|c1=c0[out]';

  it('goes on by loudness where the voice detector is missing, and says so', async () => {
    const missing = new StudioError('model/missing', 'there is none');
    const lines: string[] = [];
    const meter = createChannelMeter({ open: () => Promise.reject(missing) }, (line) =>
      lines.push(line),
    );
    const facts = await meter.measure(await cloud.open(makeStereo('level', right)), { signal });
    expect(facts?.by).toBe('level');
    expect(facts?.ownMs[0]).toBe(0);
    expect(facts?.ownMs[1]).toBeGreaterThan(5_000);
    expect(lines).toEqual(['channels: measured by loudness alone: model/missing']);
  });

  it('needs no voice detector where both channels are the same', async () => {
    const meter = createChannelMeter(
      { open: () => Promise.reject(new Error('it was asked for')) },
      () => undefined,
    );
    const path = makeStereo('same', 'pan=stereo|c0=c0|c1=c0[out]');
    expect((await meter.measure(await cloud.open(path), { signal }))?.by).toBe('voice');
  });

  it('tells how far it is, ends its children, and is done once for a file as it is', async () => {
    const kept = childrenOf(process.pid, 'engine-child');
    const path = makeStereo('again', right);
    const opened = await cloud.open(path);
    let reads = 0;
    const audio: AudioSource = {
      ...opened,
      readStereo: (stop) => {
        reads += 1;
        return opened.readStereo!(stop);
      },
    };
    const doneMs: number[] = [];
    const onProgress = (ms: number): void => void doneMs.push(ms);
    const facts = await channelMeter.measure(audio, { signal, onProgress });
    expect(doneMs).toEqual([...doneMs].sort((a, b) => a - b));
    expect(Math.abs(doneMs.at(-1)! - audio.durationMs!)).toBeLessThan(50);
    expect(childrenOf(process.pid, 'engine-child')).toEqual(kept);
    expect(await channelMeter.measure(audio, { signal })).toEqual(facts);
    expect(await channelMeter.recall(audio)).toEqual(facts);
    expect(reads).toBe(1);
    makeStereo('again', 'pan=stereo|c0=c0[out]');
    expect(await channelMeter.recall(audio)).toBeUndefined();
  });

  it('is ended by a cancel, with nothing left running', async () => {
    const stop = new AbortController();
    const kept = childrenOf(process.pid, 'engine-child');
    const audio = await cloud.open(makeStereo('cancelled', right));
    await expect(
      channelMeter.measure(audio, { signal: stop.signal, onProgress: () => stop.abort() }),
    ).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(childrenOf(process.pid, 'engine-child')).toEqual(kept);
  });
});
