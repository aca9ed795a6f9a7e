import { chooseCueLimits } from '../../cues/cue-limits';
import { splitSentences } from '../../cues/split-sentences';
import type { FileCue } from '../build-document';
import { estimateDurationMs } from '../estimate-duration';
import type { Repair } from '../format';
import { dropGuard } from '../guard-text';
import {
  looksMarked,
  readTimedLine,
  readTurnLine,
  splitName,
  splitOwnName,
  type TimedLine,
} from './timed-line';

/** What is said from a time on, before its speaker is known. */
interface Stretch {
  readonly line: number;
  /** May lie before zero. */
  readonly beginMs: number;
  readonly endMs?: number;
  readonly speaker?: string;
  /** Whether it was written by this program, so that a name is one. */
  readonly isOwn: boolean;
  readonly lines: string[];
}

/**
 * The cues of a text for reading [FM56]: by the times before its lines, or, where it has none, one for
 * each sentence with the time it takes to read. Never throws.
 */
export function readTxt(text: string, language: string, repairs: Repair[]): FileCue[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const timed = lines.map(readTimedLine);
  const turns = timed.some((found) => found !== undefined) ? [] : lines.map(readTurnLine);
  const bare = timed.filter((found) => found !== undefined);
  const isTimed =
    bare.some(({ isSure }) => isSure) ||
    bare.length > 1 ||
    turns.filter((found) => found !== undefined).length > 1;
  const limits = chooseCueLimits(language, text.slice(0, 4000));
  const estimate = (said: string): number => estimateDurationMs(said, limits);
  if (!isTimed) return estimateCues(lines, estimate, repairs);
  const stretches = listStretches(lines, timed, turns, repairs);
  return toCues(stretches, estimate);
}

function estimateCues(
  lines: readonly string[],
  estimate: (text: string) => number,
  repairs: Repair[],
): FileCue[] {
  const stretches = lines.flatMap((content, index) =>
    splitSentences(content.trim()).map((said): Stretch => {
      return { line: index + 1, beginMs: 0, isOwn: false, lines: [said.trim()] };
    }),
  );
  if (stretches.length > 0) repairs.push({ code: 'times-estimated', line: stretches[0]!.line });
  let endMs = 0;
  return nameSpeakers(stretches).map(({ line, text, speaker }) => {
    const beginMs = endMs;
    endMs += estimate(text);
    return { line, beginMs, endMs, text, ...(speaker === '' ? undefined : { speaker }) };
  });
}

function listStretches(
  lines: readonly string[],
  timed: readonly (TimedLine | undefined)[],
  turns: readonly ({ readonly speaker: string; readonly beginMs: number } | undefined)[],
  repairs: Repair[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  lines.forEach((content, index) => {
    const line = index + 1;
    const found = timed[index];
    const turn = turns[index];
    if (found !== undefined) {
      if (found.beginMs < 0) repairs.push({ code: 'negative-time-raised', line });
      const { endMs, isOwn, rest } = found;
      stretches.push({
        ...{ line, beginMs: found.beginMs, isOwn },
        ...(endMs === undefined ? undefined : { endMs }),
        lines: rest === '' ? [] : found.isTmplayer ? rest.split('|') : [rest],
      });
    } else if (turn !== undefined) {
      const { beginMs, speaker } = turn;
      stretches.push({ line, beginMs, speaker, isOwn: false, lines: [] });
    } else if (content.trim() !== '') {
      const last = stretches.at(-1);
      if (last === undefined) repairs.push({ code: 'stray-text-dropped', line, before: content });
      else last.lines.push(content.trim());
    }
  });
  return stretches;
}

function toCues(stretches: readonly Stretch[], estimate: (text: string) => number): FileCue[] {
  const begins = stretches.map(({ beginMs }) => beginMs);
  return nameSpeakers(stretches).map((named, index) => {
    const { line, text, speaker } = named;
    const { beginMs, endMs } = stretches[index]!;
    const nextMs = begins[index + 1] ?? -Infinity;
    const usualMs = nextMs > beginMs ? nextMs : beginMs + estimate(text);
    const who = speaker === '' ? undefined : { speaker };
    const times = { beginMs: Math.max(0, beginMs), endMs: Math.max(0, endMs ?? usualMs) };
    return { line, ...times, text, ...who };
  });
}

/** Names that say that they are some. */
const numbered = /^(?:speaker|说话人|发言人|讲话人)[ _]?\w{1,4}$/iu;

/**
 * What stands before a colon is a name where it stands there more than once, is said to be one, or was
 * written by this program: "Note: this" is text.
 */
function nameSpeakers(
  stretches: readonly Stretch[],
): readonly { readonly line: number; readonly text: string; readonly speaker: string }[] {
  const splits = stretches.map(({ lines: [first = ''], speaker, isOwn }) =>
    speaker === undefined ? (isOwn ? splitOwnName : splitName)(first) : undefined,
  );
  const counts = new Map<string, number>();
  for (const split of splits) {
    if (split !== undefined) counts.set(split.speaker, (counts.get(split.speaker) ?? 0) + 1);
  }
  return stretches.map(({ line, lines, speaker, isOwn }, index) => {
    const split = splits[index];
    const isName =
      split !== undefined &&
      (isOwn || numbered.test(split.speaker) || (counts.get(split.speaker) ?? 0) > 1);
    const said = isName ? [split.text, ...lines.slice(1)] : lines;
    const text = said.map((each) => dropGuard(each, looksMarked)).filter((each) => each !== '');
    return { line, text: text.join('\n'), speaker: speaker ?? (isName ? split.speaker : '') };
  });
}
