import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { toolsOfPath } from '../../helpers/use-standalone-tools';
import { makePictureSubtitles } from './picture-subtitles';

const { inFolder, inside, insideWith } = useCliFolder();
const srt = '1\n00:00:00,500 --> 00:00:01,000\n<i>The market</i>\nopens.\n';
const vtt =
  'WEBVTT\n\n00:00.500 --> 00:01.000 align:start\n<v Anna>Buy & sell\n\n00:01.000 --> 00:02.000\nDone.\n';

beforeEach(() => {
  writeFileSync(inFolder('a.srt'), srt);
  writeFileSync(inFolder('a.vtt'), vtt);
});

/** A second of sound with tracks of text, each a file of the folder. */
function makeVideo(name: string, tracks: readonly string[], more: readonly string[] = []): void {
  const inputs = tracks.flatMap((track) => ['-i', inFolder(track)]);
  const maps = tracks.flatMap((_track, index) => ['-map', String(index + 1)]);
  ffmpeg('-f', 'lavfi', '-i', 'sine=d=1', ...inputs, '-map', '0', ...maps, ...more, inFolder(name));
}

function ffmpeg(...commandLine: readonly string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...commandLine]);
}

const read = (name: string): string => readFileSync(inFolder(name), 'utf8');

it('[FM86] WebVTT of Matroska keeps its voices and places, styles of ASS keep theirs', async () => {
  ffmpeg('-i', inFolder('a.srt'), inFolder('a.ass'));
  const styled = read('a.ass').replace(/Style: Default,Arial,16/u, 'Style: Default,Courier,20');
  writeFileSync(inFolder('a.ass'), styled);
  const names = ['-metadata:s:s:0', 'language=ger', '-metadata:s:s:1', 'title=Styled'];
  makeVideo('film.mkv', ['a.vtt', 'a.ass'], ['-c:a', 'flac', '-c:s', 'copy', ...names]);
  await inside('extract', 'film.mkv', 'de.vtt', '--track', 'German');
  expect(read('de.vtt')).toBe(vtt);
  await inside('extract', 'film.mkv', 'styled.ass', '--track', '2');
  expect(read('styled.ass')).toContain('Style: Default,Courier,20');
  expect(read('styled.ass')).toContain(String.raw`{\i1}The market{\i0}\Nopens.`);
  const { stderr } = await inside('extract', 'film.mkv', 'usual.vtt');
  expect(stderr).toContain(
    'Text track 1 (ger, webvtt, default). There are others: 2 (ass, “Styled”)',
  );
  expect(stderr).toMatch(/wrote .*usual\.vtt/u);
});

it('[FM86] WebVTT of WebM and captions of QuickTime are read', async () => {
  makeVideo('talk.webm', ['a.vtt'], ['-c:a', 'libopus', '-c:s', 'copy']);
  const { stdout } = await inside('extract', 'talk.webm', '-', '--to', 'srt');
  expect(stdout).toContain('Buy & sell');
  const line = '00:00:00:15\t9420 9420 94f4 94f4 c8e5 ecec ef80 942f 942f';
  writeFileSync(inFolder('a.scc'), `Scenarist_SCC V1.0\n\n${line}\n\n00:00:02:00\t942c 942c\n`);
  makeVideo('tape.mov', ['a.scc'], ['-c:a', 'pcm_s16le', '-c:s', 'copy']);
  // The one that comes with the studio does not understand them, and gives none.
  const tape = await insideWith(['extract', 'tape.mov', '-'], { env: toolsOfPath });
  expect(tape.stdout).toMatch(/\nHello\n/u);
  const empty = await inside('extract', 'tape.mov', 'none.srt');
  expect([empty.code, empty.stderr]).toEqual([0, expect.stringContaining('has no cues')]);
});

it('[FM86] TTML of MP4 is read, which ffmpeg takes for data', async () => {
  const ttml = ['-c:a', 'aac', '-c:s', 'ttml'];
  makeVideo('talk.mp4', ['a.srt'], ttml);
  expect((await inside('extract', 'talk.mp4')).stdout).toMatch(/^1\s+und\s+\w+\s+default\n$/u);
  const { stdout, stderr } = await inside('extract', 'talk.mp4', '-');
  expect(stdout).toContain('00:00:00,500 --> 00:00:01,000\nThe market\nopens.\n');
  expect(stderr).not.toContain('XML');
});

it('[FM86] pictures are refused with a hint, text beside them is the usual track', async () => {
  writeFileSync(inFolder('a.sup'), makePictureSubtitles());
  const marks = ['-disposition:s:0', 'default', '-disposition:s:1', 'forced'];
  const languages = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=jpn'];
  const copied = ['-c:a', 'libopus', '-c:s', 'copy', ...marks, ...languages];
  makeVideo(
    'disc.mkv',
    ['a.sup', 'a.srt', 'a.vtt'],
    [...copied, '-metadata:s:s:2', 'language=jpn'],
  );
  const listed = await inside('extract', 'disc.mkv');
  expect(listed.stdout).toBe(
    '1   eng   hdmv_pgs_subtitle  default, pictures, no text\n' +
      '2   jpn   subrip             forced\n3   jpn   webvtt\n',
  );
  const refused = await inside('extract', 'disc.mkv', 'en.srt', '--track', 'eng');
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('[text/picture-track]');
  expect(refused.stderr).toContain('Choose a track of text with --track');
  // Of two in one language the one that is not of signs alone.
  for (const choice of [[], ['--track', 'ja']]) {
    expect((await inside('extract', 'disc.mkv', '-', ...choice)).stdout).toContain('Buy & sell');
  }
  const forced = await inside('extract', 'disc.mkv', '-', '--track', '2');
  expect(forced.stdout).toContain('The market');
  const unknown = await inside('extract', 'disc.mkv', '-', '--track', 'fr');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('no such text track. It has: 1 (eng, hdmv_pgs_subtitle');
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'sine=d=1',
    '-f',
    'sup',
    '-i',
    inFolder('a.sup'),
    '-map',
    '0',
    '-map',
    '1',
    '-c:a',
    'mp2',
    '-c:s',
    'dvbsub',
    inFolder('air.ts'),
  );
  expect((await inside('extract', 'air.ts', 'air.srt')).stderr).toContain('[text/picture-track]');
});
