import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { ToolReason } from '@core/errors/explain-reason';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import { collectTool, throwIfCancelled } from './run-tool';
import { recallVersion, rememberVersion } from './tool-versions';

export type MediaToolName = 'ffmpeg' | 'ffprobe';
export type MediaToolOrigin = 'setting' | 'packaged' | 'path' | 'npm';

/** A media tool that answered when it was asked for its version. */
export interface MediaTool {
  readonly path: string;
  readonly origin: MediaToolOrigin;
  /** As the tool itself says it: `5.1.9-0+deb12u1`, `N-47683-g0e8eb07980-static`. */
  readonly version: string;
}

export interface MediaTools {
  readonly ffmpeg: MediaTool;
  readonly ffprobe: MediaTool;
}

export interface MediaToolSearch {
  /** Paths a person chose; they come before `ZIMU_FFMPEG` and `ZIMU_FFPROBE`. */
  readonly settings?: Readonly<Partial<Record<MediaToolName, string>>>;
  /** Defaults to the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The folder that holds `<platform>-<arch>/ffmpeg` in a packaged product. */
  readonly packagedFolder?: string;
  /** Where answers are kept for the next start of the program; see `tool-versions.ts`. */
  readonly versionsFile?: string;
  /** Whether a tool is asked although its answer is known: it may have lost a library since. */
  readonly asksAnew?: boolean;
  /** Loads an optional npm package; replaced in tests to play a machine that has none. */
  readonly loadPackage?: (name: string) => unknown;
}

const packageNames = {
  ffmpeg: '@ffmpeg-installer/ffmpeg',
  ffprobe: '@ffprobe-installer/ffprobe',
} as const satisfies Record<MediaToolName, string>;

const settingVariables = {
  ffmpeg: 'ZIMU_FFMPEG',
  ffprobe: 'ZIMU_FFPROBE',
} as const satisfies Record<MediaToolName, string>;

/**
 * Finds ffmpeg and ffprobe, each by itself: setting, packaged, PATH, npm package. What a person
 * set wins and is never passed over in silence. The npm builds come last: one is from 2018, and
 * an old demuxer is the weakest place to let unknown files in.
 *
 * Each candidate is run once with `-version`, so that a binary of another machine or one without
 * its libraries is not taken. It is not asked again while its file stays the same (starting a program
 * that links two hundred libraries takes a tenth of a second). Nothing happens before the first call,
 * which keeps start-up quick.
 *
 * @throws StudioError `tool/ffmpeg-missing` with `tool` and `searched`; where a setting is at
 *   fault, also with `path` and `reason`; `job/cancelled` when `signal` aborts
 */
export async function findMediaTools(
  search: MediaToolSearch = {},
  signal?: AbortSignal,
): Promise<MediaTools> {
  const [ffmpeg, ffprobe] = await Promise.all([
    findMediaTool('ffmpeg', search, signal),
    findMediaTool('ffprobe', search, signal),
  ]);
  return { ffmpeg, ffprobe };
}

/** One tool; see {@link findMediaTools}. */
export async function findMediaTool(
  name: MediaToolName,
  search: MediaToolSearch = {},
  signal?: AbortSignal,
): Promise<MediaTool> {
  throwIfCancelled(signal);
  const environment = search.environment ?? process.env;
  const chosen = search.settings?.[name] ?? environment[settingVariables[name]];
  const { versionsFile, asksAnew = false } = search;
  const ask: Asking = { name, versionsFile, asksAnew, signal };
  if (chosen !== undefined && chosen !== '') return readChosenTool(resolve(chosen), ask);

  const searched: string[] = [];
  for (const candidate of listCandidates(name, environment, search)) {
    if (candidate.path === undefined) {
      searched.push(candidate.label);
      continue;
    }
    if (!(await isExecutableFile(candidate.path))) {
      searched.push(candidate.label);
      continue;
    }
    const answer = await readVersion(candidate.path, ask);
    if ('version' in answer) {
      return { path: candidate.path, origin: candidate.origin, version: answer.version };
    }
    searched.push(`${candidate.label} (${answer.reason})`);
  }
  throw new StudioError('tool/ffmpeg-missing', `${name} was not found`, {
    data: { tool: name, searched },
  });
}

/**
 * Looks at a program that is to be a tool, as it is now: an executable file that answers `-version`
 * as that tool does.
 * @throws StudioError `tool/refused` (data: `tool`, `path`, `reason`); `job/cancelled` when `signal`
 *   aborts
 */
