import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { encodeText } from '../../../electron/services/formats/encode-text';
import { describe, expect, it } from 'vitest';
import { useCliFolder } from '../../helpers/use-cli-folder';

const { inFolder, inside } = useCliFolder();

const bad =
  '1\n00:00:01,000 --> 00:00:01,400\nThe market opens at seven in the morning, and closes at noon.\n\n' +
  '2\n00:00:01,300 --> 00:00:04,000\nReally...  yes.\n\n' +
  '3\n00:00:04,050 --> 00:00:06,000\nCome and see.\n';
const good = '1\n00:00:01,000 --> 00:00:03,000\nThe market opens at seven.\n';
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(inFolder(name), content);
const text = (name: string): string => readFileSync(inFolder(name), 'utf8');

interface JsonReport {
  readonly profile: string;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

describe('check', () => {
  it('tells what breaks a rule with its value and limit, and ends with 7', async () => {
    put('bad.srt', bad);
    const asked = ['check', 'bad.srt', '--profile', 'netflix-en', '--format', 'json'];
    const { code, stdout } = await inside(...asked);
    expect(code).toBe(7);
    const { profile, problems } = JSON.parse(stdout) as JsonReport;
    expect(profile).toBe('netflix-en');
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'duration',
        severity: 'error',
        cue: 1,
        value: 400,
        limit: 833,
      }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'overlap', cue: 2, value: 100, limit: 0 }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'gap', cue: 2, value: 50, limit: 83 }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'line-length', cue: 1, value: 61, limit: 42 }),
    );
    const people = await inside('check', 'bad.srt');
    expect(people.stdout).toContain('bad.srt:1 00:00:01.000 error Duration: Shown for 0.4 s');
    expect(people.stdout).toContain('checked by Netflix, English');
  });

  it('ends with 0 where nothing is broken, warnings alone too, and with 3 where one cannot be read', async () => {
    put('good.srt', good);
    put('warned.srt', good.replace('opens at', 'opens  at'));
    expect((await inside('check', 'good.srt')).code).toBe(0);
    const warned = await inside('check', 'warned.srt');
    expect([warned.code, warned.stdout]).toEqual([0, expect.stringContaining('warning Blanks')]);
    put('none.srt', new Uint8Array([0xff, 0x00, 0x81, 0x02]));
    const unread = await inside('check', 'none.srt', 'good.srt');
    expect(unread.code).toBe(3);
    expect(unread.stdout).toContain('1 cue checked');
    expect((await inside('check', 'good.srt', '--profile', 'nobody')).code).toBe(2);
    expect((await inside('check')).code).toBe(2);
    mkdirSync(inFolder('empty'));
    expect((await inside('check', 'empty')).code).toBe(2);
  });

  it('mends what is safe to mend, in the format, encoding and line endings of the file', async () => {
    const windows = bad.replaceAll('\n', '\r\n');
    put('bad.srt', encodeText(windows, { label: 'utf-16le', hasMark: true }));
    const { code, stderr } = await inside(
      'check',
      'bad.srt',
      '--profile',
      'netflix-en',
      '--fix',
      'ok.srt',
    );
    expect(code).toBe(7);
    expect(stderr).toContain('Gap: 1 mended');
    const fixed = Buffer.from(readFileSync(inFolder('ok.srt'))).toString('utf16le');
    expect(fixed).toBe(
      `\ufeff${windows
        .replace('seven in', 'seven\r\nin')
        .replace('Really...  yes', 'Really… yes')
        .replace('04,000', '03,967')}`,
    );
    expect((await inside('check', 'bad.srt', '--fix', 'ok.srt')).code).toBe(6);
    expect((await inside('check', 'bad.srt', '--fix', 'bad.srt')).code).toBe(2);
    expect((await inside('check', 'bad.srt', '--out', 'bad.srt', '--force')).code).toBe(2);
    mkdirSync(inFolder('folder'));
    put('good.srt', good);
    await inside('check', 'bad.srt', 'good.srt', '--fix', 'folder');
    expect(text('folder/good.srt')).toBe(good);
  });

  it('writes reports for clients, build servers and tables', async () => {
    put('bad.srt', bad.replace('Come and see.', '=1+1'));
    for (const form of ['html', 'junit', 'csv']) {
      const asked = ['--format', form, '--out', `report.${form}`];
      expect((await inside('check', 'bad.srt', ...asked)).code).toBe(7);
    }
    expect(text('report.html')).toContain('<h1>Subtitle check: Netflix, English</h1>');
    expect(text('report.html')).not.toMatch(/<(?:script|link|img)|url\(/u);
    expect(text('report.junit')).toMatch(/<testsuite name="bad.srt" tests="\d+" failures="\d+">/u);
    expect(text('report.csv')).toContain(
      'bad.srt,1,00:00:01.000,00:00:01.400,error,duration,400,833',
    );
  });

  it('takes a profile of one’s own, and says where it is wrong', async () => {
    const own = {
      id: 'mine',
      name: ['Mine', '自用'],
      language: 'en',
      sources: [{ title: 'house rules', date: '2026-12-01' }],
      rules: { lines: { most: 1 } },
    };
    put('two.srt', good.replace('opens at', 'opens\nat'));
    put('mine.json', JSON.stringify(own));
    const { code, stdout } = await inside('check', 'two.srt', '--profile', 'mine.json');
    expect([code, stdout]).toEqual([7, expect.stringContaining('2 lines, at most 1')]);
    put('mine.json', JSON.stringify({ ...own, rules: { lines: { most: 'one' } } }));
    const wrong = await inside('check', 'two.srt', '--profile', 'mine.json');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('rules.lines.most')]);
    const listed = await inside('check', '--profiles');
    expect(listed.stdout).toMatch(/^netflix-zh-Hans\s+Netflix, Simplified Chinese$/mu);
  });
});
