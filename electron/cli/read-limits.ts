import type { CueLimits } from '@core/cues/cue-limits';
import { type ParsedArguments, readWholeNumber } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * How much a cue may hold, as far as it was asked for; the rest follows the language or the text.
 * @throws StudioError `usage/invalid`
 */
export function readLimits({ values }: ParsedArguments, terminal: Terminal): Partial<CueLimits> {
  const maxLine = values['max-line'];
  const maxLines = values['max-lines'];
  return {
    ...(maxLine === undefined
      ? {}
      : {
          maxLineCharacters: readWholeNumber(terminal, 'max-line', maxLine, {
            least: 5,
            most: 500,
          }),
        }),
    ...(maxLines === undefined
      ? {}
      : { maxLines: readWholeNumber(terminal, 'max-lines', maxLines, { least: 1, most: 10 }) }),
  };
}
