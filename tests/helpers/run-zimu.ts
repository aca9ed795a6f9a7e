import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const program = resolve(root, 'scripts/zimu.mjs');

export interface ZimuRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ZimuOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with the process and everything on standard error so far, at each new piece. */
  readonly onStderr?: (child: ChildProcess, text: string) => void;
  /** The same for standard output. */
  readonly onStdout?: (child: ChildProcess, text: string) => void;
  /** What is on standard input; by default nothing. */
  readonly input?: string;
}

/** English texts, and a data folder of its own in `cwd`. */
export function makeZimuEnvironment({ cwd, env }: Pick<ZimuOptions, 'cwd' | 'env'>) {
  return {
    ...process.env,
    INIT_CWD: cwd,
    ZIMU_HOME: resolve(cwd, '.zimu-home'),
    LC_ALL: 'C.UTF-8',
    ...env,
  };
}

/** Runs the built `zimu` as a person would: a process of its own, in a folder, with English texts. */
export function runZimu(commandLine: readonly string[], options: ZimuOptions): Promise<ZimuRun> {
  if (!existsSync(resolve(root, 'out/main/cli.js'))) {
    throw new Error('out/main/cli.js is missing: run "npm run setup" first');
  }
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [program, ...commandLine], {
      cwd: options.cwd,
      env: makeZimuEnvironment(options),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined).end(options.input);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      options.onStdout?.(child, stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      options.onStderr?.(child, stderr);
    });
    child.on('error', reject);
    child.on('close', (code) => fulfil({ code, stdout, stderr }));
  });
}
