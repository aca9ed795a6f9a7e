import type { ExitCode } from '@core/errors/error-codes';
import type { Studio } from '../../services/studio';
import { type ParsedArguments, usageError } from '../parse-arguments';
import type { Terminal } from '../terminal';
import { codes } from './isi/codes';

type IsiCommand = (
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
) => Promise<ExitCode>;

/** What may follow `zimu isi`; each gets the words after its own. */
const isiCommands: Readonly<Record<string, IsiCommand>> = { codes };

/** `zimu isi WORD …`: Alibaba Cloud's speech service, without a recording. */
export async function isi(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [word, ...files] = parsed.files;
  const words = Object.keys(isiCommands).join(', ');
  if (word === undefined) throw usageError(terminal, 'isi.needsWord', { words });
  const command = Object.hasOwn(isiCommands, word) ? isiCommands[word] : undefined;
  if (command === undefined) throw usageError(terminal, 'isi.unknownWord', { word, words });
  return await command(studio, { ...parsed, files }, terminal);
}
