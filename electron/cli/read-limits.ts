import type { CueLimits } from '@core/cues/cue-limits';
import { lineFields } from '@core/formats/timed-text';
import { type ParsedArguments, readWholeNumber } from './parse-arguments';
import type { Terminal } from './terminal';

/** What each limit of a line is called on the command line. */
const optionNames: Readonly<Record<string, string>> = {
  maxLineCharacters: 'max-line',
  maxLines: 'max-lines',
};

/**
 * How much a cue may hold, as far as it was asked for; the rest follows the language or the text.
 * What may be asked for is what formats take.
 * @throws StudioError `usage/invalid`
 */
export function readLimits({ values }: ParsedArguments, terminal: Terminal): Partial<CueLimits> {
  const limits: Record<string, number> = {};
  for (const field of lineFields) {
    const option = optionNames[field.name];
    const value = option === undefined ? undefined : values[option];
    if (option === undefined || value === undefined || field.kind !== 'number') continue;
    limits[field.name] = readWholeNumber(terminal, option, value, field);
  }
  return limits;
}
