import type { ExitCode } from '@core/errors/error-codes';
import type { Studio } from '../../services/studio';
import { formatOptionSpecs } from '../format-options';
import { type ParsedArguments, usageError } from '../parse-arguments';
import type { Terminal } from '../terminal';
import { check } from './isi/check';
import { codes } from './isi/codes';
import { importReplies } from './isi/import-replies';
import { result } from './isi/result';
import { token } from './isi/token';

type IsiCommand = (
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
) => Promise<ExitCode>;

interface IsiWord {
  readonly run: IsiCommand;
  /** Which options of `isi` it takes, besides those of every command. */
  readonly options: readonly string[];
}

/** What may follow `zimu isi`; each gets the words after its own. */
const isiWords: Readonly<Record<string, IsiWord>> = {
  codes: { run: codes, options: ['json'] },
  token: { run: token, options: ['json', 'show'] },
  check: { run: check, options: ['json'] },
  result: {
    run: result,
    options: [
      ...['region', 'format', 'out', 'max-line', 'max-lines', 'language', 'force'],
      ...formatOptionSpecs.map(({ name }) => name),
    ],
  },
  import: { run: importReplies, options: ['format', 'out', 'language', 'force'] },
};

/** `zimu isi WORD …`: Alibaba Cloud's speech service, without a recording. */
export async function isi(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [word, ...files] = parsed.files;
  const words = Object.keys(isiWords).join(', ');
  if (word === undefined) throw usageError(terminal, 'isi.needsWord', { words });
  const found = Object.hasOwn(isiWords, word) ? isiWords[word] : undefined;
  if (found === undefined) throw usageError(terminal, 'isi.unknownWord', { word, words });
  const given = [...parsed.flags, ...Object.keys(parsed.values)];
  const stray = given.find((name) => name !== 'debug' && !found.options.includes(name));
  if (stray !== undefined) {
    const about = { command: `isi ${word}`, option: `--${stray}` };
    throw usageError(terminal, 'cli.unknownOption', about);
  }
  return await found.run(studio, { ...parsed, files }, terminal);
}
