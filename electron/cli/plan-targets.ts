import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { WritableFormat } from '@core/formats/format';
import { type ParsedArguments, usageError } from './parse-arguments';
import { type OutputTarget, planOutputs, toTarget } from './plan-outputs';
import { readNaming } from './read-naming';
import { readSources } from './read-sources';
import { readOut } from './standard-output';
import type { Terminal } from './terminal';
import { findSameFile } from './write-output';

/**
 * Where the result of each named file or address goes, by `--out`.
 * @param format of the results
 * @throws StudioError `usage/invalid` where several results would go to one place, `address/*`
 */
export async function planTargets(
  parsed: ParsedArguments,
  format: WritableFormat,
  terminal: Terminal,
): Promise<OutputTarget[]> {
  const sources = readSources(parsed.files, terminal.workingDirectory);
  const asked = readOut(parsed.values['out']);
  if (asked === '-') {
    if (sources.length > 1) throw usageError(terminal, 'cli.stdoutOneFile');
    return sources.map((source) => toTarget(source, '-'));
  }
  const naming = readNaming(parsed, format, terminal);
  const common = { sources, naming, extension: format.extension.slice(1) };
  if (asked === undefined) return planOutputs({ ...common, out: undefined, outIsFolder: true });
  const out = resolve(terminal.workingDirectory, asked);
  const existing = await stat(out).catch(() => undefined);
  if (sources.length > 1 && existing?.isDirectory() === false) {
    throw usageError(terminal, 'cli.outIsFile', { path: out });
  }
  const outIsFolder =
    sources.length > 1 || existing?.isDirectory() === true || /[/\\]$/.test(asked);
  return planOutputs({ ...common, out, outIsFolder });
}

/**
 * No option, --force included, may turn a file into its own result.
 * @throws StudioError `usage/invalid`
 */
export async function refuseInputsAsOutputs(
  targets: readonly OutputTarget[],
  terminal: Terminal,
): Promise<void> {
  const files = targets.filter(({ address }) => address === undefined);
  const path = await findSameFile(
    targets.map((target) => target.path),
    files.map(({ source }) => source),
  );
  if (path !== undefined) throw usageError(terminal, 'cli.outIsInput', { path });
}
