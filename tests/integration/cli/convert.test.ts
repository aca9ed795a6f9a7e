import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { parseTranscriptJson } from '@core/formats/json';
import { transcriptFormats } from '@core/formats/registry';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/services/formats/decode-text';
import { encodeText } from '../../../electron/services/formats/encode-text';
import type { ZimuRun } from '../../helpers/run-zimu';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, inside, zimuWith } = useCliFolder();

const srt =
  '1\n00:00:01,000 --> 00:00:02,000\nThe market opens\nat seven.\n\n' +
  '2\n00:00:01,500 --> 00:00:03,000\n<i>Really?</i>\n';
const chinese = '1\n00:00:01,000 --> 00:00:02,500\n市集早上七成半。\n';
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(inFolder(name), content);
const text = (name: string): string => readFileSync(inFolder(name), 'utf8');

describe('convert [FM85]', () => {
  it('takes the formats from the endings, and says what was mended and what is lost', async () => {
    put('talk.srt', srt.replace('2\n00', '00'));
    const { code, stdout, stderr } = await inside('convert', 'talk.srt', 'talk.vtt');
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(text('talk.vtt')).toMatch(
      /^WEBVTT\n\n00:00:01\.000 --> 00:00:02\.000\nThe market opens\n/,
    );
    expect(stderr).toContain('line 6: A missing number was added.');
    expect(stderr).toContain('talk.vtt');
    await inside('convert', 'talk.vtt', 'lost.txt');
    const lost = await inside('convert', 'talk.srt', 'more.txt');
    expect(lost.stderr).toMatch(/Not in this format: .*times/);
  });

  it('writes nothing in the place of what it reads, and no report in that of a result', async () => {
    put('talk.srt', srt);
    await inside('convert', 'talk.srt', 'word.srt', '--word-times');
    const sources = ['talk.srt', 'word.srt', 'word.srt.words.json'].map(text);
    for (const asked of [
      ['talk.srt', 'talk.srt'],
      ['talk.srt', 'talk.vtt', '--report', 'talk.srt'],
      ['talk.srt', 'talk.vtt', '--report', 'talk.vtt'],
      ['talk.srt', 'talk.vtt', '--word-times', '--report', 'talk.vtt.words.json'],
      ['word.srt.words.json', 'word.srt', '--word-times'],
    ]) {
      const { code, stderr } = await inside('convert', ...asked, '--force');
      expect([asked, code]).toEqual([asked, 2]);
      expect(stderr).toContain('take the place');
    }
    expect(['talk.srt', 'word.srt', 'word.srt.words.json'].map(text)).toEqual(sources);
    expect(existsSync(inFolder('talk.vtt'))).toBe(false);
  });

  it('is the identity of bytes within a format, and keeps encoding, mark and line ending', async () => {
    const odd = srt.replaceAll('\n', '\r\n').replace('at seven.', ' at seven. ');
    put('marked.srt', encodeText(odd, { label: 'utf-16le', hasMark: true }));
    put(
      'old.srt',
      encodeText(chinese.replaceAll('\n', '\r\n'), { label: 'gb18030', hasMark: false }),
    );
    for (const name of ['marked', 'old']) {
      expect((await inside('convert', `${name}.srt`, `${name}.new.srt`)).code).toBe(0);
      expect(readFileSync(inFolder(`${name}.new.srt`))).toEqual(
        readFileSync(inFolder(`${name}.srt`)),
      );
    }
    await inside('convert', 'old.srt', 'old.vtt');
    expect(text('old.vtt')).toContain('\n市集早上七成半。\n');
    await inside(
      'convert',
      'old.srt',
      'big.srt',
      '--encoding',
      'Big5',
      '--line-ending',
      'lf',
      '--from-encoding',
      'gbk',
    );
    expect(decodeText(readFileSync(inFolder('big.srt')), 'big5').text).not.toContain('\r');
    await inside('convert', 'old.srt', 'utf.srt', '--encoding', 'utf-8', '--bom');
    expect(text('utf.srt')).toBe(`\ufeff${chinese.replaceAll('\n', '\r\n')}`);
  });

  it('refuses an encoding that lacks characters, and writes nothing', async () => {
    put('talk.srt', chinese);
    const { code, stderr } = await inside(
      'convert',
      'talk.srt',
      'west.srt',
      '--encoding',
      'windows-1252',
    );
    expect(code).toBe(3);
    expect(stderr).toContain('[text/encoding-lacks]');
    expect(stderr).toContain('市');
    expect(readdirSync(inFolder('.'))).toEqual(['talk.srt']);
  });

  it('applies rules of writing', async () => {
    put('talk.srt', srt);
    const rules = [
      '--offset',
      '-0.5',
      '--stretch',
      '25:23.976',
      '--fps',
      '23.976',
      '--overlaps',
      'cut',
    ];
    const { code } = await inside(
      'convert',
      'talk.srt',
      'out.srt',
      ...rules,
      '--first-number',
      '10',
    );
    expect(code).toBe(0);
    expect(text('out.srt')).toBe(
      '10\n00:00:00,542 --> 00:00:01,084\nThe market opens\nat seven.\n\n' +
        '11\n00:00:01,084 --> 00:00:02,628\n<i>Really?</i>\n',
    );
    await inside(
      'convert',
      'talk.srt',
      'n.vtt',
      '--programme-start',
      '01:00:00:00',
      '--profile',
      'netflix',
    );
    expect(text('n.vtt')).toContain('01:00:01.000 -->');
    await inside('convert', 'talk.srt', 'out.json', '--offset', '+10');
    expect(parseTranscriptJson(text('out.json')).sentences[0]?.beginMs).toBe(11_000);
  });

  it('reads the channel of captions that is asked for', async () => {
    const codes = (first: string, said: string): string =>
      `${first}20 ${first}20 ${first}ae ${first}ae ${first}40 ${first}40 ${said} ${first}2f ${first}2f`;
    put(
      'talk.scc',
      `Scenarist_SCC V1.0\n\n00:00:01:00\t${codes('94', 'c8e9')}\n\n00:00:02:00\t${codes('1c', 'c8ef')}\n`,
    );
    await inside('convert', 'talk.scc', 'second.srt', '--caption-channel', '2');
    expect(text('second.srt')).toContain('\nHo\n');
    const { code } = await inside('convert', 'talk.scc', 'third.srt', '--caption-channel', '3');
    expect(code).toBe(2);
  });

  it('reads frames by the rate that is asked for', async () => {
    put('talk.sub', '{25}{50}Hello\n');
    await inside('convert', 'talk.sub', 'talk.srt', '--fps', '25');
    expect(text('talk.srt')).toContain('00:00:01,000 --> 00:00:02,000\n');
  });

  it.each([
    ['existing OUT', ['talk.srt', 'there.vtt'], 6, 'output/exists'],
    ['missing IN', ['none.srt', 'new.vtt'], 3, 'media/not-found'],
    ['broken IN', ['noise.srt', 'new.vtt'], 3, 'text/'],
    ['unknown ending', ['talk.srt', 'new.xyz'], 2, '--to'],
    ['one file alone', ['talk.srt'], 2, '--to FORMAT'],
    ['itself', ['talk.srt', 'talk.srt', '--force'], 2, 'usage/invalid'],
    ['unknown format', ['talk.srt', 'new.vtt', '--to', 'nope'], 2, 'srt'],
    ['unknown encoding', ['talk.srt', 'new.vtt', '--encoding', 'ebcdic'], 2, 'Windows-1252'],
    ['mark without Unicode', ['talk.srt', 'new.vtt', '--encoding', 'big5', '--bom'], 2, 'Big5'],
    ['wrong offset', ['talk.srt', 'new.vtt', '--offset', 'soon'], 2, '-1.5'],
    [
      'a frame that there is not',
      ['talk.srt', 'new.edl', '--programme-start', '1:00:00:29'],
      2,
      '24',
    ],
    ['wrong rate', ['talk.srt', 'new.vtt', '--fps', '26'], 2, '23.976'],
    ['several to a file', ['talk.srt', 'there.vtt', 'new.vtt'], 2, 'folder'],
    ['empty folder', ['empty', '--to', 'vtt'], 2, 'empty'],
    ['two on stdout', ['talk.srt', '-', '--to', 'vtt', '--report', '-'], 2, 'standard output'],
  ])('%s', async (_what, words, exit, said) => {
    put('talk.srt', srt);
    put('there.vtt', 'WEBVTT\n');
    put(
      'noise.srt',
      Uint8Array.from({ length: 300 }, (_one, index) => (index * 89) % 256),
    );
    mkdirSync(inFolder('empty'));
    const { code, stderr } = await inside('convert', ...words);
    expect(stderr).toContain(said);
    expect(code).toBe(exit);
    expect(text('there.vtt')).toBe('WEBVTT\n');
    expect(readdirSync(inFolder('.')).toSorted()).toEqual([
      'empty',
      'noise.srt',
      'talk.srt',
      'there.vtt',
    ]);
  });

  it('takes folders, patterns and several files, and goes on after one that fails', async () => {
    mkdirSync(inFolder('in'));
    put('in/a.srt', srt);
    put('in/b.srt', chinese);
    put('in/notes.md', 'no');
    expect((await inside('convert', 'in', 'out/', '--to', 'vtt')).code).toBe(0);
    expect(readdirSync(inFolder('out'))).toEqual(['a.vtt', 'b.vtt']);
    expect((await inside('convert', 'in/?.s*', '--to', 'txt')).code).toBe(0);
    expect(readdirSync(inFolder('in'))).toEqual(['a.srt', 'a.txt', 'b.srt', 'b.txt', 'notes.md']);
    const mixed = await inside(
      'convert',
      'in/a.srt',
      'in/none.srt',
      'in/b.srt',
      'third',
      '--to',
      'vtt',
    );
    expect(mixed.code).toBe(3);
    expect(readdirSync(inFolder('third'))).toEqual(['a.vtt', 'b.vtt']);
  });

  it('reports as JSON', async () => {
    put('talk.srt', srt.replace('2\n00', '00'));
    const { stdout } = await inside(
      'convert',
      'talk.srt',
      'none.srt',
      '--to',
      'txt',
      '--report',
      '-',
      '--out',
      'o/',
    );
    const report = JSON.parse(stdout) as { readonly files: readonly Record<string, unknown>[] };
    expect(report.files).toMatchObject([
      {
        ...{ from: 'srt', to: 'txt', cues: 2 },
        encoding: { read: { label: 'utf-8' }, written: { label: 'utf-8', byteOrderMark: false } },
        repairs: [{ code: 'number-added', line: 6 }],
        losses: [{ code: 'markup', count: 1 }, { code: 'times' }],
      },
      { result: null, error: { code: 'media/not-found' } },
    ]);
    await inside('convert', 'talk.srt', 'b.vtt', '--report', 'report.json');
    expect(JSON.parse(text('report.json'))).toMatchObject({ version: 1 });
  });

  it('writes word times beside only when asked, and finds them again [FM84]', async () => {
    const word = (said: string, beginMs: number, endMs: number, after = ' '): object => ({
      before: '',
      text: said,
      after,
      beginMs,
      endMs,
      timing: 'measured',
    });
    const sentence = {
      ...{ id: 'a', beginMs: 0, endMs: 2000, text: 'Hello there', channel: 0 },
      words: [word('Hello', 100, 400), word('there', 1200, 1900, '')],
    };
    const media = { path: '', durationMs: 2000 };
    put(
      'talk.json',
      JSON.stringify({ version: 1, media, language: 'en', engine: '', sentences: [sentence] }),
    );
    await inside('convert', 'talk.json', 'plain.srt');
    expect(existsSync(inFolder('plain.srt.words.json'))).toBe(false);
    await inside('convert', 'talk.json', 'talk.srt', '--word-times', '--offset', '1');
    await inside('convert', 'talk.srt', 'again.json');
    expect(parseTranscriptJson(text('again.json')).sentences[0]?.words).toEqual([
      word('Hello', 1100, 1400),
      word('there', 2200, 2900, ''),
    ]);
  });
});

