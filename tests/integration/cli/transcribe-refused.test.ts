import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { parseTranscriptJson } from '@core/formats/json';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { scriptedSpeech } from '../../helpers/scripted-speech';
import { placeSilence } from '../../helpers/place-silence';
import { quickChild } from '../../helpers/quick-child';
import { toolsOfPath } from '../../helpers/use-standalone-tools';
import { briefSpeech, longSpeech, shortSpeech, useCliFolder } from '../../helpers/use-cli-folder';

const root = resolve(import.meta.dirname, '../../..');
const { path, inFolder, place, inside, insideWith, transcribeInside } = useCliFolder();

describe('transcribe, wrongly used', () => {
  it.each([
    ['no file', ['transcribe'], 'needs a file'],
    ['an unknown option', ['transcribe', 'x.wav', '--loud'], '--loud'],
    ['an unknown engine', ['transcribe', 'x.wav', '--engine', 'magic'], '--engine'],
    ['an unknown format', ['transcribe', 'x.wav', '--format', 'doc'], '--format'],
    ['a line of no length', ['transcribe', 'x.wav', '--max-line', '0'], '--max-line'],
    ['a number that is none', ['transcribe', 'x.wav', '--max-lines', 'two'], '--max-lines'],
    ['an option without its value', ['transcribe', 'x.wav', '--out'], '--out'],
    ['an option instead of a value', ['transcribe', 'x.wav', '--out', '--force'], '--out'],
    ['a flag with a value', ['transcribe', 'x.wav', '--force=yes'], '--force'],
    ['several files to standard output', ['transcribe', 'a', 'b', '--out', '-'], 'standard output'],
    ['an unknown command', ['transcrbe'], 'transcrbe'],
  ])('refuses %s with code 2', async (_name, commandLine, about) => {
    const { code, stderr, stdout } = await inside(...commandLine);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('[usage/invalid]');
    expect(stderr).toContain(about);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['--language', 'zh-CN', 'engine/unsupported-language'],
    ['--language', 'de', 'engine/unsupported-language'],
    ['--engine', 'flash', 'credentials/missing'],
    ['--engine', 'file', 'credentials/missing'],
  ])('refuses %s %s with code 4 and says what to use instead', async (option, value, errorCode) => {
    place('talk.flac');
    const { code, stderr } = await inside('transcribe', 'talk.flac', option, value);
    expect(code).toBe(4);
    expect(stderr).toContain(`[${errorCode}]`);
    expect(existsSync(inFolder('talk.srt'))).toBe(false);
  });

  it.each(['en', 'en-US', 'EN_gb', 'auto'])('takes --language %s', async (language) => {
    place('talk.flac', briefSpeech);
    const words = ['transcribe', 'talk.flac', '--format', 'json', '--out', '-'];
    const { code, stdout } = await insideWith([...words, '--language', language], {
      engineChildScript: quickChild,
    });
    expect(code).toBe(0);
    expect(parseTranscriptJson(stdout).language).toBe('en');
  });
});

