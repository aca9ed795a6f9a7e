// SubRip: the files of the corpus have the cues that ffmpeg reads in them, and come back as they stood
// where nothing was mended; and the quirks of files found in the world, each with what is right.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';
import { listPlainCues } from './lib-plain-cues.mjs';
import { readByFfmpeg, tellDifference } from './lib-ffmpeg-cues.mjs';

/** Files in which ffmpeg reads something else, each with the reason. */
const explained = new Map([
  [
    'gaupol/subrip-extended.srt',
    'ffmpeg drops the sign of times below zero, which end as 0 here, told as repairs',
  ],
  [
    'gaupol/subrip.srt',
    'ffmpeg drops the sign of times below zero, which end as 0 here, told as repairs',
  ],
  [
    'pysrt/capability_tester.srt',
    'ffmpeg drops tags that no player knows; here they are text and stay',
  ],
  ['pysrt/empty.srt', 'ffmpeg drops cues without text, which are kept and told here'],
  [
    'pysrt/invalid.srt',
    'ffmpeg refuses the file; here its cues are read and what is wrong is told',
  ],
]);

const first = '1\n00:00:01,000 --> 00:00:02,000\none\n';
const second = '2\n00:00:03,000 --> 00:00:04,000\ntwo\n';
const good = `${first}\n${second}`;
const one = [1000, 2000, 'one'];
const two = [3000, 4000, 'two'];

/** A file, and the cues that are right in it. */
const quirks = [
  ['line ends of Windows', good.replaceAll('\n', '\r\n'), [one, two]],
  ['a byte order mark', `\ufeff${good}`, [one, two]],
  ['line ends of old Macs', good.replaceAll('\n', '\r'), [one, two]],
  ['no numbers', good.replace(/^\d\n/gmu, ''), [one, two]],
  ['points for commas', good.replaceAll(',', '.'), [one, two]],
  ['a fraction of one digit', good.replace('01,000', '01,5'), [[1500, 2000, 'one'], two]],
  ['no fraction', good.replaceAll(',000', ''), [one, two]],
  ['no blank line between', `${first}${second}`, [one, two]],
  [
    'a blank line in the text',
    good.replace('one', 'one\n\nmore'),
    [[1000, 2000, 'one\n\nmore'], two],
  ],
  ['no text', good.replace('one\n', ''), [[1000, 2000, ''], two]],
  ['a time below zero', good.replace('00:00:01,000', '-00:00:01,000'), [[0, 2000, 'one'], two]],
  [
    'cues that overlap, and not in order',
    `1\n00:00:03,000 --> 00:00:06,000\ntwo\n\n2\n00:00:01,000 --> 00:00:04,000\none\n`,
    [
      [1000, 4000, 'one'],
      [3000, 6000, 'two'],
    ],
  ],
  ['an end before its begin', good.replace('02,000', '00,500'), [[1000, 1000, 'one'], two]],
  ['coordinates', good.replace('02,000', '02,000 X1:40 X2:600 Y1:20 Y2:50'), [one, two]],
  [
    'tags, and signs that are none',
    good.replace('one', '<i>a < b && c > d</i>'),
    [[1000, 2000, 'a < b && c > d'], two],
  ],
  [
    'an arrow in the text, double blanks',
    good.replace('one', 'a-->b').replace('two', 'two  words'),
    [
      [1000, 2000, 'a-->b'],
      [3000, 4000, 'two  words'],
    ],
  ],
  [
    'hours above 99',
    good.replace('00:00:03', '100:00:03').replace('00:00:04', '100:00:04'),
    [one, [360_003_000, 360_004_000, 'two']],
  ],
  ['a lone number at the end', `${good}\n3\n`, [one, two]],
  ['blank lines at the beginning', `\n\n${good}`, [one, two]],
  [
    'digits of full width',
    good.replace('00:00:01,000 -->', '００：００：０１，０００ －－＞'),
    [one, two],
  ],
];

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const root = join(corpus, 'subtitles', 'srt');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.srt'))
    .sort();
  const failures = [];
  const notes = [];
  const scratch = mkdtempSync(join(tmpdir(), 'zimu-srt-'));
  let decodeBytes;
  await withModule('/electron/services/formats/decode-bytes.ts', (decoder) => {
    ({ decodeBytes } = decoder);
  });
  await withModule('/electron/services/formats/read-subtitle-file.ts', async (reader) => {
    for (const [name, text, cues] of quirks) {
      const { document } = reader.readSubtitleFile(Buffer.from(text), 'a.srt');
      const expected = cues.map(([beginMs, endMs, said]) => ({ beginMs, endMs, text: said }));
      const reason = tellDifference(listPlainCues(document), expected);
      if (reason !== undefined) failures.push({ name: `quirk: ${name}`, reason });
    }
    for (const name of files) {
      const reason = await judge(join(root, name), join(scratch, 'a.srt'), {
        ...reader,
        decodeBytes,
      });
      if (reason === undefined) continue;
      if (explained.has(name)) notes.push(`explained: ${name}: ${explained.get(name)}`);
      else failures.push({ name, reason });
    }
  });
  rmSync(scratch, { recursive: true });
  return {
    total: quirks.length + files.length,
    failures,
    notes: [`${quirks.length} quirks`, ...notes],
  };
}

async function judge(path, copy, { readSubtitleFile, decodeBytes }) {
  try {
    const bytes = readFileSync(path);
    const { format, document, repairs, encoding } = readSubtitleFile(bytes, path);
    const text = decodeBytes(bytes, encoding.label).replaceAll(/\r\n?/gu, '\n');
    if (repairs.length === 0 && format.write(document).content !== text) {
      return 'is not written back as it stood';
    }
    // ffmpeg reads UTF-8 alone.
    writeFileSync(copy, text);
    return tellDifference(listPlainCues(document), await readByFfmpeg(copy));
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