describe('convert --in-place [FM85]', () => {
  const gb = (content: string): Uint8Array =>
    encodeText(content.replaceAll('\n', '\r\n'), { label: 'gb18030', hasMark: false });

  it('writes a file back in its own format, encoding and line ending', async () => {
    put('old.srt', gb(chinese.replace('1\n', '')));
    chmodSync(inFolder('old.srt'), 0o640);
    const { code, stdout, stderr } = await inside('convert', 'old.srt', '--in-place');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('A missing number was added.');
    expect(readFileSync(inFolder('old.srt'))).toEqual(Buffer.from(gb(chinese)));
    expect(statSync(inFolder('old.srt')).mode & 0o777).toBe(0o640);
    const moved = ['--offset', '1', '--encoding', 'utf-8', '--line-ending', 'lf', '--report', '-'];
    const changed = await inside('convert', 'old.srt', '--in-place', ...moved);
    expect(changed.code).toBe(0);
    expect(text('old.srt')).toBe(chinese.replace('01,000', '02,000').replace('02,500', '03,500'));
    const { files } = JSON.parse(changed.stdout) as { readonly files: readonly object[] };
    expect(files).toMatchObject([
      { from: 'srt', to: 'srt', encoding: { read: { label: 'gb18030' }, written: {} } },
    ]);
    expect(readdirSync(inFolder('.'))).toEqual(['old.srt']);
  });

  it('takes several files, each in its format, and goes on after one that fails', async () => {
    put('a.srt', srt.replace('2\n00', '00'));
    put('b.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n');
    const { code, stderr } = await inside('convert', 'a.srt', 'none.srt', 'b.vtt', '--in-place');
    expect([code, stderr]).toEqual([3, expect.stringContaining('[media/not-found]')]);
    expect(text('a.srt')).toBe(srt);
    expect(text('b.vtt')).toContain('WEBVTT');
    // The report is no file that is read.
    const report = ['--report', 'b.vtt', '--force'];
    expect((await inside('convert', 'a.srt', 'b.vtt', '--in-place', ...report)).code).toBe(2);
    expect(text('b.vtt')).toContain('WEBVTT');
  });

  it.each([
    ['standard input', ['-']],
    ['another format', ['talk.srt', '--to', 'vtt']],
    ['another place', ['talk.srt', '--out', 'new.srt']],
    ['a name', ['talk.srt', '--name-pattern', '{name}']],
    ['what is only read', ['heard.json']],
    ['a wrong option', ['talk.srt', '--fps', '26']],
  ])('is refused with %s, and nothing is changed', async (_what, words) => {
    const heard = JSON.stringify({
      text: 'Hello',
      segments: [{ start: 0, end: 1, text: 'Hello' }],
    });
    put('heard.json', heard);
    put('talk.srt', srt.replace('2\n00', '00'));
    const { code, stderr } = await inside('convert', ...words, '--in-place');
    expect([code, stderr]).toEqual([2, expect.stringContaining('[usage/invalid]')]);
    expect([text('heard.json'), text('talk.srt')]).toEqual([heard, srt.replace('2\n00', '00')]);
    expect(readdirSync(inFolder('.')).toSorted()).toEqual(['heard.json', 'talk.srt']);
  });

  it('leaves a file alone that its encoding cannot hold', async () => {
    put('talk.srt', chinese);
    const words = ['talk.srt', '--in-place', '--encoding', 'windows-1252'];
    expect((await inside('convert', ...words)).code).toBe(3);
    expect(text('talk.srt')).toBe(chinese);
  });
});

