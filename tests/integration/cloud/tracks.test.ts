import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AudioSource } from '../../../electron/engines/engine';
import { withTrack } from '../../../electron/services/media/audio-tracks';
import { createAudioSource } from '../../../electron/services/media/decode-audio';
import { findMediaTools } from '../../../electron/services/media/find-media-tools';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { identifyWork } from '../../../electron/services/tasks/identify-work';
import { makeMedia } from '../../helpers/make-media';
import { readChannels } from '../../helpers/read-audio';
import { recordContext } from '../../helpers/run-engine';
import { useCloudBench } from '../../helpers/use-cloud-bench';

interface Sent {
  readonly channels: number;
  readonly loudest: number;
  readonly streams: number;
}

const sent: Sent[] = [];
const cloud = useCloudBench({
  recognise: ({ path, channels }) => {
    const samples = readChannels(path, channels);
    const loudest = samples.reduce(
      (most, each) => each.reduce((high, sample) => Math.max(high, sample), most),
      0,
    );
    sent.push({ channels, loudest, streams: countStreams(path) });
    return Promise.resolve([]);
  },
  ...{ queueingQueries: 0, runningQueries: 0 },
});
const speech = resolve(import.meta.dirname, '../../fixtures/audio/brief-english.flac');
const { signal } = new AbortController();
let tracks: readonly AudioSource[] = [];

function countStreams(path: string): number {
  const ffprobe = process.env['ZIMU_FFPROBE'] || 'ffprobe';
  const list = ['-v', 'error', '-show_entries', 'stream=index', '-of', 'csv=p=0', path];
  return execFileSync(ffprobe, list, { encoding: 'utf8' }).trim().split('\n').length;
}

beforeAll(async () => {
  const path = cloud.inFolder('two.m4a');
  // In a form that the file service would take as it is, were it not for the other track.
  makeMedia(path, [
    ...['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=stereo', '-i', speech],
    ...['-filter_complex', '[1:a]pan=stereo|c1=c0[right]', '-map', '0:a', '-map', '[right]'],
    ...['-t', '2', '-c:a', 'aac'],
  ]);
  const tools = await findMediaTools({ environment: process.env });
  const info = await probeMedia(path, tools);
  tracks = [0, 1].map((track) => createAudioSource(path, withTrack(info, track), tools));
});
beforeEach(() => {
  sent.splice(0);
});

describe.each(['flash', 'file'] as const)('%s is sent', (engine) => {
  it('[TR4] the chosen track alone, with the channel that has the speech', async () => {
    for (const audio of tracks) await cloud[engine]().transcribe({ audio }, recordContext());
    // In the silence of the first track the service hears nothing.
    expect(sent).toMatchObject([{ channels: 1, streams: 1 }]);
    expect(sent[0]!.loudest).toBeGreaterThan(0.05);
  });
});

it('[TR3] a task of one track is not that of another', async () => {
  const common = { engine: 'file', appkey: 'a', service: 's', parameters: undefined };
  const [first, second] = await Promise.all(
    tracks.map((audio) => identifyWork({ audio, ...common }, signal)),
  );
  expect(first).not.toBe(second);
});
