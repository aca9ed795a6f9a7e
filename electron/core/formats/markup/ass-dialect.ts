import type { TimeSpan } from '../../alignment/time-span';
import { escapeCharacters } from '../ass/script-text';
import { isUsualText } from '../ass/usual-text';
import type { KeypadPlace, Look, TextRun } from './look';
import { parseMarkup } from './parse-markup';
import { readLook } from './read-look';
import { writeMark } from './script-marks';
import { toPlainRuby } from './srt-dialect';

/** Stands for a mark of the format's own while those of others are read; Unicode has no such character. */
const placeholder = '\ufdd0';
const placeMark = /\\an([1-9])(?!\d)/gu;
const marked = /[<{]/u;

/** How a place is written, without braces: as `\an8` or, in old SubStation Alpha, `\a6`. */
type FormatPlace = (place: KeypadPlace) => string;

/**
 * The text of a sentence as an event has it: own overrides as they are, marks of other formats by what
 * they mean [FM34].
 * @param span when its cue begins and ends, for times within the text
 */
export function writeScriptText(text: string, span: TimeSpan, formatPlace: FormatPlace): string {
  if (isUsualText(text, false)) return text.replaceAll('\n', '\\N');
  if (!marked.test(text)) return escapeCharacters(text);
  const own: string[] = [];
  let isOwn = true;
  let shown = '';
  let written = '';
  for (const piece of parseMarkup(text)) {
    if (piece.kind === 'override' && piece.body.startsWith('\\')) {
      own.push(
        writeMark(
          piece.body.replace(placeMark, (_all, at) => formatPlace(Number(at) as KeypadPlace)),
        ),
      );
      shown += placeholder;
      written += own.at(-1)!;
    } else {
      isOwn &&= piece.kind === 'text';
      shown += piece.raw;
      written += piece.kind === 'text' ? escapeCharacters(piece.raw) : '';
    }
  }
  if (isOwn) return written;
  let next = 0;
  const { runs, place } = readLook(shown);
  const head = place === undefined || place === 2 ? '' : formatPlace(place);
  return writeRuns(toPlainRuby(runs), head, span).replaceAll(placeholder, () => own[next++] ?? '');
}

/** @param head overrides that stand before the text, without braces */
function writeRuns(runs: readonly TextRun[], head: string, { beginMs, endMs }: TimeSpan): string {
  const times = runs.flatMap(({ atMs }) => atMs ?? []);
  let body = head + (times[0] === undefined ? '' : formatSyllable(beginMs, times[0]));
  let written = '';
  let look: Look = {};
  let timed = 0;
  for (const run of runs) {
    if (run.atMs !== undefined) body += formatSyllable(run.atMs, times[++timed] ?? endMs);
    body += changeLook(look, run.look);
    written += (body === '' ? '' : `{${body}}`) + escapeCharacters(run.text);
    body = '';
    look = run.look;
  }
  const end = changeLook(look, {});
  return end === '' ? written : `${written}{${end}}`;
}

/** How long what follows is said, in hundredths; their sum keeps up with the clock. */
function formatSyllable(fromMs: number, toMs: number): string {
  const hundredths = Math.round(toMs / 10) - Math.round(fromMs / 10);
  return hundredths <= 0 && fromMs >= toMs ? '' : `\\k${Math.max(0, hundredths)}`;
}

function changeLook(from: Look, to: Look): string {
  const flag = (name: string, was: true | undefined, is: true | undefined): string =>
    was === is ? '' : `\\${name}${is === true ? 1 : 0}`;
  const value = (name: string, was: string | undefined, is: string | undefined): string =>
    was === is ? '' : `\\${name}${is ?? ''}`;
  return (
    flag('i', from.italic, to.italic) +
    flag('b', from.bold, to.bold) +
    flag('u', from.underline, to.underline) +
    flag('s', from.strike, to.strike) +
    value('c', toReversed(from.color), toReversed(to.color)) +
    value('fn', toPlain(from.fontFamily), toPlain(to.fontFamily))
  );
}

/** `&Hbbggrr&` of `#rrggbb`. */
function toReversed(color: string | undefined): string | undefined {
  if (color === undefined) return undefined;
  const digits = color.slice(1).toUpperCase();
  return `&H${digits.slice(4)}${digits.slice(2, 4)}${digits.slice(0, 2)}&`;
}

function toPlain(family: string | undefined): string | undefined {
  return family?.replace(/[\\{}]/gu, '');
}
