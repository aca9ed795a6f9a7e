import { readFileSync, writeFileSync } from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json';
import { quickChild } from '../../helpers/quick-child';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';
import { toolsOfPath } from '../../helpers/use-standalone-tools';

const { path, inFolder, place, zimu, zimuWith, inside, insideWith } = useCliFolder();
/** `align` without models, for tests that show nothing of how well words are found. */
const alignInside = (...words: string[]): Promise<ZimuRun> =>
  insideWith(['align', ...words], { engineChildScript: quickChild });

/** As on a computer whose PATH has no ffmpeg. */
const withoutTools = () => ({ PATH: path(), ...toolsOfPath });

describe('probe', () => {
  it('describes a recording as JSON', async () => {
    place('talk.flac');
    const { code, stdout } = await inside('probe', 'talk.flac', '--json');
    expect(code).toBe(0);
    const info = JSON.parse(stdout) as {
      container: { name: string };
      durationMs: number;
      streams: { kind: string; codec: string; rateHz: number; channels: number }[];
    };
    expect(info.container.name).toContain('flac');
    expect(info.durationMs).toBeGreaterThan(1_000);
    expect(info.streams[0]).toMatchObject({
      kind: 'audio',
      codec: 'flac',
      rateHz: 16_000,
      channels: 1,
    });
  });

  it('describes a recording for people', async () => {
    place('talk.flac');
    const { code, stdout } = await inside('probe', 'talk.flac');
    expect(code).toBe(0);
    expect(stdout).toMatch(/audio, flac, 16000 Hz/);
  });

  it('refuses a file that is not there with code 3', async () => {
    const { code, stderr } = await inside('probe', 'absent.wav');
    expect(code).toBe(3);
    expect(stderr).toContain('[media/not-found]');
  });
});

describe('doctor', () => {
  it('lists every check as JSON, with a fix for each that is not well', async () => {
    const { code, stdout } = await zimu('doctor', '--json');
    const report = JSON.parse(stdout) as {
      ok: boolean;
      checks: { id: string; state: string; fix?: string }[];
    };
    expect(report.checks.map(({ id }) => id)).toEqual([
      ...['node', 'electron', 'browser', 'ffmpeg', 'ffprobe', 'models', 'keychain', 'folders'],
    ]);
    for (const { state, fix } of report.checks) expect(fix === undefined).toBe(state === 'ok');
    expect({ ok: report.ok, code }).toEqual({ ok: true, code: 0 });
  });

  it('says which ffmpeg is used and from where', async () => {
    // Found from where the built program lies.
    const { stdout } = await zimuWith(['doctor'], { env: withoutTools() });
    expect(stdout).toMatch(/ffmpeg: .*\(npm\)/);
  });

  it('ends with code 4 where the main job cannot run', async () => {
    const { code, stdout } = await insideWith(['doctor'], {
      env: { ZIMU_MODELS: inFolder('none') },
    });
    expect(code).toBe(4);
    expect(stdout).toMatch(/✗ Speech models: .*\n\s+Fix: npm run setup/);
  });
});

