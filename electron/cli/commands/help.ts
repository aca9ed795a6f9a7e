import { offeredEngines } from '../../services/offered-engines';
import { listParameterRows } from './format-parameters';
import type { CommandSpec } from '../command-spec';
import { commandSpecs, globalOptions } from '../command-specs';
import { type Terminal, say } from '../terminal';
import { usageError } from '../parse-arguments';

/** `zimu help [COMMAND]`: made from the same table that parsing reads, so it cannot drift. */
export function formatHelp(terminal: Terminal, commandName: string | undefined): string {
  if (commandName === undefined) return formatOverview(terminal);
  const spec = commandSpecs.find(({ name }) => name === commandName);
  if (spec === undefined) {
    throw usageError(terminal, 'cli.unknownCommand', { command: commandName });
  }
  return formatCommand(terminal, spec);
}

function formatOverview(terminal: Terminal): string {
  const commands = commandSpecs.map(
    ({ name, files, help }) => [`${name} ${files}`.trim(), say(terminal, help)] as const,
  );
  const environment = [
    ['ZIMU_HOME', say(terminal, 'cli.help.home')],
    ['ZIMU_FFMPEG, ZIMU_FFPROBE', say(terminal, 'cli.help.ffmpeg')],
    ['ZIMU_LOCALE', say(terminal, 'cli.help.locale')],
    ['ALIYUN_…, ZIMU_ISI_…, ZIMU_OSS_…', say(terminal, 'cli.help.account')],
  ] as const;
  return [
    `Zimu Studio 字幕: ${say(terminal, 'cli.summary')}`,
    '',
    `${say(terminal, 'cli.usage')} zimu COMMAND …`,
    '',
    say(terminal, 'cli.commands'),
    ...formatRows(commands),
    '',
    say(terminal, 'cli.options'),
    ...formatRows([
      ...globalOptions.map(({ name, help }) => [`--${name}`, say(terminal, help)] as const),
      ['--version', say(terminal, 'cli.help.version')],
    ]),
    '',
    say(terminal, 'cli.environment'),
    ...formatRows(environment),
    '',
    `${say(terminal, 'cli.exitCodes')} ${say(terminal, 'cli.exitCodeList')}`,
    '',
  ].join('\n');
}

function formatCommand(terminal: Terminal, spec: CommandSpec): string {
  const options = [...spec.options, ...globalOptions].map(
    ({ name, value, help }) =>
      [`--${name}${value === undefined ? '' : ` ${value}`}`, say(terminal, help)] as const,
  );
  return [
    `${say(terminal, 'cli.usage')} zimu ${spec.name} ${spec.files}`.trimEnd(),
    '',
    `  ${say(terminal, spec.help)}`,
    '',
    say(terminal, 'cli.options'),
    ...formatRows(options),
    '',
    ...(spec.takesParameters === true ? offeredEngines : []).flatMap(({ id, service }) =>
      service === undefined
        ? []
        : [
            say(terminal, 'cli.parameters', { engine: id }),
            ...formatRows(listParameterRows(service, terminal)),
            '',
          ],
    ),
    ...formatVariables(terminal, spec),
  ].join('\n');
}

function formatVariables(terminal: Terminal, { variables = [] }: CommandSpec): string[] {
  if (variables.length === 0) return [];
  const rows = variables.map(({ name, help }) => [name, say(terminal, help)] as const);
  return [say(terminal, 'cli.account'), ...formatRows(rows), ''];
}

function formatRows(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
