import { z } from 'zod';
import { isUnspaced } from '../../transcript/tokenise';
import { dropAsWritten } from '../as-written';
import { splitLines } from '../lines';
import { option } from '../option-fields';
import { mapSentences, withText } from './change-sentences';
import { defineRule } from './writing-rule';

/**
 * Where lines of a cue break: where its file has them, or else as the language has it; as they are in
 * any case; or all anew.
 */
export const lines = defineRule({
  scope: 'cues',
  options: z.object({
    lineBreaks: option(z.enum(['usual', 'keep', 'break']).default('usual'), {
      label: 'writing.lines',
      group: 'writing',
      choices: {
        usual: 'writing.lines.usual',
        keep: 'writing.lines.keep',
        break: 'writing.lines.break',
      },
    }),
  }),
  apply(document, { lineBreaks }) {
    if (lineBreaks === 'usual') return document;
    const keepsLines = lineBreaks === 'keep';
    if (keepsLines) return { ...document, keepsLines };
    const joined = mapSentences(document, (sentence) =>
      dropAsWritten(withText(sentence, joinLines(sentence.text))),
    );
    return { ...joined, keepsLines };
  },
});

/** Line by line, as an expression for all of them would take the square of their length. */
function joinLines(text: string): string {
  const lines = splitLines(text);
  if (lines.length === 1) return text;
  // Who speaks is told by lines of their own.
  if (lines.filter(beginsWithDash).length > 1) return text;
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  let joined = '';
  let left = '';
  for (const line of said) {
    const needsBlank = joined !== '' && !(isUnspaced(left) && isUnspaced(firstCharacter(line)));
    joined += needsBlank ? ` ${line}` : line;
    left = lastCharacter(line);
  }
  return joined;
}

/** Whether a line of a dialogue begins here, behind marks of look. */
function beginsWithDash(line: string): boolean {
  let at = line.length - line.trimStart().length;
  for (;;) {
    const end = line[at] === '<' ? '>' : line[at] === '{' ? '}' : undefined;
    if (end === undefined) return dashes.has(line[at] ?? '');
    const found = line.indexOf(end, at);
    if (found === -1) return false;
    at = found + 1;
  }
}

const dashes: ReadonlySet<string> = new Set('-–—‐');

function firstCharacter(line: string): string {
  return String.fromCodePoint(line.codePointAt(0)!);
}

function lastCharacter(line: string): string {
  const code = line.codePointAt(line.length - 2) ?? 0;
  return code > 0xffff ? String.fromCodePoint(code) : line.slice(-1);
}
