import { extname } from 'node:path';
import { findFormat, type TranscriptFormat, transcriptFormats } from '@core/formats/registry';
import { type ParsedArguments, readChoice } from './parse-arguments';
import type { Terminal } from './terminal';

/**
 * The form of the result: of `--format`, else of the name that `--out` gives, else SRT.
 * @throws StudioError `usage/invalid`
 */
export function readFormat({ values }: ParsedArguments, terminal: Terminal): TranscriptFormat {
  const asked = values['format'];
  const formatIds = transcriptFormats.map(({ id }) => id);
  const named =
    asked === undefined
      ? findFormat(extname(values['out'] ?? ''))
      : findFormat(readChoice(terminal, 'format', asked, formatIds));
  return named ?? transcriptFormats[0]!;
}

/** BCP 47 tag of the speech; undefined where it is left to the engine. */
export function readLanguage({ values }: ParsedArguments): string | undefined {
  // People also write POSIX tags (`en_GB`); BCP 47 has hyphens.
  const tag = values['language']?.replaceAll('_', '-');
  return tag === 'auto' ? undefined : tag;
}