describe('transcribe, with media that is not what it should be', () => {
  const refusals: readonly (readonly [string, (path: string) => void, string])[] = [
    ['no such file', () => undefined, 'media/not-found'],
    ['a folder', (path) => mkdirSync(path), 'media/not-a-file'],
    ['zero bytes', (path) => writeFileSync(path, ''), 'media/empty'],
    [
      'text named .wav',
      (path) => writeFileSync(path, 'To be, or not to be.\n'),
      'media/unreadable',
    ],
  ];
  it.each(refusals)('refuses %s with code 3', async (_name, make, errorCode) => {
    make(inFolder('in.wav'));
    const { code, stderr } = await inside('transcribe', 'in.wav');
    expect(code).toBe(3);
    expect(stderr).toContain(`[${errorCode}]`);
    expect(existsSync(inFolder('in.srt'))).toBe(false);
  });

  it('refuses a truncated mp4 with code 3', async () => {
    makeMedia(inFolder('cut.mp4'), ['-i', longSpeech, '-c:a', 'aac']);
    truncateSync(inFolder('cut.mp4'), 4_000);
    const { code, stderr } = await inside('transcribe', 'cut.mp4');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/unreadable]');
  });

  it('refuses a video without sound with code 3', async () => {
    makeMedia(inFolder('silent.mp4'), ['-f', 'lavfi', '-i', 'testsrc=d=1:s=64x64']);
    const { code, stderr } = await inside('transcribe', 'silent.mp4');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/no-audio]');
  });

  it('gives an empty transcript for three seconds of silence and for 0.2 s of a tone, and says so', async () => {
    placeSilence(inFolder('silence.wav'), 3_000);
    makeMedia(inFolder('tone.wav'), ['-f', 'lavfi', '-i', 'sine=d=0.2']);
    const words = ['transcribe', 'silence.wav', 'tone.wav', '--model', 'tiny'];
    const { code, stderr } = await inside(...words);
    expect(code).toBe(0);
    for (const name of ['silence', 'tone']) {
      expect(stderr).toContain(`No speech was found in ${inFolder(`${name}.wav`)}`);
      expect(readFileSync(inFolder(`${name}.srt`), 'utf8')).toBe('');
    }
  });

  it('gives a coded end for a WAV that is a header only', async () => {
    makeMedia(inFolder('full.wav'), ['-i', shortSpeech]);
    writeFileSync(inFolder('header.wav'), readFileSync(inFolder('full.wav')).subarray(0, 44));
    const { code, stderr } = await insideWith(['transcribe', 'header.wav'], {
      engineChildScript: quickChild,
    });
    expect(stderr).toMatch(/\[media\/(unreadable|empty)\]|No speech was found/);
    expect([0, 3]).toContain(code);
  });

  it('hears the same words in 8 kHz stereo and in 48 kHz stereo', async () => {
    makeMedia(inFolder('8.wav'), ['-i', briefSpeech, '-ar', '8000', '-ac', '2']);
    makeMedia(inFolder('48.wav'), ['-i', briefSpeech, '-ar', '48000', '-ac', '2']);
    const words = ['transcribe', '8.wav', '48.wav', '--format', 'txt', '--model', 'tiny'];
    expect((await inside(...words)).code).toBe(0);
    for (const name of ['8.txt', '48.txt']) {
      const text = readFileSync(inFolder(name), 'utf8');
      expect(text.trim().split(/\s+/).length, name).toBeGreaterThan(5);
    }
  });
});

