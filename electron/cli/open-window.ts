import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createChildEnvironment } from '@core/environment/child-environment';

export interface WindowOptions {
  /** A page on the disk. Whatever stands on a command line, everybody on the computer can read. */
  readonly file: string;
  /** Data folder: the window has a browser profile of its own there. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** A page shown to a person, as far as we can tell. */
export interface OpenedWindow {
  /** Called when the person has closed it; never for the default browser, which lives on. */
  onClosed(listener: () => void): void;
  /** Called when it could not be opened after all. */
  onFailed(listener: () => void): void;
  close(): void;
}

export interface WindowCommand {
  readonly program: string;
  readonly programArguments: readonly string[];
  /** Whether the program runs as long as its window is open. */
  readonly endsWithWindow: boolean;
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * How to show a page on this computer; undefined where there is no display or no program for it.
 * @param isRoot whether this process has all rights
 */
export function findWindowCommand(
  { file, home, env, platform }: WindowOptions,
  isRoot: boolean,
): WindowCommand | undefined {
  if (platform === 'darwin') {
    return { program: 'open', programArguments: [file], endsWithWindow: false };
  }
  if (platform === 'win32') {
    const programArguments = ['url.dll,FileProtocolHandler', file];
    return { program: 'rundll32', programArguments, endsWithWindow: false };
  }
  const hasDisplay = [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => (name ?? '') !== '');
  if (!hasDisplay) return undefined;
  const program = chromiumNames
    .map((name) => findOnPath(name, env['PATH']))
    .find((path) => path !== undefined);
  if (program === undefined) {
    const opener = findOnPath('xdg-open', env['PATH']);
    if (opener === undefined) return undefined;
    return { program: opener, programArguments: [file], endsWithWindow: false };
  }
  const programArguments = [
    `--app=${pathToFileURL(file).href}`,
    // Its own, so that it is a process of ours, whatever browser is open besides.
    `--user-data-dir=${join(home, 'window')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1280,800',
    // Chromium refuses to start for root otherwise; it shows no page but ours.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
  return { program, programArguments, endsWithWindow: true };
}

/** Shows a page in a window of its own, or in the default browser. */
export function openWindow(options: WindowOptions): OpenedWindow {
  const closedListeners: (() => void)[] = [];
  const failedListeners: (() => void)[] = [];
  const callAll = (listeners: readonly (() => void)[]): void => {
    for (const listener of listeners) listener();
  };
  const command = findWindowCommand(options, process.getuid?.() === 0);
  let close = (): void => undefined;
  if (command === undefined) {
    process.nextTick(() => callAll(failedListeners));
  } else {
    const child = spawn(command.program, command.programArguments, {
      stdio: 'ignore',
      env: createChildEnvironment('browser', options.env),
    });
    child.on('error', () => callAll(failedListeners));
    child.on('exit', (code) => {
      if (code !== 0) callAll(failedListeners);
      else if (command.endsWithWindow) callAll(closedListeners);
    });
    close = () => child.kill();
  }
  return {
    onClosed: (listener) => closedListeners.push(listener),
    onFailed: (listener) => failedListeners.push(listener),
    close: () => close(),
  };
}

function findOnPath(name: string, path: string | undefined): string | undefined {
  return (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((candidate) => {
      try {
        return statSync(candidate).isFile();
      } catch {
        return false;
      }
    });
}
