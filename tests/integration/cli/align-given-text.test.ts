import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSrt } from '@core/formats/parse-srt';
import { parseTranscriptJson } from '@core/formats/json';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../helpers/encode-text';
import { quickChild } from '../../helpers/quick-child';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, place, inside, insideWith } = useCliFolder();
/** Without models, for tests that show nothing of how well words are found. */
const align = (...words: string[]): Promise<ZimuRun> =>
  insideWith(['align', ...words], { engineChildScript: quickChild });

describe('align reads a text in the encoding it is in', () => {
  const text = 'The market’s café—“fresh” cheese, naïve.';

  it.each(['windows-1252', 'macintosh'])('%s', async (label) => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), encodeText(text, label));
    const { code, stdout, stderr } = await align('talk.flac', 'talk.txt', '--out', '-');
    expect(code).toBe(0);
    expect(
      parseTranscriptJson(stdout)
        .sentences.map((one) => one.text)
        .join(' '),
    ).toBe(text);
    expect(stderr).toMatch(/talk\.txt: read as (?:Windows-1252|Mac Roman)/);
  });

  it('and tells programs which it is', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), encodeText('市场早上七点开门。', 'gb18030'));
    const { stderr } = await align('talk.flac', 'talk.txt', '--out', '-', '--json-progress');
    const events = stderr
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { type: string });
    expect(events.find(({ type }) => type === 'text')).toMatchObject({ encoding: 'gb18030' });
  });

  it('or in the one that is named', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), encodeText('Привет', 'koi8-r'));
    const words = ['talk.flac', 'talk.txt', '--out', '-', '--encoding'];
    const named = await align(...words, 'windows-1251');
    expect(parseTranscriptJson(named.stdout).sentences[0]?.text).toBe('рТЙЧЕФ');
    const unknown = await align(...words, 'ebcdic-x');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Windows-1252');
  });

  it('and refuses one that is plausible in none, with all that were tried', async () => {
    place('talk.flac');
    const noise = Uint8Array.from({ length: 300 }, (_, index) => 0x80 + ((index * 89) % 0x80));
    writeFileSync(inFolder('talk.txt'), noise);
    const { code, stderr } = await align('talk.flac', 'talk.txt');
    expect(code).toBe(3);
    expect(stderr).toContain('[text/encoding-unknown]');
    expect(stderr).toContain('GB18030');
    expect(stderr).toContain('--encoding');
  });
});

it('[FM84] align writes the times of words beside the result where asked, found again with it', async () => {
  place('talk.flac');
  writeFileSync(inFolder('talk.txt'), 'The market opens.');
  const { code, stderr } = await align('talk.flac', 'talk.txt', '--out', 'a.srt', '--word-times');
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const whole = await align('talk.flac', 'talk.txt', '--out', '-');
  const timesOf = (json: string): unknown[] =>
    parseTranscriptJson(json).sentences.flatMap(({ words }) =>
      words.map(({ text, beginMs, endMs }) => [text, beginMs, endMs]),
    );
  const expected = timesOf(whole.stdout);
  expect(expected).toHaveLength(3);
  expect(timesOf((await inside('convert', 'a.srt', '-', '--to', 'json')).stdout)).toEqual(expected);
  writeFileSync(inFolder('c.srt.words.json'), 'mine');
  const refused = await align('talk.flac', 'talk.txt', '--out', 'c.srt', '--word-times');
  expect(refused.code).toBe(6);
  expect(existsSync(inFolder('c.srt'))).toBe(false);
  expect(readFileSync(inFolder('c.srt.words.json'), 'utf8')).toBe('mine');
});

describe('align writes what the result’s name says', () => {
  const tagged =
    '\uFEFF1\r\n00:00:00,000 --> 00:00:01,000\r\n{\\an8}<i>The market</i> opens\r\nat seven\r\n\r\n' +
    '2\r\n00:00:01,000 --> 00:00:02,000\r\n<font color="#00ff00">in the morning, and this line is far longer than a line may be</font>\r\n';

  it('SubRip with the cues as they were, their tags included, and new times', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.srt'), tagged);
    const { code } = await align('talk.flac', 'talk.srt', '--out', 'timed.srt');
    expect(code).toBe(0);
    const given = parseSrt(tagged.replaceAll('\r\n', '\n'));
    const timed = parseSrt(readFileSync(inFolder('timed.srt'), 'utf8'));
    expect(timed.repairs).toEqual([]);
    expect(timed.cues.map(({ text }) => text)).toEqual(given.cues.map(({ text }) => text));
    expect(timed.cues.map(({ beginMs }) => beginMs)).not.toEqual(
      given.cues.map(({ beginMs }) => beginMs),
    );
  });

  it('and never makes words of tags', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.srt'), tagged);
    const { stdout } = await align('talk.flac', 'talk.srt', '--out', '-');
    const words = parseTranscriptJson(stdout).sentences.flatMap((sentence) => sentence.words);
    expect(words.slice(0, 6).map(({ text }) => text)).toEqual(
      'The market opens at seven in'.split(' '),
    );
    expect(words.map(({ text }) => text)).not.toContain('font');
  });

  it.each([
    ['timed.vtt', /^WEBVTT\n\n00:00/],
    ['timed.txt', /^The market opens/],
    ['timed.json', /^\{\n {2}"version": 1/],
  ])('%s', async (name, beginning) => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), 'The market opens at seven.');
    expect((await align('talk.flac', 'talk.txt', '--out', name)).code).toBe(0);
    expect(readFileSync(inFolder(name), 'utf8')).toMatch(beginning);
  });

  it('and refuses a format that contradicts it, before any work', async () => {
    place('talk.flac');
    writeFileSync(inFolder('talk.txt'), 'The market opens at seven.');
    const words = ['talk.flac', 'talk.txt', '--format', 'json', '--out', 'timed.srt'];
    const { code, stderr } = await align(...words);
    expect(code).toBe(2);
    expect(stderr).toContain('--format json contradicts the ending .srt');
  });
});

describe('align of a text that is not all spoken', () => {
  it('names what is not said, leaves it out, and draws no cue forward for a label', async () => {
    place('talk.flac');
    const cues = [
      'PART ONE, in which nothing is said',
      'ANNA: The market opens at seven in the morning.',
      'Another heading that nobody reads out',
      'Farmers bring <i>apples</i>, bread and fresh cheese.',
    ];
    const srt = cues.map(
      (cue, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${cue}\n`,
    );
    writeFileSync(inFolder('talk.srt'), srt.join('\n'));
    const { code, stderr } = await inside(
      'align',
      'talk.flac',
      'talk.srt',
      '--model',
      'tiny',
      '--out',
      'x.json',
    );
    expect(code).toBe(0);
    const { sentences } = parseTranscriptJson(readFileSync(inFolder('x.json'), 'utf8'));
    expect(sentences.map(({ text }) => text)).toEqual([cues[1], cues[3]]);
    expect(stderr).toContain('Not said in the recording');
    expect(stderr).toContain(`\n  ${cues[0]}\n  ${cues[2]}\n`);
    expect(stderr).not.toContain('guess');
    const [first] = sentences;
    expect(first?.words[0]).toMatchObject({ before: 'ANNA: ', text: 'The', timing: 'measured' });
    expect(first?.beginMs).toBe(first?.words[0]?.beginMs);
  });
});
