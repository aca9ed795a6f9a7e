import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { parseTranscriptJson } from '@core/formats/json';
import { describe, expect, it } from 'vitest';
import { makeMedia } from '../../helpers/make-media';
import { quickChild } from '../../helpers/quick-child';
import { briefSpeech, shortSpeech, useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, place, zimuWith, inside, insideWith, transcribeInside } = useCliFolder();

describe('transcribe', () => {
  it('[FM84] writes the times of words beside the result where asked', async () => {
    place('talk.flac', briefSpeech);
    const { code } = await transcribeInside('talk.flac', '--word-times');
    expect(code).toBe(0);
    const { cues } = JSON.parse(readFileSync(inFolder('talk.srt.words.json'), 'utf8')) as {
      readonly cues: readonly { readonly words: readonly unknown[] }[];
    };
    const said = readFileSync(inFolder('talk.srt'), 'utf8').match(/-->/gu)?.length;
    expect(cues).toHaveLength(said ?? 0);
    expect(cues[0]?.words.length).toBeGreaterThan(0);
  });

  it('writes an SRT beside the recording, and keeps nothing in the home folder but what is ours, no id of this computer either', async () => {
    place('talk.flac', briefSpeech);
    const home = inFolder('home');
    mkdirSync(home);
    const { code, stdout, stderr } = await zimuWith(
      ['transcribe', 'talk.flac', '--model', 'tiny'],
      {
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
      },
    );
    expect(stderr).toContain('talk.srt');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const srt = readFileSync(inFolder('talk.srt'));
    expect(srt.subarray(0, 2).toString()).toBe('1\n');
    const text = srt.toString();
    expect(text).toMatch(/^1\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n\S/);
    expect(text).not.toContain('\r');
    expect(readdirSync(home, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      '.cache',
      join('.cache', 'zimu-studio'),
      // Which ffmpeg answered; made again whenever it is gone.
      join('.cache', 'zimu-studio', 'tools.json'),
    ]);
  });

  it('writes JSON that keeps the promises of the schema and has measured words', async () => {
    place('talk.flac', briefSpeech);
    const { code, stdout } = await inside(
      ...['transcribe', 'talk.flac', '--format', 'json', '--out', '-'],
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
    expect((await transcribeInside('talk.flac', '--out', 'result.vtt')).code).toBe(0);
    expect(readFileSync(inFolder('result.vtt'), 'utf8')).toMatch(/^WEBVTT\n\n/);
  });

  it('makes one cue a word with --words', async () => {
    place('talk.flac');
    const json = await transcribeInside('talk.flac', '--format', 'json', '--out', '-');
    const words = parseTranscriptJson(json.stdout).sentences.flatMap((sentence) => sentence.words);
    const { stdout } = await transcribeInside('talk.flac', '--words', '--out', '-');
    expect(stdout.match(/ --> /g)).toHaveLength(words.length);
  });

  it('keeps lines and cues as short as asked', async () => {
    place('talk.flac');
    const { stdout } = await transcribeInside(
      ...['talk.flac', '--out', '-', '--max-line', '20', '--max-lines', '1'],
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
    const { code, stderr } = await transcribeInside(
      ...['a.flac', 'broken.wav', 'b.flac', '--out', 'results'],
    );
    expect(code).toBe(3);
    expect(stderr).toContain('[media/unreadable]');
    expect(stderr).toContain('2 of 3');
    expect(readdirSync(inFolder('results')).sort()).toEqual(['a.srt', 'b.srt']);
  });

  it('keeps both results of recordings that differ by extension only', async () => {
    place('talk.flac');
    makeMedia(inFolder('talk.wav'), ['-i', shortSpeech]);
    const { code } = await transcribeInside('talk.flac', 'talk.wav');
    expect(code).toBe(0);
    expect(existsSync(inFolder('talk.flac.srt'))).toBe(true);
    expect(existsSync(inFolder('talk.wav.srt'))).toBe(true);
  });

  it('reports progress as JSON lines', async () => {
    place('talk.flac');
    const { stderr } = await transcribeInside('talk.flac', '--json-progress');
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
    const { code, stderr } = await insideWith(['transcribe', 'absent.wav'], {
      env: { LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(code).toBe(3);
    expect(stderr).toContain('找不到文件');
  });

  it('takes files of any name', async () => {
    const names = ['with space', 'it\'s "quoted"', '采访 录音', '🎙️', '100%d'];
    for (const name of names) place(`${name}.flac`, briefSpeech);
    const files = names.map((name) => `${name}.flac`);
    const { code, stderr } = await insideWith(['transcribe', ...files], {
      engineChildScript: quickChild,
    });
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    for (const name of names) expect(existsSync(inFolder(`${name}.srt`)), name).toBe(true);
  });

  it('takes a file whose name begins with a dash, with and without --', async () => {
    place('-dash.flac');
    expect((await transcribeInside('-dash.flac')).code).toBe(0);
    expect((await transcribeInside('--force', '--', '-dash.flac')).code).toBe(0);
    expect(existsSync(inFolder('-dash.srt'))).toBe(true);
  });

  it('writes through a symbolic link instead of replacing it', async () => {
    place('talk.flac');
    writeFileSync(inFolder('real.srt'), 'old');
    symlinkSync(inFolder('real.srt'), inFolder('link.srt'));
    const { code } = await transcribeInside('talk.flac', '--out', 'link.srt', '--force');
    expect(code).toBe(0);
    expect(readFileSync(inFolder('real.srt'), 'utf8')).toMatch(/^1\n/);
  });
});
