// Ten thousand well-formed cues read and written, ours beside npm libraries in the same process. Each
// is asked for what it makes of the file; one that does not read it rightly is left out of the figures.
import { parse as parseAss, stringify as stringifyAss } from 'ass-compiler';
import { parseText } from 'media-captions';
import SrtParser from 'srt-parser-2';
import { build as buildSubsrt, parse as parseSubsrt } from 'subsrt-ts';
import { parseSync, stringifySync } from 'subtitle';
import webvtt from 'webvtt-parser';
import { withModule } from '../lib-typescript.mjs';

const cueCount = 10_000;
const rounds = 7;

const openings = [
  'The river ran',
  'Nobody had seen',
  'We walked along',
  'She wrote down',
  '老人把灯点亮',
];
const middles = [
  'past the old mill,',
  'the second letter',
  'every narrow street',
  'what they said',
  '然后慢慢走下楼',
];
const endings = [
  'until it was dark.',
  'before the rain came.',
  'and said nothing.',
  'for an hour!',
  '谁也没有说话。',
];

/** Cues with one or two lines; every third has a mark of look. */
function makeCues() {
  return Array.from({ length: cueCount }, (_, index) => {
    const line = `${openings[index % 5]} ${middles[(index * 3) % 5]}`;
    const text = `${line}\n${endings[(index * 7) % 5]}`;
    const beginMs = index * 2500 + (index % 90) * 10;
    return { beginMs, endMs: beginMs + 2000, text: index % 3 === 0 ? `<i>${text}</i>` : text };
  });
}

function pad(value, digits = 2) {
  return String(value).padStart(digits, '0');
}

function clock(ms, mark, digits) {
  const hours = Math.floor(ms / 3_600_000);
  const fraction = digits === 3 ? pad(ms % 1000, 3) : pad(Math.floor((ms % 1000) / 10));
  const seconds = `${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}`;
  return `${digits === 3 ? pad(hours) : hours}:${seconds}${mark}${fraction}`;
}

const makers = {
  srt: (cues) =>
    cues
      .map(
        ({ beginMs, endMs, text }, index) =>
          `${index + 1}\n${clock(beginMs, ',', 3)} --> ${clock(endMs, ',', 3)}\n${text}\n`,
      )
      .join('\n'),
  vtt: (cues) =>
    `WEBVTT\n\n${cues
      .map(
        ({ beginMs, endMs, text }) =>
          `${clock(beginMs, '.', 3)} --> ${clock(endMs, '.', 3)}\n${text}\n`,
      )
      .join('\n')}`,
  ass: (cues) =>
    [
      '[Script Info]',
      'ScriptType: v4.00+',
      'PlayResX: 1920',
      'PlayResY: 1080',
      '',
      '[V4+ Styles]',
      'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
      'Style: Default,Arial,60,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,3,0,2,60,60,40,1',
      '',
      '[Events]',
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      ...cues.map(({ beginMs, endMs, text }) => {
        const said = text
          .replaceAll('\n', '\\N')
          .replace('<i>', '{\\i1}')
          .replace('</i>', '{\\i0}');
        return `Dialogue: 0,${clock(beginMs, '.', 2)},${clock(endMs, '.', 2)},Default,,0,0,0,,${said}`;
      }),
      '',
    ].join('\n'),
};

/** What each library gives: how many cues, begin and end of the last one in ms, and letters of its text. */
const peers = {
  srt: [
    {
      name: 'subtitle',
      read: (text) => parseSync(text),
      look: (nodes) => [nodes.length, nodes.at(-1).data.start, nodes.at(-1).data.end],
      write: (nodes) => stringifySync(nodes, { format: 'SRT' }),
    },
    {
      name: 'srt-parser-2',
      read: (text) => new (SrtParser.default ?? SrtParser)().fromSrt(text),
      look: (cues) => [cues.length, cues.at(-1).startSeconds * 1000, cues.at(-1).endSeconds * 1000],
      write: (cues) => new (SrtParser.default ?? SrtParser)().toSrt(cues),
    },
    mediaCaptions('srt'),
    subsrt('srt'),
  ],
  vtt: [
    {
      name: 'webvtt-parser',
      read: (text) => new webvtt.WebVTTParser().parse(text, 'subtitles').cues,
      look: (cues) => [cues.length, cues.at(-1).startTime * 1000, cues.at(-1).endTime * 1000],
    },
    {
      name: 'subtitle',
      read: (text) => parseSync(text),
      look: (nodes) => {
        const cues = nodes.filter(({ type }) => type === 'cue');
        return [cues.length, cues.at(-1).data.start, cues.at(-1).data.end];
      },
      write: (nodes) => stringifySync(nodes, { format: 'WebVTT' }),
    },
    mediaCaptions('vtt'),
    subsrt('vtt'),
  ],
  ass: [
    {
      name: 'ass-compiler',
      read: (text) => parseAss(text),
      look: ({ events }) => [
        events.dialogue.length,
        events.dialogue.at(-1).Start * 1000,
        events.dialogue.at(-1).End * 1000,
      ],
      write: (parsed) => stringifyAss(parsed),
    },
    mediaCaptions('ass'),
    subsrt('ass'),
  ],
};

