// Ten thousand well-formed cues read and written, ours beside npm libraries in the same process. Each
// has to give begin, end and text of every cue, and what it writes has to hold the same cues; one that
// fails is left out of the figures. Writing counts up to the bytes of a file, as some libraries else leave
// it to whoever uses their text to put it together.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse as parseAss, stringify as stringifyAss } from 'ass-compiler';
import { parseText } from 'media-captions';
import SrtParser from 'srt-parser-2';
import { build as buildSubsrt, parse as parseSubsrt } from 'subsrt-ts';
import { parseSync, stringifySync } from 'subtitle';
import webvtt from 'webvtt-parser';
import { withModule } from '../lib-typescript.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

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

/**
 * What each library makes of a text, as its users ask for it, and the cues of that: `{beginMs, endMs, text}`.
 * All that writes is given what it has read.
 */
const peers = {
  srt: [subtitle('SRT'), srtParser2(), mediaCaptions('srt'), subsrt('srt')],
  vtt: [webvttParser(), subtitle('WebVTT'), mediaCaptions('vtt'), subsrt('vtt')],
  ass: [assCompiler(), mediaCaptions('ass'), subsrt('ass')],
};

function subtitle(format) {
  return {
    name: 'subtitle',
    read: (text) => parseSync(text),
    list: (nodes) =>
      nodes
        .filter(({ type }) => type === 'cue')
        .map(({ data: { start, end, text } }) => ({ beginMs: start, endMs: end, text })),
    write: (nodes) => stringifySync(nodes, { format }),
  };
}

function srtParser2() {
  const Parser = SrtParser.default ?? SrtParser;
  return {
    name: 'srt-parser-2',
    read: (text) => new Parser().fromSrt(text),
    list: (cues) => cues.map((cue) => fromSeconds(cue.startSeconds, cue.endSeconds, cue.text)),
    write: (cues) => new Parser().toSrt(cues),
  };
}

function webvttParser() {
  return {
    name: 'webvtt-parser',
    read: (text) => new webvtt.WebVTTParser().parse(text, 'subtitles').cues,
    list: (cues) => cues.map((cue) => fromSeconds(cue.startTime, cue.endTime, cue.text)),
  };
}

function mediaCaptions(type) {
  return {
    name: 'media-captions',
    read: (text) => parseText(text, { type }),
    list: ({ cues }) => cues.map((cue) => fromSeconds(cue.startTime, cue.endTime, cue.text)),
  };
}

function assCompiler() {
  return {
    name: 'ass-compiler',
    read: (text) => parseAss(text),
    list: ({ events }) =>
      events.dialogue.map((cue) => fromSeconds(cue.Start, cue.End, cue.Text.combined)),
    write: (parsed) => stringifyAss(parsed),
  };
}

function subsrt(format) {
  return {
    name: 'subsrt-ts',
    read: (text) => parseSubsrt(text, { format }),
    list: (items) =>
      items
        .filter(({ type }) => type === 'caption')
        .map(({ start, end, text }) => ({ beginMs: start, endMs: end, text })),
    write: (items) => buildSubsrt(items, { format }),
  };
}

function ourFormat(format) {
  return {
    name: `zimu, ${format.id}`,
    read: (text) => format.read(text),
    list: ({ document }) => document.sentences,
    write: ({ document }) => format.write(document).content,
  };
}

function fromSeconds(begin, end, text) {
  return { beginMs: Math.round(begin * 1000), endMs: Math.round(end * 1000), text };
}

/** Begin, end and text of a cue, the text without marks and blanks at ends of lines, with its line breaks. */
function describeCue({ beginMs, endMs, text }) {
  const plain = text
    .replace(/<[^<>]*>|\{\\[^{}]*\}/gu, '')
    .replace(/[ \t]*(?:\r\n|\n|\\N)/gu, '\n')
    .trim();
  return JSON.stringify([beginMs, endMs, plain]);
}

