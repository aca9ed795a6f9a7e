// Well-formed SubRip, WebVTT and ASS files, made by a seeded generator and read by this program and by
// ffmpeg: as many cues, the same times and the same text.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratch } from '../lib-corpus.mjs';
import { withModule } from '../lib-typescript.mjs';
import { listPlainCues } from './lib-plain-cues.mjs';
import { readByFfmpeg, tellDifference } from './lib-ffmpeg-cues.mjs';

const filesOfEach = Number(process.env.ZIMU_DIFFERENTIAL ?? 60);
const seed = Number(process.env.ZIMU_SEED ?? 20_261_130);

/**
 * What the generator leaves out, because ffmpeg (5.1) reads it otherwise than the format has it, and our
 * own tests show it instead.
 */
const leftOut = [
  'SubRip: a lone `<` or `>` and braces in the text, which ffmpeg takes for tags',
  'ASS: notes in braces, drawings, `\\h` and `\\n`, which ffmpeg shows as text or as line breaks',
  'all: cues without text, which ffmpeg drops from SubRip',
  'all: blanks at the ends of lines, which ffmpeg drops from SubRip',
];

/** @returns as conformance suites do */
export async function runSuite() {
  const folder = join(makeScratch(), 'differential');
  mkdirSync(folder, { recursive: true });
  const failures = [];
  let total = 0;
  await withModule('/electron/services/formats/read-subtitle-file.ts', async (reader) => {
    for (const [extension, format] of Object.entries(formats)) {
      for (let index = 0; index < filesOfEach; index++) {
        const name = `${index}.${extension}`;
        const path = join(folder, name);
        const text = format(makeRandom(seed + index));
        writeFileSync(path, text);
        total++;
        const reason = await judge(path, text, reader);
        if (reason !== undefined) failures.push({ name, reason });
      }
    }
  });
  return {
    total,
    failures,
    notes: [`seed ${seed}`, ...leftOut.map((what) => `left out: ${what}`)],
  };
}

async function judge(path, text, { readSubtitleFile }) {
  try {
    const { format, document, repairs } = readSubtitleFile(Buffer.from(text), path);
    // Cues of SubRip and WebVTT that are not in order of time are told, and are well-formed all the same.
    const mended = repairs.filter(({ code }) => code !== 'cue-sorted');
    if (mended.length > 0) return `needed a repair: ${JSON.stringify(mended[0])}`;
    if (repairs.length === 0 && format.write(document).content !== text) {
      return 'is not written back as it stood';
    }
    return tellDifference(listPlainCues(document), await readByFfmpeg(path));
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** The same numbers for the same seed (mulberry32). */
function makeRandom(start) {
  let state = start;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}

const words = [
  ...['one', 'Two,', 'three…', "don't", '4:30', '50%', 'C&A', '—', 'naïve', 'Über', '¿Qué?'],
  ...[
    '你好',
    '世界。',
    'こんにちは',
    '안녕',
    'привет',
    'שלום',
    '😀',
    'a/b',
    '#5',
    '"so"',
    '(aside)',
  ],
  ...['1984', '-', '...', 'e.g.', '♪'],
];

function makeLine({ below, pick }) {
  return Array.from({ length: 1 + below(6) }, () => pick(words)).join(' ');
}

/** Lines with a mark around some, which neither reader counts as text. */
function makeText(random, pairs) {
  const line = () => {
    const text = makeLine(random);
    if (!random.chance(0.4)) return text;
    const [open, close] = random.pick(pairs);
    return random.chance(0.5)
      ? `${open}${text}${close}`
      : `${makeLine(random)} ${open}${text}${close}`;
  };
  return Array.from({ length: 1 + random.below(3) }, line);
}

/** Begins and ends in the unit of the format; some overlap, and some begin together. */
function makeTimes({ below, chance }, unitMs) {
  let at = below(5000);
  return Array.from({ length: 1 + below(40) }, () => {
    if (!chance(0.1)) at += below(400_000);
    const begin = Math.floor(at / unitMs);
    return [begin, begin + 1 + below(Math.floor(8000 / unitMs))];
  });
}

const pad = (value, digits) => String(Math.floor(value)).padStart(digits, '0');
function formatMs(ms, mark) {
  const clock = `${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${pad((ms / 1000) % 60, 2)}`;
  return `${clock}${mark}${pad(ms % 1000, 3)}`;
}
function formatHundredths(hundredths) {
  const clock = `${Math.floor(hundredths / 360_000)}:${pad((hundredths / 6000) % 60, 2)}`;
  return `${clock}:${pad((hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}

const tagPairs = [
  ['<i>', '</i>'],
  ['<b>', '</b>'],
  ['<u>', '</u>'],
];

function makeSrt(random) {
  const pairs = [...tagPairs, ['<font color="#ff0000">', '</font>'], ['{\\an8}', '']];
  return makeTimes(random, 1)
    .map(
      ([begin, end], index) =>
        `${index + 1}\n${formatMs(begin, ',')} --> ${formatMs(end, ',')}\n` +
        `${makeText(random, pairs).join('\n')}\n`,
    )
    .join('\n');
}

function makeVtt(random) {
  const pairs = [
    ...tagPairs,
    ['<c.yellow>', '</c>'],
    ['<v Ann>', '</v>'],
    ['<lang en>', '</lang>'],
  ];
  const cues = makeTimes(random, 1).map(([begin, end], index) => {
    const note = random.chance(0.1) ? 'NOTE seen by nobody\n\n' : '';
    const name = random.chance(0.3) ? `cue ${index}\n` : '';
    const settings = random.chance(0.2) ? ' line:10% align:start' : '';
    const text = makeText(random, pairs).join('\n').replaceAll('&', '&amp;');
    return `${note}${name}${formatMs(begin, '.')} --> ${formatMs(end, '.')}${settings}\n${text}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function makeAss(random) {
  const pairs = [
    ['{\\i1}', '{\\i0}'],
    ['{\\b1\\c&H0000FF&}', '{\\r}'],
    ['{\\pos(10,20)}', ''],
    ['{\\k20}', '{\\k30}'],
    ['{\\t(0,500,\\fscx120)}', ''],
  ];
  const lines = makeTimes(random, 10).map(([begin, end]) => {
    const kind = random.chance(0.1) ? 'Comment' : 'Dialogue';
    const fields = [
      ...[random.below(3), formatHundredths(begin), formatHundredths(end)],
      ...[
        random.pick(['Default', 'Sign']),
        random.pick(['', 'Ann', '安']),
        0,
        0,
        random.below(2) * 20,
      ],
      random.pick(['', '', 'Banner;10']),
    ];
    return `${kind}: ${fields.join(',')},${makeText(random, pairs).join('\\N')}\n`;
  });
  // Files of scripts are in any order.
  if (random.chance(0.5)) lines.reverse();
  return (
    '[Script Info]\n; made by a generator\nScriptType: v4.00+\nPlayResX: 640\n\n' +
    '[Aegisub Project Garbage]\nScroll Position: 3\n\n[V4+ Styles]\n' +
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n' +
    'Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1\n' +
    'Style: Sign,Arial,24,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,-1,0,0,0,100,100,0,0,1,2,2,8,10,10,10,1\n\n' +
    `[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n${lines.join('')}`
  );
}

const formats = { srt: makeSrt, vtt: makeVtt, ass: makeAss };
