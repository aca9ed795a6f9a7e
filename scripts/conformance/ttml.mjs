// TTML: every document is read, and the times at which the picture changes are those of the reference
// lists beside them (made by ttconv: `+` where something is shown from then on, `-` where nothing is).
// What was read, written and read again is the same document.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';

/** Reference lists that are not as the standard has it, each with the reason. */
const explained = new Map([
  [
    'imsc1__animation__Animation012',
    'the reference counts the animation of the second paragraph from the begin of its division ' +
      '(TTML2 §12.1.1: from the begin of the paragraph), so that it has 6 s for 16 s',
  ],
]);
/** Times of the files are fractions; the lists round them. */
const toleranceMs = 0.01;

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const folder = join(corpus, 'subtitles', 'ttml', 'imsc-tests');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ttml'))
    .map((name) => name.slice(0, -'.ttml'.length))
    .sort();
  const failures = [];
  const notes = [];
  const parts = ['/electron/core/formats/ttml/read-ttml.ts', '/electron/core/formats/ttml.ts'];
  const judgeAll = ({ parseTtml, resolveTtml }, { ttml }) => {
    for (const name of names) {
      const text = readFileSync(join(folder, `${name}.ttml`), 'utf8');
      const list = join(folder, `${name}.isd.txt`);
      const reference = existsSync(list) ? readFileSync(list, 'utf8') : undefined;
      const problem =
        judge(text, reference, { parseTtml, resolveTtml }) ?? judgeRoundTrip(text, ttml);
      const reason = explained.get(name);
      if (problem === undefined && reason === undefined) continue;
      if (problem === undefined) failures.push({ name, reason: 'is explained, and passes' });
      else if (reason === undefined) failures.push({ name, reason: problem });
      else notes.push(`explained: ${name}: ${reason}`);
    }
  };
  await withModule(parts[0], (reading) =>
    withModule(parts[1], (format) => judgeAll(reading, format)),
  );
  return { total: names.length, failures, notes };
}

function judge(text, list, { parseTtml, resolveTtml }) {
  try {
    const cues = readCues(text, parseTtml);
    if (list === undefined) return undefined;
    const given = list
      .trim()
      .split(/\s*\n\s*/u)
      .map((line) => line.split(/\s+/u))
      .map(([seconds, mark]) => ({ timeMs: Number(seconds) * 1000, isShown: mark === '+' }));
    const resolved = resolveTtml(text);
    const found = listChanges(resolved);
    const tell = (times) => times.map((timeMs) => Math.round(timeMs * 1000) / 1000).join(' ');
    const isSame =
      found.length === given.length &&
      given.every(({ timeMs }, index) => Math.abs(timeMs - found[index]) < toleranceMs);
    if (!isSame) return `changes at ${tell(found)} ms for ${tell(given.map((one) => one.timeMs))}`;
    for (const [index, { timeMs, isShown }] of given.entries()) {
      const endMs = given[index + 1]?.timeMs ?? timeMs + 1;
      const atMs = (timeMs + endMs) / 2;
      const hasCue = cues.some(({ beginMs, endMs: end }) => beginMs <= atMs && atMs < end);
      // What nothing ends is shown for ever, and a cue is not.
      if (isShown && index === given.length - 1 && isEndless(resolved)) continue;
      if (hasCue !== isShown) return `${isShown ? 'no cue' : 'a cue'} at ${atMs} ms`;
    }
    return undefined;
  } catch (thrown) {
    return String(thrown.message);
  }
}

/** Of pictures of text there are no cues, and the file is refused because it holds nothing else. */
function readCues(text, parseTtml) {
  try {
    return parseTtml(text).cues;
  } catch (thrown) {
    if (/pictures/u.test(thrown.data?.reason)) return [];
    throw thrown;
  }
}

function judgeRoundTrip(text, ttml) {
  let document;
  try {
    ({ document } = ttml.read(text));
  } catch {
    return undefined;
  }
  // Times that were only spread over a cue are made anew, and would else be written as if measured.
  const isMeasured = ({ words }) => words.some(({ timing }) => timing === 'measured');
  const karaoke = document.sentences.every(isMeasured);
  const again = ttml.read(ttml.write(document, { karaoke }).content);
  const tell = (one) => JSON.stringify({ ...one, source: { ...one.source, lineEnding: '' } });
  return tell(again.document) === tell(document) ? undefined : 'another document when written';
}

function isEndless({ timeline }) {
  return [...timeline.intervals].some(
    ([{ name }, { endMs }]) => name === 'p' && endMs === Infinity,
  );
}

/** Every time at which a part of the document begins or ends, as it would be for a renderer. */
function listChanges({ timeline }) {
  const times = new Set([0]);
  for (const { beginMs, endMs } of timeline.intervals.values()) {
    for (const timeMs of [beginMs, endMs]) if (timeMs < Infinity) times.add(timeMs);
  }
  return [...times].sort((left, right) => left - right);
}
