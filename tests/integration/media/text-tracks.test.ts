import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, inside } = useCliFolder();
const srt = '1\n00:00:00,500 --> 00:00:01,000\n<i>The market</i>\nopens.\n';

/** A second of sound with three tracks of text: two of SubRip and one of pictures. */
function makeVideo(name: string, codec: string): void {
  writeFileSync(inFolder('a.srt'), srt);
  writeFileSync(inFolder('b.srt'), srt.replace('The market', '市场'));
  const inputs = [
    '-f',
    'lavfi',
    '-i',
    'sine=d=1',
    '-i',
    inFolder('a.srt'),
    '-i',
    inFolder('b.srt'),
  ];
  const maps = [
    '-map',
    '0',
    '-map',
    '1',
    '-map',
    '2',
    '-c:a',
    'flac',
    '-strict',
    '-2',
    '-c:s',
    codec,
  ];
  const tags = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=chi'];
  const choice = ['-disposition:s:0', '0', '-disposition:s:1', 'default'];
  execFileSync('ffmpeg', ['-v', 'error', ...inputs, ...maps, ...tags, ...choice, inFolder(name)]);
}

it('[FM86] the tracks of text of a file are listed, and one is written in any format', async () => {
  makeVideo('talk.mkv', 'srt');
  const { code, stdout } = await inside('extract', 'talk.mkv');
  expect(code).toBe(0);
  expect(stdout).toBe('1   eng   subrip\n2   chi   subrip             default\n');
  expect(JSON.parse((await inside('extract', 'talk.mkv', '--json')).stdout)).toMatchObject([
    { track: 1, language: 'eng', codec: 'subrip', isText: true },
    { track: 2, language: 'chi', isDefault: true },
  ]);
  expect((await inside('extract', 'talk.mkv', 'usual.srt')).code).toBe(0);
  expect(readFileSync(inFolder('usual.srt'), 'utf8')).toContain('<i>市场</i>\nopens.');
  const english = await inside('extract', 'talk.mkv', '-', '--track', 'en', '--to', 'vtt');
  expect(english.stdout).toContain('00:00:00.500 --> 00:00:01.000\n');
  expect((await inside('extract', 'talk.mkv', 'usual.srt')).code).toBe(6);
  expect((await inside('extract', 'talk.mkv', 'new.srt', '--track', '7')).code).toBe(2);
});

it('[FM86] text of QuickTime is text, pictures and nothing are refused by a code', async () => {
  makeVideo('talk.mp4', 'mov_text');
  await inside('extract', 'talk.mp4', 'out.srt', '--track', '1');
  expect(readFileSync(inFolder('out.srt'), 'utf8')).toContain('The market');
  const pictures = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=1', inFolder('bare.mkv')];
  execFileSync('ffmpeg', pictures);
  const none = await inside('extract', 'bare.mkv', 'none.srt');
  expect(none.code).toBe(3);
  expect(none.stderr).toContain('[text/no-track]');
});

it('[FM86] times are those of the picture, where the file begins late as well', async () => {
  makeVideo('talk.mkv', 'srt');
  const late = ['-v', 'error', '-itsoffset', '5', '-i', inFolder('talk.mkv'), '-map', '0'];
  execFileSync('ffmpeg', [...late, '-c', 'copy', inFolder('late.mkv')]);
  const { stdout } = await inside('extract', 'late.mkv', '-');
  expect(stdout).toContain('00:00:05,500 --> 00:00:06,000\n');
});
