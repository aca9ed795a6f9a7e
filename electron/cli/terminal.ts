import {
  type Locale,
  type MessageParameters,
  type Wording,
  chooseLocale,
  translate,
} from '@core/messages/catalogue';
import { escapeJson, showHarmless } from '@core/messages/show-harmless';

/** A stream the command line writes to; `isTTY` where a person watches it. */
export interface TextStream {
  write(text: string): unknown;
  /** Of a stream that takes binary files as well. */
  writeBytes?(bytes: Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything a command knows of the outside; tests pass their own. */
export interface Terminal {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder relative paths start from: the caller's, also under `npm run`. */
  readonly workingDirectory: string;
  readonly locale: Locale;
  readonly signal: AbortSignal;
  /** Secret values met since the start, also those that the keychain gave. */
  readonly knownSecrets?: () => readonly string[];
}

/** A message in the terminal's language. */
export function say(terminal: Terminal, wording: Wording, parameters?: MessageParameters): string {
  return translate(terminal.locale, wording, parameters);
}

/**
 * Writes one line for people, to standard error: standard output is for results. Here and in
 * {@link print} nothing gets past that a terminal would obey, whoever wrote it.
 */
export function tell(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${showHarmless(line)}\n`);
}

/** Writes what a person asked to read, to standard output. A transcript is a result: it goes raw. */
export function print(terminal: Terminal, text: string): void {
  terminal.stdout.write(showHarmless(text));
}

/** Writes an answer for programs, which a person may have on the screen all the same. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.stdout.write(`${escapeJson(JSON.stringify(value, null, 2))}\n`);
}

/**
 * The language of the texts: `ZIMU_LOCALE`, then the setting, then the system's (POSIX variables
 * first, as every command-line program does, then what the runtime found).
 */
export function findLocale(
  env: Readonly<Record<string, string | undefined>>,
  setting: Locale | undefined,
): Locale {
  const asked = env['ZIMU_LOCALE'];
  if (asked !== undefined && asked !== '') return chooseLocale(asked);
  if (setting !== undefined) return setting;
  const posix = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return chooseLocale(posix ?? new Intl.DateTimeFormat().resolvedOptions().locale);
}
