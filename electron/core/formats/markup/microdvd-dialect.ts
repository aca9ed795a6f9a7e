import type { MarkupDialect } from './dialect';
import type { KeypadPlace, Look, StyledText, TextRun } from './look';
import { toPlainRuby } from './srt-dialect';

const ownMark = /^[a-z]:/iu;

/** Marks of MicroDVD: `{y:i}` before a line is of that line, `{Y:i}` before a cue of all of it. */
export const microDvdDialect: MarkupDialect = {
  owns: (mark) => mark.kind === 'override' && ownMark.test(mark.body),
  write: (styled) => writeMicroDvd(styled).text,
};

/** A text with marks before its lines, and whether they say all of its look. */
export function writeMicroDvd({ runs, place }: StyledText): {
  readonly text: string;
  readonly isWhole: boolean;
} {
  const lines = splitLines(toPlainRuby(runs));
  const looks = lines.map((line) => new Set(line.map(({ look }) => formatLook(look))));
  const [whole] = new Set(looks.flatMap((look) => [...look]));
  const isOne = looks.every((look) => look.size === 1 && look.has(whole!));
  const texts = lines.map((line, index) => {
    const [look = ''] = looks[index]!;
    const mark = isOne || looks[index]!.size > 1 ? '' : look;
    return mark + line.map(({ text }) => text).join('');
  });
  const at = formatPlace(place);
  return {
    text: at + (isOne ? toWhole(whole ?? '') : '') + texts.join('\n'),
    isWhole:
      looks.every((look) => look.size <= 1) && (place === undefined || at !== '' || place === 2),
  };
}

function toWhole(marks: string): string {
  return marks.replace(/\{[a-z]:/gu, (mark) => mark.toUpperCase());
}

/** Those of the top are told from the bottom, nothing else is. */
function formatPlace(place: KeypadPlace | undefined): string {
  return place === 8 ? '{P:0}' : '';
}

/** Runs line by line, without those that show nothing. */
function splitLines(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...run, text });
    });
  }
  return lines;
}

function formatLook(look: Look): string {
  const letters = [
    look.bold === true ? 'b' : '',
    look.italic === true ? 'i' : '',
    look.underline === true ? 'u' : '',
    look.strike === true ? 's' : '',
  ].filter((letter) => letter !== '');
  const marks = [
    letters.length === 0 ? '' : `{y:${letters.join(',')}}`,
    look.color === undefined ? '' : `{c:$${toReversed(look.color)}}`,
    look.fontFamily === undefined ? '' : `{f:${look.fontFamily.replace(/[{}|]/gu, '')}}`,
    look.fontSize === undefined ? '' : `{s:${look.fontSize.replace(/[{}|]/gu, '')}}`,
  ];
  return marks.join('');
}

function toReversed(color: string): string {
  return color.slice(5) + color.slice(3, 5) + color.slice(1, 3);
}
