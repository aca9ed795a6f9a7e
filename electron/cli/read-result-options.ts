import { basename } from 'node:path';
import type { WritableFormat } from '@core/formats/format';
import { findWritableFormatOfName } from '@core/formats/format-of-name';
import { findWritableFormat, usualFormat, writableFormats } from '@core/formats/registry';
import { type ParsedArguments, readChoice, usageError } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * The form of the result: of `--format`, else of the name that `--out` gives, else the usual one.
 * @throws StudioError `usage/invalid`, also where the two contradict each other
 */
export function readFormat(
  { values }: ParsedArguments,
  terminal: Terminal,
  usual: WritableFormat = usualFormat,
): WritableFormat {
  const asked = values['format'];
  const formatIds = writableFormats.map(({ id }) => id);
  const out = basename(values['out'] ?? '');
  const ofName = findWritableFormatOfName(out);
  const ending = ofName?.extensions.find((one) => out.toLowerCase().endsWith(one)) ?? '';
  if (asked === undefined) return ofName ?? usual;
  const named = findWritableFormat(readChoice(terminal, 'format', asked, formatIds)) ?? usual;
  if (ofName !== undefined && ofName !== named) {
    throw usageError(terminal, 'cli.formatOfName', { format: named.id, ending });
  }
  return named;
}

/** BCP 47 tag of the speech; undefined where it is left to the engine. */
export function readLanguage({ values }: ParsedArguments): string | undefined {
  // People also write POSIX tags (`en_GB`); BCP 47 has hyphens.
  const tag = values['language']?.replaceAll('_', '-');
  return tag === 'auto' ? undefined : tag;
}