it('[FM88] convert names results by a pattern', async () => {
  put('one.srt', srt);
  put('two.srt', srt);
  const convert = (pattern: string): Promise<ZimuRun> =>
    inside('convert', 'one.srt', 'two.srt', '--to', 'vtt', '--name-pattern', pattern);
  expect((await convert('{name}_{format}.{language}')).code).toBe(0);
  expect((await convert('all')).code).toBe(0);
  const results = ['one_vtt.vtt', 'two_vtt.vtt', 'all.srt.vtt', 'all.srt.2.vtt'];
  expect(results.filter((name) => !existsSync(inFolder(name)))).toEqual([]);
  for (const wrong of ['{nome}', '../{name}']) {
    const refused = await convert(wrong);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('{date}')]);
  }
});

it('convert reads standard input and writes standard output', async () => {
  const { code, stdout } = await zimuWith(['convert', '-', '-', '--to', 'vtt'], { input: srt });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^WEBVTT\n/);
});

describe('formats', () => {
  it('has one line for each, and the same as JSON', async () => {
    const { code, stdout } = await inside('formats');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/\s/)[0])).toEqual(transcriptFormats.map(({ id }) => id));
    expect(lines[0]).toMatch(/^srt +\.srt +read\/write +SRT/);
    const asJson = await inside('formats', '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject([
      { id: 'srt', extensions: ['.srt'], reads: true, writes: true },
      ...lines.slice(1).map(() => ({})),
    ]);
  });
});