describe('transcribe, where the result cannot go', () => {
  it('does not overwrite without --force', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.srt'), 'mine');
    const refused = await transcribeInside('talk.flac');
    expect(refused.code).toBe(6);
    expect(refused.stderr).toContain('[output/exists]');
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toBe('mine');
    expect((await transcribeInside('talk.flac', '--force')).code).toBe(0);
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).not.toBe('mine');
  });

  it.each([
    ['by name', 'talk.flac'],
    ['through a link', 'link.flac'],
  ])(
    'never overwrites the recording itself, named %s, not even with --force',
    async (_name, out) => {
      place('talk.flac');
      symlinkSync(inFolder('talk.flac'), inFolder('link.flac'));
      const before = readFileSync(inFolder('talk.flac'));
      const { code, stderr } = await inside('transcribe', 'talk.flac', '--out', out, '--force');
      expect(code).toBe(2);
      expect(stderr).toContain('[usage/invalid]');
      expect(readFileSync(inFolder('talk.flac')).equals(before)).toBe(true);
    },
  );

  it('finds out about every target before the first recording is heard', async () => {
    place('a.flac');
    place('b.flac');
    writeFileSync(inFolder('b.srt'), 'mine');
    const { code, stderr } = await transcribeInside('a.flac', 'b.flac');
    expect(code).toBe(6);
    expect(stderr.indexOf('[output/exists]')).toBeLessThan(stderr.indexOf('a.srt'));
    expect(existsSync(inFolder('a.srt'))).toBe(true);
    expect(readFileSync(inFolder('b.srt'), 'utf8')).toBe('mine');
  });

  it('takes names as long as the file system does', async () => {
    const long = `${'采'.repeat(80)}.flac`;
    place(long);
    expect((await transcribeInside(long)).code).toBe(0);
  });

  it('says so before the work begins when the folder cannot be written', async () => {
    place('talk.flac');
    writeFileSync(inFolder('file'), '');
    mkdirSync(inFolder('locked'));
    chmodSync(inFolder('locked'), 0o500);
    // Root may write anywhere, so the case for root is a folder that cannot exist.
    const target = process.getuid?.() === 0 ? 'file/below/talk.srt' : 'locked/talk.srt';
    const { code, stderr } = await inside('transcribe', 'talk.flac', '--out', target);
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    chmodSync(inFolder('locked'), 0o700);
  });

  it('ends at once where a file system refuses new folders', async (context) => {
    context.skip(process.platform !== 'linux', 'needs /proc');
    place('talk.flac');
    const { code, stderr } = await inside(
      'transcribe',
      'talk.flac',
      '--out',
      '/proc/nowhere/a/b.srt',
    );
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
  });

  it('reports a full disk behind standard output', () => {
    place('talk.flac');
    const zimuProgram = resolve(root, 'scripts/zimu.mjs');
    const command = `"${process.execPath}" "${zimuProgram}" transcribe talk.flac ${scriptedSpeech.words.join(' ')} --out - > /dev/full`;
    const env = { ...process.env, ...scriptedSpeech.env };
    const options = { cwd: path(), env, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync('sh', ['-c', command], options);
    expect(status).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reports a full disk and leaves nothing behind', async () => {
    place('talk.flac');
    const { code, stderr } = await transcribeInside('talk.flac', '--out', '/dev/full');
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    expect(readdirSync(path()).sort()).toEqual(['talk.flac']);
  });
});

describe('transcribe, with a tool or a model missing', () => {
  it('falls back to the npm ffmpeg where PATH has none', async () => {
    place('talk.flac', briefSpeech);
    const { code } = await insideWith(['transcribe', 'talk.flac'], {
      engineChildScript: quickChild,
      env: { PATH: path(), ...toolsOfPath },
    });
    expect(code).toBe(0);
  });

  it('says what is missing where a set ffmpeg is not there, with code 4', async () => {
    place('talk.flac');
    const { code, stderr } = await insideWith(['transcribe', 'talk.flac'], {
      env: { PATH: path(), ZIMU_FFMPEG: '/nowhere/ffmpeg', ZIMU_FFPROBE: '/nowhere/ffprobe' },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[tool/ffmpeg-missing]');
    expect(stderr).toContain('/nowhere/');
  });

  it('names a damaged model with code 4 and does not run it', async () => {
    place('talk.flac');
    cpSync(resolve(root, 'resources/models'), inFolder('models'), {
      recursive: true,
      // The small model has no part in it.
      filter: (source) => !source.endsWith('/tiny'),
      // A checkout may share the models with another.
      dereference: true,
    });
    const file = openSync(inFolder('models/base/encoder.onnx'), 'r+');
    writeSync(file, 'damage', 1_000_000);
    closeSync(file);
    const { code, stderr } = await insideWith(['transcribe', 'talk.flac'], {
      env: { ZIMU_MODELS: inFolder('models') },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[model/corrupt]');
    expect(stderr).toContain('encoder.onnx');
  });

  it('names a missing model with code 4', async () => {
    place('talk.flac');
    mkdirSync(inFolder('models'));
    const { code, stderr } = await insideWith(['transcribe', 'talk.flac'], {
      env: { ZIMU_MODELS: inFolder('models') },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[model/missing]');
    expect(stderr).toContain('npm run setup');
  });
});
