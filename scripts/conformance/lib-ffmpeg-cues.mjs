// What ffmpeg makes of a file of subtitles, as plain cues.
import { runProgram } from '../lib-corpus.mjs';

/** Cues as `{beginMs, endMs, text}` in an order that does not depend on the reader. */
export async function readByFfmpeg(path) {
  const { code, stdout, stderr } = await runProgram(
    'ffmpeg',
    ['-v', 'error', '-nostdin', '-i', path, '-c:s', 'text', '-f', 'srt', '-'],
    { limitMs: 60_000 },
  );
  if (code !== 0) throw new Error(`ffmpeg: ${stderr.trim().split('\n').at(-1)}`);
  const written = stdout.replaceAll('\r\n', '\n');
  const time = String.raw`(\d+):(\d\d):(\d\d),(\d{3})`;
  const head = new RegExp(String.raw`^\d+\n${time} --> ${time}\n`, 'gmu');
  const heads = [...written.matchAll(head)];
  return heads
    .map((found, index) => {
      const at = found.slice(1).map(Number);
      const ms = (from) =>
        ((at[from] * 60 + at[from + 1]) * 60 + at[from + 2]) * 1000 + at[from + 3];
      const end = heads[index + 1]?.index ?? written.length;
      const text = written.slice(found.index + found[0].length, end).replace(/\n+$/u, '');
      return { beginMs: ms(0), endMs: ms(4), text };
    })
    .toSorted(compareCues);
}

/** A total order of cues, by which those of two readers are compared. */
export function compareCues(left, right) {
  return (
    left.beginMs - right.beginMs ||
    left.endMs - right.endMs ||
    (left.text < right.text ? -1 : left.text > right.text ? 1 : 0)
  );
}

/** The first cue that differs, in words; undefined where there is none. */
export function tellDifference(ours, theirs) {
  const tell = (cue) =>
    cue === undefined ? 'none' : `${cue.beginMs}–${cue.endMs} ${JSON.stringify(cue.text)}`;
  const most = Math.max(ours.length, theirs.length);
  for (let index = 0; index < most; index++) {
    const [left, right] = [tell(ours[index]), tell(theirs[index])];
    if (left !== right)
      return `${ours.length} cues for ${theirs.length}; cue ${index + 1} is ${left} for ${right}`;
  }
  return undefined;
}