export async function probeMediaTool(
  name: MediaToolName,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  const refuse = (reason: string): StudioError =>
    new StudioError('tool/refused', `${path} is no ${name}: ${reason}`, {
      data: { tool: name, path, reason },
    });
  if (!(await isExecutableFile(path))) throw refuse('not-executable' satisfies ToolReason);
  const answer = await askVersion(name, path, signal);
  if ('version' in answer) return;
  throw refuse(answer.isOther === true ? ('other-answer' satisfies ToolReason) : answer.reason);
}

/** Who is asked for a version, and how. */
interface Asking {
  readonly name: MediaToolName;
  readonly versionsFile: string | undefined;
  readonly asksAnew: boolean;
  readonly signal: AbortSignal | undefined;
}

async function readChosenTool(path: string, ask: Asking): Promise<MediaTool> {
  const { name } = ask;
  const answer = (await isExecutableFile(path))
    ? await readVersion(path, ask)
    : { reason: 'not an executable file' };
  if ('version' in answer) return { path, origin: 'setting', version: answer.version };
  throw new StudioError('tool/ffmpeg-missing', `${name} set to ${path}: ${answer.reason}`, {
    data: { tool: name, searched: [path], path, reason: answer.reason },
  });
}

interface Candidate {
  readonly origin: MediaToolOrigin;
  readonly label: string;
  /** Undefined where there is nothing to try, which the error still tells. */
  readonly path: string | undefined;
}

/** A generator, so that the npm package is loaded only when nothing before it served. */
function* listCandidates(
  name: MediaToolName,
  environment: Readonly<Record<string, string | undefined>>,
  search: MediaToolSearch,
): Generator<Candidate> {
  const fileName = process.platform === 'win32' ? `${name}.exe` : name;
  if (search.packagedFolder !== undefined) {
    const path = join(search.packagedFolder, `${process.platform}-${process.arch}`, fileName);
    yield { origin: 'packaged', label: path, path };
  }
  for (const folder of listPathFolders(environment)) {
    const path = join(folder, fileName);
    yield { origin: 'path', label: path, path };
  }
  const packageName = packageNames[name];
  yield { origin: 'npm', label: packageName, path: findPackagedBinary(packageName, search) };
}

/** Relative entries are left out: they would run whatever lies in the current folder. */
function listPathFolders(environment: Readonly<Record<string, string | undefined>>): string[] {
  // Windows calls it `Path`, and a copied environment loses the case-blind lookup.
  const key = Object.keys(environment).find((variable) => variable.toUpperCase() === 'PATH');
  const value = key === undefined ? undefined : environment[key];
  const folders = (value ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return [...new Set(folders)];
}

const installerPackage = z.object({ path: z.string().min(1) });

function findPackagedBinary(packageName: string, search: MediaToolSearch): string | undefined {
  const loadPackage = search.loadPackage ?? createRequire(import.meta.url);
  try {
    const { path } = installerPackage.parse(loadPackage(packageName));
    // Inside an archive a binary can be read but not run; the packager lays it beside.
    return path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked');
  } catch {
    // An optional dependency: absent, or (it throws a string) not made for this platform.
    return undefined;
  }
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    // Whatever the reason, it cannot be run, and the caller tells that it was tried.
    return false;
  }
}

type VersionAnswer =
  | { readonly version: string }
  | {
      readonly reason: string;
      /** It is a program, and another one. */
      readonly isOther?: boolean;
    };

/** Only success is kept, and no question still open: its asker may give up, or repair the file. */
async function readVersion(
  path: string,
  { name, versionsFile, asksAnew, signal }: Asking,
): Promise<VersionAnswer> {
  const known = asksAnew ? undefined : await recallVersion(name, path, versionsFile);
  if (known !== undefined) return { version: known };
  const answer = await askVersion(name, path, signal);
  if ('version' in answer) await rememberVersion(name, path, answer.version, versionsFile);
  return answer;
}

async function askVersion(
  name: MediaToolName,
  path: string,
  signal: AbortSignal | undefined,
): Promise<VersionAnswer> {
  try {
    const output = await collectTool(path, ['-version'], {
      timeoutMs: 15_000,
      maximumBytes: 1_000_000,
      signal,
    });
    const [, answered, version] = /^(\S+) version (\S+)/.exec(output.stdout) ?? [];
    if (output.exitCode === 0 && answered === name && version !== undefined) return { version };
    if (output.spawnError !== undefined) return { reason: output.spawnError.message };
    const lastWords = output.stderrLines.at(-1);
    return lastWords === undefined
      ? { reason: `it does not answer as ${name} does`, isOther: true }
      : { reason: lastWords };
  } catch (thrown) {
    throwIfCancelled(signal);
    return { reason: describeThrown(thrown) };
  }
}