describe('align', () => {
  it('times a plain text whose words are partly wrong', async () => {
    place('talk.flac');
    const said =
      'The market opens at seven in the morning. Farmers bring apples, bread and fresh cheese.';
    const words = said.split(' ');
    words[1] = 'xylophone';
    writeFileSync(inFolder('talk.txt'), words.join(' '));
    const { code, stdout } = await inside(
      ...['align', 'talk.flac', 'talk.txt', '--out', '-', '--model', 'tiny'],
    );
    expect(code).toBe(0);
    const transcript = parseTranscriptJson(stdout);
    expect(findTranscriptProblems(transcript)).toEqual([]);
    const text = transcript.sentences.map((sentence) => sentence.text).join(' ');
    expect(text.split(/\s+/)).toEqual(words);
    const timed = transcript.sentences.flatMap((sentence) => sentence.words);
    expect(timed.filter(({ timing }) => timing === 'measured').length).toBeGreaterThan(
      words.length / 2,
    );
  });

  it('keeps the cues of an SRT as they are, without words too, such as notes of music', async () => {
    place('talk.flac');
    // What is said there: other cues would be left out [AL6].
    const lines = ['The market opens', 'at seven', 'in the morning.', 'Farmers bring apples,'];
    const said = [...lines, 'bread and', 'fresh cheese.'];
    const srt = said
      .map((line, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${line}\n`)
      .join('\n');
    const cueTexts = srt
      .trim()
      .split('\n\n')
      .map((cue) => cue.split('\n').slice(2).join('\n'));
    writeFileSync(inFolder('talk.srt'), `0\n00:00:00,000 --> 00:00:00,200\n♪ ♪\n\n${srt}`);
    const { code } = await alignInside('talk.flac', 'talk.srt', '--model', 'tiny');
    expect(code).toBe(0);
    const transcript = parseTranscriptJson(readFileSync(inFolder('talk.json'), 'utf8'));
    const texts = transcript.sentences.map((sentence) => sentence.text);
    expect(texts.filter((text) => text !== '♪ ♪')).toEqual(cueTexts);
    expect([...texts].sort()).toEqual([...cueTexts, '♪ ♪'].sort());
  });

  it.each([
    ['no text', ['align', 'talk.flac'], 2],
    ['a text that is not there', ['align', 'talk.flac', 'absent.txt'], 3],
  ])('refuses %s', async (_name, commandLine, expected) => {
    place('talk.flac');
    expect((await inside(...commandLine)).code).toBe(expected);
  });

  it('does not take the times of a WebVTT file for words', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe market\n');
    const { code, stdout } = await alignInside('talk.flac', 'talk.vtt', '--out', '-');
    expect(code).toBe(0);
    const [sentence] = parseTranscriptJson(stdout).sentences;
    expect(sentence?.text).toBe('The market');
    expect(sentence?.words.map(({ text }) => text)).toEqual(['The', 'market']);
  });

  it('writes the format that the result’s name says, and says what it mended', async () => {
    place('talk.flac');
    writeFileSync(
      inFolder('talk.vtt'),
      'WEBVTT\n\n00:01,000 --> 00:02.000\nThe <i>market</i> opens\n',
    );
    const { code, stderr } = await alignInside('talk.flac', 'talk.vtt', '--out', 'timed.srt');
    expect(code).toBe(0);
    expect(stderr).toContain('line 3: The times were not written as the format has them.');
    expect(stderr).not.toContain('line 4');
    expect(readFileSync(inFolder('timed.srt'), 'utf8')).toMatch(
      /^1\n00:00:\d\d,\d{3} --> 00:00:\d\d,\d{3}\nThe <i>market<\/i> opens\n$/,
    );
  });

  it.each(['talk.flac', 'talk.txt'])('never overwrites its own input %s', async (out) => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), 'The market opens.');
    const { code } = await inside('align', 'talk.flac', 'talk.txt', '--out', out, '--force');
    expect(code).toBe(2);
  });

  it('refuses a text without words with code 3', async () => {
    place('talk.flac');
    writeFileSync(inFolder('empty.txt'), ' \n\n');
    const { code, stderr } = await inside('align', 'talk.flac', 'empty.txt');
    expect(code).toBe(3);
    expect(stderr).toContain('[text/empty]');
  });
});

describe('help and version', () => {
  it('prints the version alone', async () => {
    expect(await zimu('--version')).toEqual({
      code: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });

  it('lists every command and exit code', async () => {
    const { code, stdout } = await inside('help');
    expect(code).toBe(0);
    for (const command of ['transcribe', 'align', 'probe', 'doctor']) {
      expect(stdout).toContain(command);
    }
    expect(stdout).toMatch(/0 done .* 6 /);
  });

  it.each([
    ['help', 'transcribe'],
    ['transcribe', '--help'],
  ])('%s %s lists the options', async (...words) => {
    const { stdout } = await inside(...words);
    for (const option of [
      '--engine',
      '--format',
      '--out',
      '--words',
      '--language',
      '--max-line',
      '--json-progress',
    ]) {
      expect(stdout).toContain(option);
    }
  });

  it('shows the help and code 2 where no command is given', async () => {
    const { code, stdout } = await inside();
    expect(code).toBe(2);
    expect(stdout).toContain('transcribe');
  });
});

describe('paths in the environment', () => {
  it('start from the folder of the caller', async () => {
    const { stdout } = await insideWith(['doctor'], { env: { ZIMU_HOME: 'kept here' } });
    expect(stdout).toContain(inFolder('kept here'));
  });
});

describe('settings that cannot be read', () => {
  it('are said and not used', async () => {
    writeFileSync(inFolder('settings.json'), '{ "locale": ');
    const { stderr, code } = await insideWith(['help'], { env: { ZIMU_HOME: path() } });
    expect(stderr).toContain('[settings/unreadable]');
    expect(code).toBe(0);
  });

  it('choose the language of the texts', async () => {
    writeFileSync(inFolder('settings.json'), '{ "locale": "zh-CN" }');
    const { stdout } = await insideWith(['help'], { env: { ZIMU_HOME: path() } });
    expect(stdout).toContain('用法');
  });
});
