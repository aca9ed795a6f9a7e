import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeWav } from '../../helpers/make-wav';
import { runInProcess } from '../../helpers/run-in-process';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { useCloud } from '../../helpers/use-cloud';

const cloud = useCloud({ queueingQueries: 0, runningQueries: 0 });
const { path, inFolder } = useCliFolder();
const presets = [
  { name: 'meeting', engine: 'file', values: { auto_split: true, speaker_num: 4 } },
  { name: 'films', engine: 'file', values: { sentence_max_length: 16 } },
  { name: 'calls', engine: 'flash', values: { sample_rate: 8000 } },
];

beforeEach(() => {
  writeFileSync(inFolder('talk.wav'), makeWav({ durationMs: 2_000 }));
  mkdirSync(inFolder('.zimu-home'), { recursive: true });
  writeFileSync(
    join(inFolder('.zimu-home'), 'settings.json'),
    JSON.stringify({ cloudParameters: { presets } }),
  );
});

const transcribe = (...words: string[]): Promise<ZimuRun> =>
  runInProcess(['transcribe', 'talk.wav', '--force', ...words], {
    ...{ cwd: path(), env: cloud.env() },
  });

/** What the service was asked for, by the last request of this kind. */
function lastTask(): Record<string, unknown> {
  const { parameters } = cloud.simulator.requests.findLast(({ target }) => target === 'submit')!;
  return JSON.parse(parameters['Task'] ?? '') as Record<string, unknown>;
}

describe('transcribe with parameters', () => {
  it('sends what --set says to the file service', async () => {
    const set = ['--set', 'auto_split=true', '--set', 'speaker_num=3'];
    const { code } = await transcribe('--engine', 'file', ...set);
    expect(code).toBe(0);
    expect(lastTask()).toMatchObject({ auto_split: true, speaker_num: 3, enable_words: true });
  });

  it('sends what --set says to flash', async () => {
    const set = ['--set', 'sentence_max_length=12', '--set=first_channel_only=false'];
    expect((await transcribe('--engine', 'flash', ...set)).code).toBe(0);
    const { parameters } = cloud.simulator.requests.findLast(({ target }) => target === 'flash')!;
    expect(parameters).toMatchObject({ sentence_max_length: '12', first_channel_only: 'false' });
  });

  it('takes a preset of the window, over which --set wins', async () => {
    const { code } = await transcribe(
      ...['--engine', 'file', '--preset', 'meeting', '--set', 'speaker_num=2'],
    );
    expect(code).toBe(0);
    expect(lastTask()).toMatchObject({ auto_split: true, speaker_num: 2 });
  });

  it.each([
    [['--engine', 'file', '--preset', 'calls'], '"calls" for the engine "file"', 'meeting, films'],
    [['--engine', 'file', '--set', 'auto_spilt=true'], 'Did you mean auto_split?', 'usage/invalid'],
    [['--engine', 'flash', '--set', 'sample_rate=44100'], 'sample_rate: not among', '16000, 8000'],
    [['--set', 'auto_split=true'], 'the local engine has no parameters', '--set is for'],
    [['--preset', 'meeting'], 'the local engine has no parameters', '--preset is for'],
    [['--engine', 'flash', '--new-task'], '--new-task is for --engine file', 'usage/invalid'],
  ])('refuses %j before anything is sent', async (words, said, andSaid) => {
    const from = cloud.simulator.requests.length;
    const { code, stderr } = await transcribe(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain(andSaid);
    expect(cloud.simulator.requests.length).toBe(from);
  });
});
