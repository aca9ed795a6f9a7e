import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { parseTranscriptJson } from '@core/formats/json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { runZimu, type ZimuRun } from '../../helpers/run-zimu';

const root = resolve(import.meta.dirname, '../../..');
const speech = resolve(root, 'tests/fixtures/audio/short-english.flac');
const longSpeech = resolve(root, 'tests/fixtures/audio/long-english.flac');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const zimu = (...commandLine: string[]): Promise<ZimuRun> => runZimu(commandLine, { cwd: folder });
const inFolder = (name: string): string => join(folder, name);

function place(name: string, source = speech): string {
  copyFileSync(source, inFolder(name));
  return name;
}

describe('transcribe', () => {
  it('writes an SRT beside the recording', async () => {
    place('talk.flac');
    const { code, stdout, stderr } = await zimu('transcribe', 'talk.flac');
    expect(stderr).toContain('talk.srt');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const srt = readFileSync(inFolder('talk.srt'));
    expect(srt.subarray(0, 2).toString()).toBe('1\n');
    const text = srt.toString();
    expect(text).toMatch(/^1\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n\S/);
    expect(text).not.toContain('\r');
  });

  it('writes JSON that keeps the promises of the schema and has measured words', async () => {
    place('talk.flac');
    const { code, stdout } = await zimu(
      'transcribe',
      'talk.flac',
      '--format',
      'json',
      '--out',
      '-',
    );
    expect(code).toBe(0);
    const transcript = parseTranscriptJson(stdout);
    expect(findTranscriptProblems(transcript)).toEqual([]);
    expect(transcript.engine).toBe('local');
    expect(transcript.language).toBe('en');
    expect(transcript.media.path).toBe(inFolder('talk.flac'));
    const words = transcript.sentences.flatMap((sentence) => sentence.words);
    const measured = words.filter((word) => word.timing === 'measured');
    expect(words.length).toBeGreaterThan(5);
    expect(measured.length / words.length).toBeGreaterThanOrEqual(0.9);
    for (const { confidence } of measured) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('takes the format from the name given by --out', async () => {
    place('talk.flac');
    expect((await zimu('transcribe', 'talk.flac', '--out', 'result.vtt')).code).toBe(0);
    expect(readFileSync(inFolder('result.vtt'), 'utf8')).toMatch(/^WEBVTT\n\n/);
  });

  it('makes one cue a word with --words', async () => {
    place('talk.flac');
    const json = await zimu('transcribe', 'talk.flac', '--format', 'json', '--out', '-');
    const words = parseTranscriptJson(json.stdout).sentences.flatMap((sentence) => sentence.words);
    const { stdout } = await zimu('transcribe', 'talk.flac', '--words', '--out', '-');
    expect(stdout.match(/ --> /g)).toHaveLength(words.length);
  });

  it('keeps lines and cues as short as asked', async () => {
    place('talk.flac', longSpeech);
    const { stdout } = await zimu(
      ...['transcribe', 'talk.flac', '--out', '-', '--max-line', '20', '--max-lines', '1'],
    );
    const cues = stdout.trim().split('\n\n');
    expect(cues.length).toBeGreaterThan(3);
    for (const cue of cues) {
      const lines = cue.split('\n').slice(2);
      expect(lines).toHaveLength(1);
      expect(lines[0]?.length).toBeLessThanOrEqual(20);
    }
  });

  it('puts the results of several recordings into a folder, whatever one of them does', async () => {
    place('a.flac');
    place('b.flac');
    writeFileSync(inFolder('broken.wav'), 'no sound in here');
    const { code, stderr } = await zimu(
      ...['transcribe', 'a.flac', 'broken.wav', 'b.flac', '--out', 'results'],
    );
    expect(code).toBe(3);
    expect(stderr).toContain('[media/unreadable]');
    expect(stderr).toContain('2 of 3');
    expect(readdirSync(inFolder('results')).sort()).toEqual(['a.srt', 'b.srt']);
  });

  it('keeps both results of recordings that differ by extension only', async () => {
    place('talk.flac');
    makeMedia(inFolder('talk.wav'), ['-i', speech]);
    const { code } = await zimu('transcribe', 'talk.flac', 'talk.wav');
    expect(code).toBe(0);
    expect(existsSync(inFolder('talk.flac.srt'))).toBe(true);
    expect(existsSync(inFolder('talk.wav.srt'))).toBe(true);
  });

  it('reports progress as JSON lines', async () => {
    place('talk.flac');
    const { stderr } = await zimu('transcribe', 'talk.flac', '--json-progress');
    const events = stderr
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { type: string; fraction?: number });
    expect(events[0]?.type).toBe('begin');
    expect(events.at(-1)?.type).toBe('done');
    expect(events.some(({ type }) => type === 'sentence')).toBe(true);
    const fractions = events.flatMap(({ fraction }) => (fraction === undefined ? [] : [fraction]));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('speaks Chinese where the system does', async () => {
    const { code, stderr } = await runZimu(['transcribe', 'absent.wav'], {
      cwd: folder,
      env: { LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(code).toBe(3);
    expect(stderr).toContain('找不到文件');
  });

  it.each(['with space.flac', 'it\'s "quoted".flac', '采访 录音.flac', '🎙️.flac', '100%d.flac'])(
    'takes a file named %s',
    async (name) => {
      place(name);
      const { code, stderr } = await zimu('transcribe', name);
      expect(stderr).not.toContain('error');
      expect(code).toBe(0);
      expect(existsSync(inFolder(name.replace(/flac$/, 'srt')))).toBe(true);
    },
  );

  it('takes a file whose name begins with a dash, with and without --', async () => {
    place('-dash.flac');
    expect((await zimu('transcribe', '-dash.flac')).code).toBe(0);
    expect((await zimu('transcribe', '--force', '--', '-dash.flac')).code).toBe(0);
    expect(existsSync(inFolder('-dash.srt'))).toBe(true);
  });

  it('writes through a symbolic link instead of replacing it', async () => {
    place('talk.flac');
    writeFileSync(inFolder('real.srt'), 'old');
    symlinkSync(inFolder('real.srt'), inFolder('link.srt'));
    const { code } = await zimu('transcribe', 'talk.flac', '--out', 'link.srt', '--force');
    expect(code).toBe(0);
    expect(readFileSync(inFolder('real.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('transcribe, stopped by the person', () => {
  // A terminal and npm between them deliver one interrupt twice.
  it.each([
    ['an interrupt', ['SIGINT']],
    ['an interrupt that comes twice at once', ['SIGINT', 'SIGINT']],
    ['a request to end', ['SIGTERM']],
    ['a closed terminal', ['SIGHUP']],
  ] as const)('keeps what was recognised after %s', async (_name, signals) => {
    makeMedia(inFolder('long.wav'), ['-stream_loop', '9', '-i', longSpeech]);
    let isStopped = false;
    const { code, stderr } = await runZimu(['transcribe', 'long.wav', '--json-progress'], {
      cwd: folder,
      onStderr: (child, text) => {
        if (isStopped || !text.includes('"type":"sentence"')) return;
        isStopped = true;
        for (const signal of signals) child.kill(signal);
      },
    });
    expect(code).toBe(5);
    expect(stderr).toContain('[job/cancelled]');
    expect(existsSync(inFolder('long.srt'))).toBe(false);
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('transcribe, offline', () => {
  it('keeps nothing in the home folder but what is ours, no id of this computer either', async () => {
    place('talk.flac');
    const home = inFolder('home');
    mkdirSync(home);
    const { code } = await runZimu(['transcribe', 'talk.flac'], {
      cwd: folder,
      env: {
        HOME: home,
        ZIMU_HOME: undefined,
        XDG_CACHE_HOME: undefined,
        XDG_DATA_HOME: undefined,
        // ONNX Runtime is quieter where it takes the machine for a test machine.
        CI: undefined,
        VITEST: undefined,
        NODE_ENV: undefined,
      },
    });
    expect(code).toBe(0);
    const kept = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(kept).toEqual([]);
  });
});

describe('a partial result', () => {
  it('leaves an earlier one in its place', async () => {
    makeMedia(inFolder('long.wav'), ['-stream_loop', '9', '-i', longSpeech]);
    writeFileSync(inFolder('long.partial.srt'), 'an earlier one');
    let isStopped = false;
    await runZimu(['transcribe', 'long.wav', '--json-progress'], {
      cwd: folder,
      onStderr: (child, text) => {
        if (isStopped || !text.includes('"type":"sentence"')) return;
        isStopped = child.kill('SIGINT');
      },
    });
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toBe('an earlier one');
    expect(readFileSync(inFolder('long.2.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

describe('transcribe, stopped before it began', () => {
  it('is cancelled, not done, and leaves no file', async () => {
    const names = ['a.flac', 'b.flac', 'c.flac'].map((name) => place(name));
    let isStopped = false;
    const { code } = await runZimu(['transcribe', ...names, '--debug', '--json-progress'], {
      cwd: folder,
      onStderr: (child) => {
        if (!isStopped) child.kill('SIGINT');
        isStopped = true;
      },
    });
    expect(code).toBe(5);
  });
});

describe('transcribe, with its helpers killed', () => {
  it('hears the same words when every child process is killed once', async (context) => {
    context.skip(process.platform !== 'linux', 'finds child processes in /proc');
    makeMedia(inFolder('long.wav'), ['-stream_loop', '3', '-i', longSpeech]);
    const plain = await zimu('transcribe', 'long.wav', '--format', 'txt', '--out', '-');
    let killed = 0;
    const disturbed = await runZimu(
      ['transcribe', 'long.wav', '--format', 'txt', '--out', '-', '--json-progress'],
      {
        cwd: folder,
        onStderr: (child, text) => {
          if (killed > 0 || !text.includes('"type":"sentence"')) return;
          for (const pid of childrenOf(child.pid!, 'engine-child')) {
            process.kill(pid, 'SIGKILL');
            killed++;
          }
        },
      },
    );
    expect(killed).toBeGreaterThan(0);
    expect(disturbed.code).toBe(0);
    expect(disturbed.stdout).toBe(plain.stdout);
  });
});

describe('transcribe, with its decoder killed', () => {
  it('fails with a code and keeps what was heard, and does not blame the recording', async (context) => {
    context.skip(process.platform !== 'linux', 'finds child processes in /proc');
    makeMedia(inFolder('long.wav'), ['-stream_loop', '40', '-i', longSpeech]);
    let isKilled = false;
    const { code, stderr } = await runZimu(['transcribe', 'long.wav', '--json-progress'], {
      cwd: folder,
      onStderr: (child, text) => {
        if (isKilled || !text.includes('"type":"sentence"')) return;
        const [decoder] = childrenOf(child.pid!, 'ffmpeg');
        if (decoder === undefined) return;
        process.kill(decoder, 'SIGKILL');
        isKilled = true;
      },
    });
    expect(isKilled).toBe(true);
    expect(code).toBe(4);
    expect(stderr).toContain('[tool/ffmpeg-failed]');
    expect(stderr).not.toContain('ends early');
    expect(existsSync(inFolder('long.srt'))).toBe(false);
    expect(readFileSync(inFolder('long.partial.srt'), 'utf8')).toMatch(/^1\n/);
  });
});

function childrenOf(pid: number, program: string): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(program));
}

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
    const { code, stderr, stdout } = await zimu(...commandLine);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('[usage/invalid]');
    expect(stderr).toContain(about);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['--language', 'zh-CN', 'engine/unsupported-language'],
    ['--language', 'de', 'engine/unsupported-language'],
    ['--engine', 'flash', 'engine/unavailable'],
    ['--engine', 'file', 'engine/unavailable'],
  ])('refuses %s %s with code 4 and says what to use instead', async (option, value, errorCode) => {
    place('talk.flac');
    const { code, stderr } = await zimu('transcribe', 'talk.flac', option, value);
    expect(code).toBe(4);
    expect(stderr).toContain(`[${errorCode}]`);
    expect(existsSync(inFolder('talk.srt'))).toBe(false);
  });

  it.each(['en', 'en-US', 'EN_gb', 'auto'])('takes --language %s', async (language) => {
    place('talk.flac');
    const words = [
      'transcribe',
      'talk.flac',
      '--format',
      'json',
      '--out',
      '-',
      '--language',
      language,
    ];
    const { code, stdout } = await zimu(...words);
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
    const { code, stderr } = await zimu('transcribe', 'in.wav');
    expect(code).toBe(3);
    expect(stderr).toContain(`[${errorCode}]`);
    expect(existsSync(inFolder('in.srt'))).toBe(false);
  });

  it('refuses a truncated mp4 with code 3', async () => {
    makeMedia(inFolder('cut.mp4'), ['-i', longSpeech, '-c:a', 'aac']);
    truncateSync(inFolder('cut.mp4'), 4_000);
    const { code, stderr } = await zimu('transcribe', 'cut.mp4');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/unreadable]');
  });

  it('refuses a video without sound with code 3', async () => {
    makeMedia(inFolder('silent.mp4'), ['-f', 'lavfi', '-i', 'testsrc=d=1:s=64x64']);
    const { code, stderr } = await zimu('transcribe', 'silent.mp4');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/no-audio]');
  });

  const quiet: readonly (readonly [string, readonly string[]])[] = [
    ['three seconds of silence', ['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '3']],
    ['0.2 s of a tone', ['-f', 'lavfi', '-i', 'sine=d=0.2']],
  ];
  it.each(quiet)('gives an empty transcript for %s and says so', async (_name, ffmpegArguments) => {
    makeMedia(inFolder('quiet.wav'), ffmpegArguments);
    const { code, stderr } = await zimu('transcribe', 'quiet.wav');
    expect(code).toBe(0);
    expect(stderr).toContain('No speech was found');
    expect(readFileSync(inFolder('quiet.srt'), 'utf8')).toBe('');
  });

  it('gives a coded end for a WAV that is a header only', async () => {
    makeMedia(inFolder('full.wav'), ['-i', speech]);
    writeFileSync(inFolder('header.wav'), readFileSync(inFolder('full.wav')).subarray(0, 44));
    const { code, stderr } = await zimu('transcribe', 'header.wav');
    expect(stderr).toMatch(/\[media\/(unreadable|empty)\]|No speech was found/);
    expect([0, 3]).toContain(code);
  });

  it.each([
    ['8 kHz stereo', ['-ar', '8000', '-ac', '2']],
    ['48 kHz stereo', ['-ar', '48000', '-ac', '2']],
  ])('hears the same words in %s', async (_name, ffmpegArguments) => {
    makeMedia(inFolder('talk.wav'), ['-i', speech, ...ffmpegArguments]);
    const { code, stdout } = await zimu('transcribe', 'talk.wav', '--format', 'txt', '--out', '-');
    expect(code).toBe(0);
    expect(stdout.trim().split(/\s+/).length).toBeGreaterThan(5);
  });
});

describe('transcribe, where the result cannot go', () => {
  it('does not overwrite without --force', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.srt'), 'mine');
    const refused = await zimu('transcribe', 'talk.flac');
    expect(refused.code).toBe(6);
    expect(refused.stderr).toContain('[output/exists]');
    expect(readFileSync(inFolder('talk.srt'), 'utf8')).toBe('mine');
    expect((await zimu('transcribe', 'talk.flac', '--force')).code).toBe(0);
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
      const { code, stderr } = await zimu('transcribe', 'talk.flac', '--out', out, '--force');
      expect(code).toBe(2);
      expect(stderr).toContain('[usage/invalid]');
      expect(readFileSync(inFolder('talk.flac')).equals(before)).toBe(true);
    },
  );

  it('finds out about every target before the first recording is heard', async () => {
    place('a.flac');
    place('b.flac');
    writeFileSync(inFolder('b.srt'), 'mine');
    const { code, stderr } = await zimu('transcribe', 'a.flac', 'b.flac');
    expect(code).toBe(6);
    expect(stderr.indexOf('[output/exists]')).toBeLessThan(stderr.indexOf('a.srt'));
    expect(existsSync(inFolder('a.srt'))).toBe(true);
    expect(readFileSync(inFolder('b.srt'), 'utf8')).toBe('mine');
  });

  it('takes names as long as the file system does', async () => {
    const long = `${'采'.repeat(80)}.flac`;
    place(long);
    expect((await zimu('transcribe', long)).code).toBe(0);
  });

  it('says so before the work begins when the folder cannot be written', async () => {
    place('talk.flac');
    writeFileSync(inFolder('file'), '');
    mkdirSync(inFolder('locked'));
    chmodSync(inFolder('locked'), 0o500);
    // Root may write anywhere, so the case for root is a folder that cannot exist.
    const target = process.getuid?.() === 0 ? 'file/below/talk.srt' : 'locked/talk.srt';
    const { code, stderr } = await zimu('transcribe', 'talk.flac', '--out', target);
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    chmodSync(inFolder('locked'), 0o700);
  });

  it('ends at once where a file system refuses new folders', async (context) => {
    context.skip(process.platform !== 'linux', 'needs /proc');
    place('talk.flac');
    const { code, stderr } = await zimu(
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
    const command = `"${process.execPath}" "${zimuProgram}" transcribe talk.flac --out - > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reports a full disk and leaves nothing behind', async () => {
    place('talk.flac');
    const { code, stderr } = await zimu('transcribe', 'talk.flac', '--out', '/dev/full');
    expect(code).toBe(6);
    expect(stderr).toContain('[output/unwritable]');
    expect(readdirSync(folder).sort()).toEqual(['talk.flac']);
  });
});

describe('transcribe, with a tool or a model missing', () => {
  it('falls back to the npm ffmpeg where PATH has none', async () => {
    place('talk.flac');
    const { code } = await runZimu(['transcribe', 'talk.flac'], {
      cwd: folder,
      env: { PATH: folder },
    });
    expect(code).toBe(0);
  });

  it('says what is missing where a set ffmpeg is not there, with code 4', async () => {
    place('talk.flac');
    const { code, stderr } = await runZimu(['transcribe', 'talk.flac'], {
      cwd: folder,
      env: { PATH: folder, ZIMU_FFMPEG: '/nowhere/ffmpeg', ZIMU_FFPROBE: '/nowhere/ffprobe' },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[tool/ffmpeg-missing]');
    expect(stderr).toContain('/nowhere/');
  });

  it('names a damaged model with code 4 and does not run it', async () => {
    place('talk.flac');
    cpSync(resolve(root, 'resources/models'), inFolder('models'), { recursive: true });
    const file = openSync(inFolder('models/base/encoder.onnx'), 'r+');
    writeSync(file, 'damage', 1_000_000);
    closeSync(file);
    const { code, stderr } = await runZimu(['transcribe', 'talk.flac'], {
      cwd: folder,
      env: { ZIMU_MODELS: inFolder('models') },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[model/corrupt]');
    expect(stderr).toContain('encoder.onnx');
  });

  it('names a missing model with code 4', async () => {
    place('talk.flac');
    mkdirSync(inFolder('models'));
    const { code, stderr } = await runZimu(['transcribe', 'talk.flac'], {
      cwd: folder,
      env: { ZIMU_MODELS: inFolder('models') },
    });
    expect(code).toBe(4);
    expect(stderr).toContain('[model/missing]');
    expect(stderr).toContain('npm run setup');
  });
});
