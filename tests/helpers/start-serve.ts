import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { makeZimuEnvironment, type ZimuOptions } from './run-zimu';

const program = resolve(import.meta.dirname, '../../scripts/zimu.mjs');

/** A `zimu serve` that runs. */
export interface ServingZimu {
  /** Its address, from the first line of standard output. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/**
 * Starts the built `zimu serve` as a person would, on a data folder in `cwd`.
 * @throws Error with what it printed, when it ends before it has an address
 */
export function startServe(
  words: readonly string[],
  options: Pick<ZimuOptions, 'cwd' | 'env'>,
): Promise<ServingZimu> {
  const child = spawn(process.execPath, [program, 'serve', ...words], {
    cwd: options.cwd,
    env: makeZimuEnvironment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<{ code: number | null; signal: string | null }>((fulfil) =>
    child.on('close', (code, signal) => fulfil({ code, signal })),
  );
  return new Promise((fulfil, reject) => {
    child.on('error', reject);
    void ended.then(({ code }) => reject(new Error(`zimu serve ended with ${code}: ${stderr}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const hadLine = stdout.includes('\n');
      stdout += text;
      if (hadLine || !stdout.includes('\n')) return;
      const { url } = JSON.parse(stdout.split('\n')[0] ?? '') as { readonly url: string };
      fulfil({ url, child, stdout: () => stdout, stderr: () => stderr, ended });
    });
  });
}
