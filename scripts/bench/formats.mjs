// Ten thousand well-formed cues read and written, ours beside npm libraries in the same process. One that
// does not give every cue's times and text as they stand in the file is left out of the figures.
import { parse as parseAss, stringify as stringifyAss } from 'ass-compiler';
import { parseText } from 'media-captions';
import SrtParser from 'srt-parser-2';
import { build as buildSubsrt, parse as parseSubsrt } from 'subsrt-ts';
import { parseSync, stringifySync } from 'subtitle';
import webvtt from 'webvtt-parser';
import { withBuiltModule } from '../lib-typescript.mjs';

const cueCount = 10_000;
const rounds = 15;

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

/**
 * Without marks of look, which some libraries keep in a text and some beside it, with line feeds, and
 * without blanks at the ends of lines.
 */
function toPlain(text) {
  const plain = text.replaceAll(/<[^<>]*>|\{\\[^{}]*\}/gu, '');
  return plain.replaceAll(/ *(?:\\N|\r?\n)/gu, '\n').trim();
}

/**
 * A cue as all are compared: each in whole ms, its text without marks. A library that gives seconds
 * gives them as the nearest number there is.
 */
function toCue(beginMs, endMs, text) {
  return { beginMs: Math.round(beginMs), endMs: Math.round(endMs), text: toPlain(text) };
}

const srtParser = new (SrtParser.default ?? SrtParser)();

/** What each library reads, what cues that are, and what it writes of the same. */
const peers = {
  srt: [
    subtitle('SRT'),
    {
      name: 'srt-parser-2',
      read: (text) => srtParser.fromSrt(text),
      list: (cues) =>
        cues.map(({ startSeconds, endSeconds, text }) =>
          toCue(startSeconds * 1000, endSeconds * 1000, text),
        ),
      write: (cues) => srtParser.toSrt(cues),
    },
    mediaCaptions('srt'),
    subsrt('srt'),
  ],
  vtt: [
    {
      name: 'webvtt-parser',
      read: (text) => new webvtt.WebVTTParser().parse(text, 'subtitles').cues,
      list: listCuesInSeconds,
    },
    subtitle('WebVTT'),
    mediaCaptions('vtt'),
    subsrt('vtt'),
  ],
  ass: [
    {
      name: 'ass-compiler',
      read: (text) => parseAss(text),
      list: ({ events }) =>
        events.dialogue.map(({ Start, End, Text }) => toCue(Start * 1000, End * 1000, Text.raw)),
      write: (parsed) => stringifyAss(parsed),
    },
    mediaCaptions('ass'),
    subsrt('ass'),
  ],
};

function listCuesInSeconds(cues) {
  return cues.map(({ startTime, endTime, text }) => toCue(startTime * 1000, endTime * 1000, text));
}

function subtitle(format) {
  return {
    name: 'subtitle',
    read: (text) => parseSync(text),
    list: (nodes) =>
      nodes
        .filter(({ type }) => type === 'cue')
        .map(({ data }) => toCue(data.start, data.end, data.text)),
    write: (nodes) => stringifySync(nodes, { format }),
  };
}

function mediaCaptions(type) {
  return {
    name: 'media-captions',
    read: (text) => parseText(text, { type }),
    list: ({ cues }) => listCuesInSeconds(cues),
  };
}

function subsrt(format) {
  return {
    name: 'subsrt-ts',
    read: (text) => parseSubsrt(text, { format }),
    list: (items) =>
      items
        .filter(({ type }) => type === 'caption')
        .map(({ start, end, content }) => toCue(start, end, content)),
    write: (items) => buildSubsrt(items, { format }),
  };
}

