import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { transcriptFormats } from '@core/formats/registry';
import type { Studio } from '../../services/studio';
import { type ParsedArguments, usageError } from '../parse-arguments';
import { print, printJson, say, type Terminal } from '../terminal';

/** `zimu formats`: one line for each format, what it is called, how its files end, what can be done. */
export function formats(
  _studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (parsed.files.length > 0) {
    throw usageError(terminal, 'cli.tooManyFiles', { command: 'formats', count: 0 });
  }
  const rows = transcriptFormats.map(({ id, name, about, extensions, read, write }) => ({
    ...{ id, name: say(terminal, name), about: say(terminal, about), extensions },
    ...{ reads: read !== undefined, writes: write !== undefined },
  }));
  if (parsed.flags.has('json')) printJson(terminal, rows);
  else {
    const lines = rows.map(({ id, name, extensions, reads, writes }) => {
      const uses = [
        ...(reads ? [say(terminal, 'cli.formatReads')] : []),
        ...(writes ? [say(terminal, 'cli.formatWrites')] : []),
      ];
      return `${id.padEnd(10)} ${extensions.join(' ').padEnd(22)} ${uses.join('/').padEnd(10)} ${name}\n`;
    });
    print(terminal, lines.join(''));
  }
  return Promise.resolve(exitCodes.done);
}
