import { resolve } from 'node:path';
import { exitCodes } from '@core/errors/error-codes';
import packageJson from '../../package.json';
import { runCommandLine } from './run-command-line';

/**
 * Runs the command line of this process: the glue between `run-command-line.ts` and Node. The
 * first interrupt asks for a clean end with what was done so far; a second one ends at once.
 * @param commandLine the words after the program's name
 * @returns the process's exit code
 */
export async function main(commandLine: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(exitCodes.cancelled);
    interruption.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // A reader that went away (`zimu … | head`) ends the command, quietly as every Unix tool does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  // What is told goes unheard then, but the work goes on.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const exitCode = await runCommandLine(commandLine, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    // npm runs scripts in the project's folder and names the caller's here.
    workingDirectory: process.env['INIT_CWD'] ?? process.cwd(),
    signal: interruption.signal,
    version: packageJson.version,
    resourcesDirectory: resolve(import.meta.dirname, '../../resources'),
  });
  // The caller ends the process; where pipes are written later, that must not cut the result.
  await new Promise<void>((fulfil) => process.stdout.write('', () => fulfil()));
  return exitCode;
}