/** @param addRow takes `[what, wall, figure, '']` */
export async function measureFormats(addRow) {
  const cues = makeCues();
  const expected = cues.map(({ beginMs, endMs, text }) => toCue(beginMs, endMs, text));
  // As it is in the product: what loads TypeScript file by file makes each call to another file dearer.
  await withBuiltModule('electron/core/formats/registry.ts', async ({ findFormat }) => {
    for (const [id, list] of Object.entries(peers)) {
      const format = findFormat(id);
      const ours = {
        name: `zimu, ${id}`,
        read: (given) => format.read(given),
        list: ({ document: { sentences } }) =>
          sentences.map(({ beginMs, endMs, text }) => toCue(beginMs, endMs, text)),
        write: ({ document }) => format.write(document).content,
      };
      const readBack = (text) => ours.list(ours.read(text));
      const all = [ours, ...list];
      const [own, ...others] = await measureAll(all, makers[id](cues), expected, readBack);
      addRow([`${own.name}, ${cueCount} cues`, '', own.problem ?? describe(own), '']);
      for (const other of others) {
        addRow([`  against ${other.name}`, '', other.problem ?? compare(other, own), '']);
      }
    }
  });
}

function describe({ readMs, writeMs }) {
  const all = writeMs === undefined ? '' : ` + write ${writeMs.toFixed(1)}`;
  const sum = writeMs === undefined ? '' : ` = ${(readMs + writeMs).toFixed(1)}`;
  return `read ${readMs.toFixed(1)}${all}${sum} ms`;
}

/** How many times as fast ours is at what the other does as well. */
function compare(other, own) {
  const ratio = (theirs, mine) => `${(theirs / mine).toFixed(2)} ×`;
  const both =
    other.writeMs === undefined
      ? `ours ${ratio(other.readMs, own.readMs)} as fast to read; ${other.writing}`
      : `ours ${ratio(other.readMs + other.writeMs, own.readMs + own.writeMs)} as fast ` +
        `(read ${ratio(other.readMs, own.readMs)}, write ${ratio(other.writeMs, own.writeMs)})`;
  return `${describe(other)}; ${both}`;
}

/**
 * The best of several rounds, in each of which all have their turn, so that neither what the engine of
 * JavaScript learns nor what else the computer does counts for one of them alone. What is written is
 * made into the bytes of a file, as a text that is only put together is not there yet.
 */
async function measureAll(all, text, expected, readBack) {
  const results = [];
  for (const { name, read, list, write } of all) {
    const problem = await findProblem({ read, list }, text, expected);
    const isWritten =
      problem === undefined &&
      write !== undefined &&
      isSame(readBack(write(await read(text))), expected);
    const writing = write === undefined ? 'does not write' : 'does not write it rightly';
    results.push({ name, problem, read, writing, write: isWritten ? write : undefined });
  }
  const sound = results.filter(({ problem }) => problem === undefined);
  for (let round = 0; round < rounds; round++) {
    for (const result of sound) {
      const { read, write } = result;
      const beganMs = performance.now();
      const value = await read(text);
      result.readMs = Math.min(result.readMs ?? Infinity, performance.now() - beganMs);
      if (write === undefined) continue;
      const beganWritingMs = performance.now();
      Buffer.from(write(value));
      result.writeMs = Math.min(result.writeMs ?? Infinity, performance.now() - beganWritingMs);
    }
  }
  return results;
}

/** Why a library's figures would say nothing: it does not read every cue as it stands in the file. */
async function findProblem({ read, list }, text, expected) {
  try {
    const found = list(await read(text));
    if (found.length !== expected.length) {
      return `left out: gives ${found.length} cues of ${expected.length}`;
    }
    const index = found.findIndex((cue, at) => !isSame(cue, expected[at]));
    return index === -1
      ? undefined
      : `left out: cue ${index + 1} is ${JSON.stringify(found[index])} for ${JSON.stringify(expected[index])}`;
  } catch (thrown) {
    return `left out: throws ${String(thrown).split('\n')[0]}`;
  }
}

function isSame(left, right) {
  return JSON.stringify(left) === JSON.stringify(right);
}
