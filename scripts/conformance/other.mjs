// Files of the corpus in formats that few others read: each is read with the cues that stand in it, which
// are written down here from its bytes and its format's standard, or is refused with a code.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';

const dummy = (number) => `Caption text #${number}`;
const last = [17_484, 17_484, dummy(5)];
const irt = 'WhiteOnBlack';

/** Cues as begin, end and text with its marks, by name of file; text alone is the code of a refusal. */
const expected = {
  // Every line of times begins a cue; what cannot be read is kept, and the end that lies too early is raised.
  'invalid_format.sbv': 'text/unreadable',
  'invalid_timeframe.sbv': [
    [378, 11_378, dummy(1)],
    [11_378, 12_305, `${dummy(2)}\n\n0:00:13.f89,0:00:15.489\n${dummy(3)}`],
    [15_489, 16_234, dummy(4)],
    last,
  ],
  'missing_caption_text.sbv': [
    [378, 11_378, dummy(1)],
    [11_378, 12_305, ''],
    [13_489, 15_489, dummy(3)],
    [15_489, 16_234, dummy(4)],
    last,
  ],
  'missing_timeframe.sbv': [
    [378, 11_378, `${dummy(1)}\n\n${dummy(2)}`],
    [13_489, 15_489, dummy(3)],
    [15_489, 16_234, dummy(4)],
    last,
  ],
  // Times below zero end as 0, which is told.
  'tmplayer-2.txt': [
    [0, 0, 'I always wanted to leave my country\nand go somewhere else.'],
    [0, 1000, 'I always wanted to come to France.'],
    [1000, 5000, 'So, one day when I was 17, I left.'],
    [5000, 10_000, 'There I was in Paris.'],
    [10_000, 14_000, 'Since I was a bit naive,'],
    [14_000, 19_000, 'everyone seemed beautiful\nand fabulous.'],
    [19_000, 23_000, "I couldn't tell cruelty from kindness."],
    [23_000, 28_000, 'For me, people were\nthe way they were.'],
    [28_000, 33_000, 'You just worked with them\nor talked with them.'],
    [33_000, undefined, 'Obviously, it was a big shock.'],
  ],
  // SAMI is none of the formats that are read.
  'sample.smi': 'text/unreadable',
  // A second piece painted on the same row takes the place of the first (CEA-608).
  'paint-on.scc': [
    [173_774, 176_176, 'Lorem ipsum dolor sit amet,\nconsectetur adipiscing elit.'],
    [176_176, 177_010, 'Pellentesque interdum lacinia sollicitudin.\nconsectetur adipiscing elit.'],
    [
      177_010,
      undefined,
      'Pellentesque interdum lacinia sollicitudin.\nInteger luctus et ligula ac sagittis.',
    ],
  ],
  'br_same_colors.stl': [
    [40, 3000, '<font color="#ffff00">Yellow On Magenta\nYellow On Magenta</font>'],
  ],
  'requirement-0076-001.stl': [[0, 1000, `${irt} <font color="#000000">BlackOnBlack</font>`]],
  'requirement-0076-003.stl': [[0, 1000, `${irt} <font color="#ff0000">RedOnBlack</font>`]],
  'requirement-0076-005.stl': [[0, 1000, `${irt} <font color="#ffff00">YellowOnBlack</font>`]],
  'requirement-0076-006.stl': [[0, 1000, `${irt} <font color="#0000ff">BlueOnBlack</font>`]],
  'requirement-0077-001.stl': [[0, 2000, '{\\an8}^ ! " §  % & / ( ) = ?   * \'\n< > ° ; : -']],
  'requirement-0087-001.stl': [[0, 2000, '{\\an8}Test Text   Test Text  Test Text']],
  // The programme starts at 10:00:00:00; what lies before it ends as 0, which is told.
  'test_tcp_processing.stl': [
    [0, 0, 'Metadata not for display.'],
    [0, 1960, 'Start of the program.'],
  ],
  'vp18_3_lines.stl': [[40, 3000, '<font color="#ffff00">This</font>\nis\nrow 18']],
  'vp20_2_newlines.stl': [
    [40, 3000, '<font color="#ffff00">This is row 20\nThis is row 22</font>'],
  ],
};

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const root = join(corpus, 'subtitles', 'other');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:sbv|scc|stl|smi|txt)$/u.test(name))
    .sort();
  const failures = [];
  await withModule(
    '/electron/services/formats/read-subtitle-file.ts',
    async ({ readSubtitleFile }) => {
      for (const name of names) {
        const reason = judge(join(root, name), readSubtitleFile);
        if (reason !== undefined) failures.push({ name, reason });
      }
    },
  );
  return { total: names.length, failures };
}

function judge(path, readSubtitleFile) {
  const cues = expected[basename(path)];
  if (cues === undefined) return 'nobody wrote down its cues';
  let found;
  try {
    const { sentences } = readSubtitleFile(readFileSync(path), basename(path)).document;
    // An end that the file does not give is estimated.
    found = sentences.map(({ beginMs, endMs, text }, index) => {
      const isOpen = cues[index]?.[1] === undefined && endMs > beginMs;
      return [beginMs, isOpen ? undefined : endMs, text];
    });
  } catch (error) {
    found = error.code ?? String(error);
  }
  const [ours, theirs] = [found, cues].map((value) => JSON.stringify(value));
  return ours === theirs ? undefined : `${ours} for ${theirs}`;
}
