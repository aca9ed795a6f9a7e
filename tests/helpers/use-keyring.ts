import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { CredentialResults, CredentialStep } from '../fixtures/children/use-credentials';

const root = resolve(import.meta.dirname, '../..');

const prompter = join(root, 'tests/fixtures/children/deaf-prompter.mjs');

export interface Keyring {
  readonly home: () => string;
  /**
   * Runs commands of the shell, and processes that do steps, in a session bus of their own on the
   * test's home folder.
   */
  readonly run: (
    parts: readonly (string | readonly CredentialStep[])[],
    options?: {
      readonly env?: Readonly<Record<string, string>>;
      /** `empty`: nothing can be started on it; `none`: there is none. */
      readonly bus?: 'usual' | 'empty' | 'none';
      /** A process that has not ended by then is ended, and the run fails. */
      readonly limitSeconds?: number;
    },
  ) => Promise<readonly CredentialResults[]>;
}

/** A home folder with its own keyrings for each test. */
export function useKeyring(): Keyring {
  let home = '';
  // Beside the built child of the keychain, as the product's own code lies.
  const child = join(root, 'out/main', `use-credentials-${process.pid}.mjs`);
  beforeAll(async () => {
    await build({
      cwd: root,
      logLevel: 'warn',
      input: join(root, 'tests/fixtures/children/use-credentials.ts'),
      platform: 'node',
      resolve: {
        alias: {
          '@core': join(root, 'electron/core'),
          '@isi': join(root, 'electron/isi/domain'),
          '@contract': join(root, 'electron/contract'),
        },
      },
      output: { file: child, format: 'esm' },
    });
  });
  afterAll(() => rmSync(child, { force: true }));
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'zimu-keyring-'));
    mkdirSync(join(home, 'run'), { mode: 0o700 });
  });
  // The daemon notices the end of its session a little later, and tidies up then.
  afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return {
    home: () => home,
    async run(parts, { env = {}, bus = 'usual', limitSeconds = 60 } = {}) {
      const script = parts
        .map((part) =>
          typeof part === 'string'
            ? part
            : `timeout ${limitSeconds} "$NODE" "$CHILD" ${quote(part)}`,
        )
        .join('\n');
      const configuration = ['--config-file', resolve(import.meta.dirname, '../fixtures/bus.conf')];
      const onBus = bus === 'empty' ? configuration : [];
      const [command, ...rest] = [
        ...(bus === 'none' ? [] : ['dbus-run-session', ...onBus, '--']),
        ...['bash', '-euc', script],
      ];
      const { PATH } = process.env;
      const output = await runProgram(command ?? '', rest, {
        ...{ PATH, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), LC_ALL: 'C.UTF-8' },
        ...{ NODE: process.execPath, CHILD: child, PROMPTER: prompter },
        ...env,
      });
      return [...output.matchAll(/^RESULTS (.+)$/gm)].map(
        ([, json = '']) => JSON.parse(json) as CredentialResults,
      );
    },
  };
}

function quote(steps: readonly CredentialStep[]): string {
  return `'${JSON.stringify(steps).replaceAll("'", String.raw`'\''`)}'`;
}

/** @returns standard output; with standard error it becomes an Error if the program failed */
function runProgram(
  command: string,
  commandArguments: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return new Promise((fulfil, reject) => {
    const child = spawn(command, commandArguments, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, complaints]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
    child.on('error', reject);
    // Not `close`: a daemon that outlives the session may hold the pipes.
    child.on('exit', (code) => {
      const text = output.join('');
      if (code === 0) fulfil(text);
      else reject(new Error(`ended with ${code}: ${text}${complaints.join('')}`));
    });
  });
}
