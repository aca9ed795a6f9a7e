import { z } from 'zod';
import { isUnspaced } from '../../transcript/tokenise';
import { dropAsWritten } from '../as-written';
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

/** Who speaks is told by lines of their own. */
const dialogue = /(?:^|\n)\s*(?:<[^>]*>|\{[^}]*\})*[-–—‐]/gu;

/** One line of a text: with a blank where there were several, but for scripts without. */
function joinLines(text: string): string {
  if ((text.match(dialogue)?.length ?? 0) > 1) return text;
  return text.replace(
    /(\S?)[ \t]*(?:\r\n|\n|\r)\s*(?=(\S?))/gu,
    (_all, left: string, right: string) =>
      isUnspaced(left) && isUnspaced(right) ? left : `${left} `,
  );
}
