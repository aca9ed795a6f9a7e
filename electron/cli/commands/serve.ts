import { resolve } from 'node:path';
import type { Reply } from '@contract/api';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { errorFromJson, StudioError } from '@core/errors/studio-error';
import type { ServedStudio } from '../../host/serve-studio';
import { createWorkspace } from '../../services/create-workspace';
import { handOver } from '../../services/instance/handover';
import { findRunningStudio } from '../../services/instance/studio-lock';
import type { Folders } from '../../services/settings/folders';
import type { OpenedWindow } from '../open-window';
import { type ParsedArguments, readWholeNumber, usageError } from '../parse-arguments';
import { showWindow } from '../show-window';
import { findLocale, say, tell, type Terminal } from '../terminal';

export interface ServeSurroundings {
  readonly folders: Folders;
  readonly version: string;
  readonly resourcesDirectory: string;
  /** Folder of the built renderer. */
  readonly rendererDirectory: string;
  readonly log: (line: string) => void;
}

/** Nobody waits longer for a program that was told to end. */
const endLimitMs = 10_000;

/**
 * `zimu serve [FILE…]`: the studio for a browser, until it is interrupted. Its first line on
 * standard output is the address, as JSON. Where the studio of this data folder is already
 * running, the files are opened there.
 */
export async function serve(
  parsed: ParsedArguments,
  terminal: Terminal,
  surroundings: ServeSurroundings,
): Promise<ExitCode> {
  const files = parsed.files.map((file) => resolve(terminal.workingDirectory, file));
  const port =
    parsed.values['port'] === undefined
      ? 0
      : readWholeNumber(terminal, 'port', parsed.values['port'], { least: 0, most: 65_535 });
  const isForPeople = !parsed.flags.has('json');
  const { folders, log } = surroundings;
  let studio: ServedStudio;
  try {
    studio = await start(files, port, terminal, surroundings);
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'host/already-running') throw thrown;
    const url = await openInRunning(folders.home, files);
    if (url === undefined) throw thrown;
    printAddress(terminal, url);
    if (isForPeople) tell(terminal, say(terminal, 'cli.serve.handedOver', { url }));
    return exitCodes.done;
  }
  printAddress(terminal, studio.url);
  if (isForPeople) tell(terminal, say(terminal, 'cli.serve.ready', { url: studio.url }));
  const window = parsed.flags.has('window')
    ? await showWindow(studio, terminal, { home: folders.home, log })
    : undefined;
  await untilEnded(studio, window, terminal.signal);
  window?.close();
  if (!(await closeInTime(studio))) tell(terminal, say(terminal, 'cli.serve.endedLate'));
  return exitCodes.done;
}

/** The host is loaded here and not before, so that no other command pays for it. */
async function start(
  files: readonly string[],
  port: number,
  terminal: Terminal,
  { folders, version, resourcesDirectory, rendererDirectory, log }: ServeSurroundings,
): Promise<ServedStudio> {
  const { serveStudio } = await import('../../host/serve-studio');
  try {
    return await serveStudio({
      home: folders.home,
      description: { version, systemLanguage: findLocale(terminal.env, undefined) },
      openWorkspace: (given) =>
        createWorkspace({ ...given, folders, env: terminal.env, resourcesDirectory, log }),
      rendererDirectory,
      port,
      files,
    });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw thrown;
    throw usageError(terminal, 'cli.serve.portRefused', { port, reason: code });
  }
}

/**
 * Opens files in the studio that has the data folder.
 * @returns its address; undefined where there is nothing to open, or it takes no files
 * @throws StudioError what a file could not be opened for
 */
async function openInRunning(home: string, files: readonly string[]): Promise<string | undefined> {
  const running = await findRunningStudio(home);
  const { url, handoverToken } = running ?? {};
  if (files.length === 0 || url === undefined || handoverToken === undefined) return undefined;
  const reply: Reply = await handOver({ url, handoverToken }, files);
  if (!reply.ok) throw errorFromJson(reply.error);
  return url;
}

function printAddress(terminal: Terminal, url: string): void {
  terminal.stdout.write(`${JSON.stringify({ url })}\n`);
}

/** Until a person interrupts it, or has closed its window and looks at it nowhere else. */
function untilEnded(
  { pages }: ServedStudio,
  window: OpenedWindow | undefined,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((fulfil) => {
    if (signal.aborted) fulfil();
    signal.addEventListener('abort', () => fulfil());
    if (window === undefined) return;
    let isClosed = false;
    window.onClosed(() => {
      isClosed = true;
      if (pages.hadAny() && pages.count() === 0) fulfil();
    });
    pages.onEmpty(() => {
      if (isClosed) fulfil();
    });
  });
}

/** @returns whether everything came to its end within the limit */
async function closeInTime(studio: ServedStudio): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((fulfil) => {
    timer = setTimeout(() => fulfil(false), endLimitMs);
  });
  const isDone = await Promise.race([studio.close().then(() => true as const), limit]);
  clearTimeout(timer);
  return isDone;
}
