import { isNamePattern, nameFields } from '@core/file-names/name-pattern';
import type { TranscriptFormat } from '@core/formats/format';
import { formatDay } from '@core/timing/format-day';
import { type ParsedArguments, usageError } from './parse-arguments';
import type { OutputNaming } from './plan-outputs';
import type { Terminal } from './terminal';

/**
 * How results are called [FM88] that no one named, by `--name-pattern`.
 * @throws StudioError `usage/invalid` for a pattern that is none, or that names a folder
 */
export function readNaming(
  { values }: ParsedArguments,
  { id }: Pick<TranscriptFormat, 'id'>,
  terminal: Terminal,
): OutputNaming | undefined {
  const pattern = values['name-pattern'];
  if (pattern === undefined) return undefined;
  if (!isNamePattern(pattern) || /[\\/]/u.test(pattern)) {
    const fields = nameFields.map((field) => `{${field}}`).join(' ');
    throw usageError(terminal, 'cli.badPattern', { fields });
  }
  const language = values['language'] === 'auto' ? '' : (values['language'] ?? '');
  return { pattern, facts: { language, format: id, date: formatDay(new Date()) } };
}
