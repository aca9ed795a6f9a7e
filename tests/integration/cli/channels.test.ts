import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { quickChild } from '../../helpers/quick-child';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { inFolder, insideWith } = useCliFolder();
const fixtures = resolve(import.meta.dirname, '../../fixtures/audio');
const people = [
  ...['-i', join(fixtures, 'long-english.flac'), '-i', join(fixtures, 'german.flac')],
  ...['-filter_complex'],
  '[0:a]atrim=0:8[l];[1:a]atrim=0:8[r];[l][r]join=inputs=2:channel_layout=stereo[out]',
  ...['-map', '[out]', '-t', '7'],
];
const right = ['-i', join(fixtures, 'short-english.flac'), '-af', 'pan=stereo|c1=c0'];

beforeEach(() => cloud.simulator.set({ nextFlash: [], nextTask: [] }));

function transcribe(
  engine: 'flash' | 'file',
  locale: 'en' | 'zh-CN',
  ...more: string[]
): Promise<ZimuRun> {
  return insideWith(['transcribe', 'talk.wav', '--engine', engine, ...more], {
    env: cloud.env({ ZIMU_LOCALE: locale }),
    // What tells voices from noise is in tests/integration/cloud.
    engineChildScript: quickChild,
  });
}

describe.each(['flash', 'file'] as const)(
  'transcribe --engine %s says before it sends',
  (engine) => {
    it('that two people are charged twice', async () => {
      makeMedia(inFolder('talk.wav'), people);
      const english = await transcribe(engine, 'en');
      expect(english.code).toBe(0);
      expect(english.stderr).toContain(
        'talk.wav: The two channels hold different speech. Each is recognised by itself. Charged: 0:14 (at 16 kHz, each channel is charged).',
      );
      const chinese = await transcribe(engine, 'zh-CN', '--force', '--json-progress');
      expect(chinese.stderr).toContain(
        'talk.wav：两个声道的讲话内容不同。将分别识别。计费时长：0:14（16 kHz 按声道数计费）。',
      );
      const lines = chinese.stderr.split('\n');
      const said = lines.findIndex((line) => line.includes('"type":"channels"'));
      expect(JSON.parse(lines[said]!)).toMatchObject({
        ...{ count: 2, sends: 'both', reason: 'different' },
        ...{ firstChannelOnly: false, billedChannels: 2 },
      });
      expect(said).toBeLessThan(lines.findIndex((line) => line.includes('"stage":"waiting"')));
    });

    it('that the right channel alone is sent', async () => {
      makeMedia(inFolder('talk.wav'), right);
      const { code, stderr } = await transcribe(engine, 'en');
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /talk\.wav: Only the right channel has speech\. Only the right one is recognised\. Charged: 0:0\d\./,
      );
    });

    it('that each is recognised where --channels asks for it', async () => {
      makeMedia(inFolder('talk.wav'), right);
      const { code, stderr } = await transcribe(engine, 'en', '--channels');
      expect(code).toBe(0);
      expect(stderr).toContain('You chose to have every channel recognised.');
    });

    it('nothing of a recording with one channel', async () => {
      makeMedia(inFolder('talk.wav'), ['-i', join(fixtures, 'short-english.flac')]);
      const { code, stderr } = await transcribe(engine, 'en');
      expect([code, stderr.includes('channel')]).toEqual([0, false]);
    });
  },
);