function mediaCaptions(type) {
  return {
    name: 'media-captions',
    read: (text) => parseText(text, { type }),
    look: ({ cues }) => [cues.length, cues.at(-1).startTime * 1000, cues.at(-1).endTime * 1000],
  };
}

/** Letters of a text without its marks, blanks and line breaks. */
function countLetters(text) {
  return text.replace(/<[^<>]*>|\s/gu, '').length;
}

function subsrt(format) {
  return {
    name: 'subsrt-ts',
    read: (text) => parseSubsrt(text, { format }),
    look: (items) => {
      const cues = items.filter(({ type }) => type === 'caption');
      // Of ASS it takes the first letter of each text away (2.1.2), which times alone do not show.
      return [cues.length, cues.at(-1).start, cues.at(-1).end, countLetters(cues.at(-1).text)];
    },
    write: (items) => buildSubsrt(items, { format }),
  };
}

/** @param addRow takes `[what, wall, figure, '']` */
export async function measureFormats(addRow) {
  const cues = makeCues();
  const last = cues.at(-1);
  await withModule('/electron/core/formats/registry.ts', async ({ findFormat }) => {
    for (const [id, list] of Object.entries(peers)) {
      const text = makers[id](cues);
      const format = findFormat(id);
      if (format?.read === undefined) continue;
      const ours = {
        name: `zimu, ${id}`,
        read: (given) => format.read(given),
        look: ({ document: { sentences } }) => [
          sentences.length,
          sentences.at(-1).beginMs,
          sentences.at(-1).endMs,
        ],
        write: ({ document }) => format.write(document).content,
      };
      const results = [];
      for (const one of [ours, ...list]) {
        const expected = [cueCount, last.beginMs, last.endMs, countLetters(last.text)];
        results.push(await measureOne(one, text, expected));
      }
      const [own, ...others] = results;
      addRow([`${own.name}, ${cueCount} cues`, '', describe(own), '']);
      for (const other of others) {
        const figure =
          other.problem === undefined
            ? `${describe(other)}; ours ${(other.readMs / own.readMs).toFixed(2)} × as fast to read` +
              (other.writeMs === undefined
                ? ''
                : `, ${(other.writeMs / own.writeMs).toFixed(2)} × to write`)
            : `left out: ${other.problem}`;
        addRow([`  against ${other.name}`, '', figure, '']);
      }
    }
  });
}

function describe({ readMs, writeMs }) {
  const write = writeMs === undefined ? '' : `, write ${writeMs.toFixed(1)} ms`;
  return `read ${readMs.toFixed(1)} ms${write}`;
}

/** The best of several rounds, so that what the engine of JavaScript learns counts for all alike. */
async function measureOne({ name, read, look, write }, text, expected) {
  let readMs = Infinity;
  let writeMs = write === undefined ? undefined : Infinity;
  try {
    for (let round = 0; round < rounds; round++) {
      const beganMs = performance.now();
      const value = await read(text);
      readMs = Math.min(readMs, performance.now() - beganMs);
      const found = look(value).map(Math.round);
      if (found.some((one, index) => one !== expected[index])) {
        return { name, problem: `gives ${found.join(', ')} for ${expected.join(', ')}` };
      }
      if (write === undefined) continue;
      const beganWritingMs = performance.now();
      write(value);
      writeMs = Math.min(writeMs, performance.now() - beganWritingMs);
    }
  } catch (thrown) {
    return { name, problem: `throws ${String(thrown).split('\n')[0]}` };
  }
  return { name, readMs, writeMs };
}