/** What is wrong with cues; undefined where nothing is. */
function findProblem(found, expected) {
  if (found.length !== expected.length) return `${found.length} cues for ${expected.length}`;
  const wrong = found.map(describeCue).findIndex((cue, index) => cue !== expected[index]);
  return wrong === -1
    ? undefined
    : `cue ${wrong + 1} is ${describeCue(found[wrong])}, not ${expected[wrong]}`;
}

/** @param addRow takes `[what, wall, figure, '']` */
export async function measureFormats(addRow) {
  const cues = makeCues();
  const expected = cues.map(describeCue);
  await withModule('/electron/core/formats/registry.ts', async ({ findFormat }) => {
    for (const [id, list] of Object.entries(peers)) {
      const format = findFormat(id);
      const listOurs = (text) => format.read(text).document.sentences;
      const [own, ...others] = await measureAll(
        [ourFormat(format), ...list],
        makers[id](cues),
        expected,
        listOurs,
      );
      const show = (what, figure) => addRow([what, '', figure, '']);
      show(`${own.name}, ${cueCount} cues`, describe(own));
      for (const other of others) {
        show(`  against ${other.name}`, `${describe(other)}${compare(own, other)}`);
      }
      const right = others.filter(({ problem }) => problem === undefined);
      for (const what of ['read', 'write', 'sum'])
        show(`  verdict, ${what}`, judge(what, own, right));
    }
  });
}

function describe({ problem, read, write, writeProblem }) {
  if (problem !== undefined) return `left out: ${problem}`;
  const writing = write === undefined ? '' : `, write ${write.toFixed(1)} ms`;
  const fault = writeProblem === undefined ? '' : `, writing left out: ${writeProblem}`;
  return `read ${read.toFixed(1)} ms${writing}${fault}`;
}

function compare(own, { problem, read, write }) {
  if (problem !== undefined) return '';
  const writing = write === undefined ? '' : `, ${(write / own.write).toFixed(2)} × to write`;
  return `; ours ${(read / own.read).toFixed(2)} × as fast to read${writing}`;
}

/** Whether ours is faster than each that read the file rightly. */
function judge(what, own, others) {
  const ratios = others
    .filter((other) => other[what] !== undefined)
    .map((other) => ({ name: other.name, ratio: other[what] / own[what] }));
  const slower = ratios.filter(({ ratio }) => ratio <= 1);
  const all = ratios.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)} ×`).join(', ');
  const verdict =
    slower.length === 0
      ? `faster than each of ${ratios.length}`
      : `not faster than ${slower.map(({ name }) => name).join(', ')}`;
  return `${verdict} (${all})`;
}

/**
 * What each library makes of the file, and how long it takes where that is right: the best of several
 * rounds, so that what the engine of JavaScript learns counts for all alike. All take their turns in each,
 * so that what else the machine does does so too, and begin with the garbage of the one before taken away.
 */
async function measureAll(libraries, text, expected, listOurs) {
  const results = [];
  for (const library of libraries) {
    const result = { name: library.name };
    results.push(result);
    try {
      await checkOne(library, result, { text, expected, listOurs });
    } catch (thrown) {
      result.problem = `throws ${String(thrown).split('\n')[0]}`;
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const [index, library] of libraries.entries()) {
      const result = results[index];
      if (result.problem === undefined) await measureOnce(library, result, text);
    }
  }
  return results;
}

async function checkOne({ read, list, write }, result, { text, expected, listOurs }) {
  const value = await read(text);
  result.problem = findProblem(list(value), expected);
  if (result.problem !== undefined || write === undefined) return;
  result.writeProblem = findProblem(listOurs(write(value)), expected);
}

async function measureOnce({ read, write }, result, text) {
  collectGarbage({ type: 'minor' });
  const beganMs = performance.now();
  const value = await read(text);
  result.read = Math.min(result.read ?? Infinity, performance.now() - beganMs);
  if (write === undefined || result.writeProblem !== undefined) return;
  const beganWritingMs = performance.now();
  Buffer.from(write(value));
  result.write = Math.min(result.write ?? Infinity, performance.now() - beganWritingMs);
  result.sum = result.read + result.write;
}
