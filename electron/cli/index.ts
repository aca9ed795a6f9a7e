import { resolve } from 'node:path';
import { exitCodes } from '@core/errors/error-codes';
import packageJson from '../../package.json';
import { runCommandLine } from './run-command-line';

/**
 * Interrupts this soon after the first are the same one: a terminal sends it to every process in
 * the foreground, and npm passes on its own.
 */
const sameInterruptMs = 1_000;

/**
 * Runs the command line of this process: the glue between `run-command-line.ts` and Node. The
 * first interrupt asks for a clean end with what was done so far; a second one ends at once.
 * @param commandLine the words after the program's name
 * @returns the process's exit code
 */
export async function main(commandLine: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  let interruptedMs = Infinity;
  const interrupt = (): void => {
    const nowMs = performance.now();
    if (nowMs - interruptedMs > sameInterruptMs) process.exit(exitCodes.cancelled);
    interruptedMs = Math.min(interruptedMs, nowMs);
    interruption.abort();
  };
  // A closed terminal hangs up; what was recognised is worth as much then.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  // A reader that went away (`zimu … | head`) ends the command, quietly as every Unix tool does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    process.stderr.write(`zimu: [output/unwritable] standard output: ${error.message}\n`);
    process.exit(exitCodes.output);
  });
  // What is told goes unheard then, but the work goes on.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const exitCode = await runCommandLine(commandLine, {
    stdout: {
      write: (text) => process.stdout.write(text),
      writeBytes: (bytes) => process.stdout.write(bytes),
      isTTY: process.stdout.isTTY,
    },
    stderr: process.stderr,
    env: process.env,
    // npm runs scripts in the project's folder and names the caller's here.
    workingDirectory: process.env['INIT_CWD'] ?? process.cwd(),
    signal: interruption.signal,
    version: packageJson.version,
    resourcesDirectory: resolve(import.meta.dirname, '../../resources'),
    rendererDirectory: resolve(import.meta.dirname, '../renderer'),
  });
  // The caller ends the process; where pipes are written later, that must not cut the result.
  await new Promise<void>((fulfil) => process.stdout.write('', () => fulfil()));
  return exitCode;
}
