import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { quickChild } from '../../helpers/quick-child';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, insideWith } = useCliFolder();
const fixtures = resolve(import.meta.dirname, '../../fixtures/audio');

/** Two people who speak at once. */
function makeCall(): void {
  makeMedia(inFolder('call.wav'), [
    ...['-i', join(fixtures, 'short-english.flac'), '-i', join(fixtures, 'long-english.flac')],
    ...['-filter_complex', '[0:a]atrim=0:5[l];[1:a]atrim=0:5[r];[l][r]amerge=inputs=2[out]'],
    ...['-map', '[out]', '-ac', '2'],
  ]);
}

interface Said {
  readonly sentences: readonly { readonly channel: number; readonly beginMs: number }[];
}

it('[TR6] two channels that differ: each is heard by itself where that is asked for, else proposed', async () => {
  makeCall();
  const words = ['transcribe', 'call.wav', '--format', 'json', '--out', '-', '--model', 'tiny'];
  const mixed = await insideWith(words, { engineChildScript: quickChild });
  expect(mixed.code).toBe(0);
  expect(mixed.stderr).toContain('The channels hold different speech and were heard as one');
  expect(mixed.stderr).toContain('--channels');
  const each = await insideWith([...words, '--channels'], { engineChildScript: quickChild });
  expect([each.code, each.stderr.includes('--channels')]).toEqual([0, false]);
  const { sentences } = JSON.parse(each.stdout) as Said;
  expect(new Set(sentences.map(({ channel }) => channel))).toEqual(new Set([0, 1]));
  const begins = sentences.map(({ beginMs }) => beginMs);
  expect(begins).toEqual(begins.toSorted((left, right) => left - right));
});

it('[TR6] more than two channels: those that differ are heard, the same sound once', async () => {
  const sounds = ['short-english', 'long-english'].map((name) => join(fixtures, `${name}.flac`));
  const long = '[1:a]atrim=0:5,asplit[b][c]';
  makeMedia(inFolder('set.wav'), [
    ...[
      '-f',
      'lavfi',
      '-t',
      '5',
      '-i',
      'anullsrc=r=16000:cl=mono',
      '-i',
      sounds[1]!,
      '-i',
      sounds[0]!,
    ],
    ...['-filter_complex', `${long};[2:a]atrim=0:5[d];[0:a][b][d][c]amerge=inputs=4[out]`],
    ...['-map', '[out]', '-ac', '4', '-t', '5'],
  ]);
  const words = ['transcribe', 'set.wav', '--format', 'json', '--out', '-', '--model', 'tiny'];
  const mixed = await insideWith(words, { engineChildScript: quickChild });
  expect([mixed.code, mixed.stderr.includes('--channels')]).toEqual([0, true]);
  const each = await insideWith([...words, '--channels'], { engineChildScript: quickChild });
  const { sentences } = JSON.parse(each.stdout) as Said;
  expect(new Set(sentences.map(({ channel }) => channel))).toEqual(new Set([1, 2]));
});
