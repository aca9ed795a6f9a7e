// Scripts of SubStation Alpha and MicroDVD files of the corpus: each is read with the cues that ffmpeg
// reads, and where nothing had to be mended it is written back as it stood.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';
import { listPlainCues } from './lib-plain-cues.mjs';
import { readByFfmpeg, tellDifference } from './lib-ffmpeg-cues.mjs';

/** Files that ffmpeg cannot read rightly, each with the reason, and the cues that stand in them. */
const explained = new Map([
  [
    'ass/gaupol/ass.ass',
    {
      reason: 'ffmpeg drops the sign of times below zero, which end as 0 here, told as repairs',
      cues: [
        [0, 0, 'I always wanted to leave my country\nand go somewhere else.'],
        [0, 950, 'I always wanted to come to France.'],
        [950, 3360, 'So, one day when I was 17, I left.'],
        [4640, 6630, 'There I was in Paris.'],
        [9610, 13_740, 'Since I was a bit naive,'],
        [14_450, 18_540, 'everyone seemed beautiful\nand fabulous.'],
        [18_980, 23_180, "I couldn't tell cruelty from kindness."],
        [23_390, 27_650, 'For me, people were\nthe way they were.'],
        [28_060, 31_620, 'You just worked with them\nor talked with them.'],
        [32_560, 35_900, 'Obviously, it was a big shock.'],
      ],
    },
  ],
  [
    'ass/subsrt/sample.ssa',
    {
      reason: 'ffmpeg refuses a script whose lines are all indented by a blank',
      cues: [[1180, 6850, 'Like an angel with pity on nobody']],
    },
  ],
]);

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const root = join(corpus, 'subtitles');
  const names = ['ass', 'other'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ass|ssa|sub)$/u.test(name))
      .map((name) => join(folder, name))
      .sort(),
  );
  const failures = [];
  const notes = [];
  await withModule('/electron/services/formats/read-subtitle-file.ts', async (reader) => {
    for (const name of names) {
      const given = explained.get(name);
      const reason = await judge(join(root, name), given?.cues, reader);
      if (reason !== undefined) failures.push({ name, reason });
      if (given !== undefined) notes.push(`by hand: ${name}: ${given.reason}`);
    }
  });
  return { total: names.length, failures, notes };
}

async function judge(path, cues, { readSubtitleFile }) {
  try {
    const bytes = readFileSync(path);
    const { format, document, repairs } = readSubtitleFile(bytes, path);
    const text = bytes
      .toString('utf8')
      .replace(/^\ufeff/u, '')
      .replaceAll('\r\n', '\n');
    if (repairs.length === 0 && format.write(document).content !== text) {
      return 'is not written back as it stood';
    }
    const expected =
      cues?.map(([beginMs, endMs, said]) => ({ beginMs, endMs, text: said })) ??
      (await readByFfmpeg(path));
    return tellDifference(listPlainCues(document), expected);
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
