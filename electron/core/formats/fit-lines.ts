import { countCharacters, splitGraphemes } from '../transcript/graphemes';
import { stripMarkup } from '../transcript/markup';
import type { FormatDocument } from './format-document';
import { listTimedTexts, type TimedText } from './timed-text';

/**
 * Cues whose lines fit into the rows of a picture: those that do not are broken anew, and words longer
 * than a row are cut [FM57].
 */
export function fitLines(
  document: FormatDocument,
  cues: readonly TimedText[],
  limits: { readonly maxLineCharacters: number; readonly maxLines: number },
): TimedText[] {
  const { maxLineCharacters: most, maxLines } = limits;
  const fits = (line: string): boolean => countCharacters(stripMarkup(line)) <= most;
  return cues.map((cue) => {
    const lines = cue.text.split('\n');
    if (lines.length <= maxLines && lines.every(fits)) return cue;
    const alone = {
      language: document.language,
      sentences: [{ ...cue.sentence, text: cue.text }],
    };
    const [broken = cue] = listTimedTexts(alone, limits);
    const fitting = broken.text
      .split('\n')
      .flatMap((line) => (fits(line) ? [line] : cutLine(stripMarkup(line), most)));
    return { ...cue, text: fitting.join('\n') };
  });
}

function cutLine(line: string, most: number): string[] {
  const graphemes = splitGraphemes(line);
  const lines: string[] = [];
  for (let at = 0; at < graphemes.length; at += most) {
    lines.push(graphemes.slice(at, at + most).join(''));
  }
  return lines;
}
