import { resolve } from 'node:path';
import { runCommandLine } from '../../electron/cli/run-command-line';
import { findKeychainName } from '../../electron/services/credentials/keychain-name';
import { createMemorySecretStore } from '../../electron/services/credentials/memory-secret-store';
import { makeZimuEnvironment, type ZimuRun } from './run-zimu';

/** As of a computer without one, whose process would cost each run some 60 ms. */
const noKeychain = {
  ...createMemorySecretStore({ state: 'absent', reason: 'the keychain process ended' }),
  findName: () => findKeychainName(),
};
const root = resolve(import.meta.dirname, '../..');

export interface InProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** What the local engine starts; by default the built one with its models. */
  readonly engineChildScript?: string;
  /** Called with everything on standard error so far, at each new piece. */
  readonly onStderr?: (text: string) => void;
}

/**
 * `zimu` as `runZimu` runs it, but in this process, which costs half a second of a processor less.
 * What a process shows (signals, pipes, standard input, its exit, locks) needs one; the local engine
 * still is a child process, and needs the build. There is no keychain: a program that was not built
 * has no process for it.
 */
export async function runInProcess(
  commandLine: readonly string[],
  options: InProcessOptions,
): Promise<ZimuRun> {
  const { cwd, env = {}, signal = new AbortController().signal, onStderr } = options;
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(commandLine, {
    stdout: { write: (text) => (stdout += text) },
    stderr: {
      write: (text) => {
        stderr += text;
        onStderr?.(stderr);
      },
    },
    env: makeZimuEnvironment({ cwd, env }),
    workingDirectory: cwd,
    signal,
    version: '0.0.0',
    resourcesDirectory: resolve(root, 'resources'),
    rendererDirectory: resolve(root, 'out/renderer'),
    engineChildScript: options.engineChildScript ?? resolve(root, 'out/main/engine-child.js'),
    secrets: noKeychain,
  });
  return { code, stdout, stderr };
}
