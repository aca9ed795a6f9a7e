import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { StudioSettings } from '@contract/api';
import { type ExitCode, exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import {
  createCredentialStore,
  type CredentialStore,
} from '../services/credentials/create-credential-store';
import { createKeychain } from '../services/credentials/keychain';
import type { SecretStore } from '../services/credentials/secret-store';
import { mendFoldersAtStart } from '../services/files/mend-folders';
import { findFolders } from '../services/settings/folders';
import { loadSettings } from '../services/settings/load-settings';
import { createStudio } from '../services/create-studio';
import type { Studio } from '../services/studio';
import { type CommandName, commandSpecs, globalOptions } from './command-specs';
import { align } from './commands/align';
import { check } from './commands/check';
import { convert } from './commands/convert';
import { doctor } from './commands/doctor';
import { extract } from './commands/extract';
import { formats } from './commands/formats';
import { formatHelp } from './commands/help';
import { isi } from './commands/isi';
import { probe } from './commands/probe';
import { serve } from './commands/serve';
import { transcribe } from './commands/transcribe';
import { parseArguments, type ParsedArguments, usageError } from './parse-arguments';
import { redactForTerminal } from './redact-for-terminal';
import { reportError } from './report';
import { findLocale, print, tell, type Terminal, type TextStream } from './terminal';

export interface CommandLineSurroundings {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Aborted when the person asks to stop. */
  readonly signal: AbortSignal;
  readonly version: string;
  /** The checkout's or the package's `resources` folder. */
  readonly resourcesDirectory: string;
  /** Folder of the built renderer. */
  readonly rendererDirectory: string;
  /** The built program of the local engine; by default the one beside this very program. */
  readonly engineChildScript?: string;
  /** Where secrets are kept; by default the keychain of this computer. */
  readonly secrets?: SecretStore;
}

type Command = (studio: Studio, parsed: ParsedArguments, terminal: Terminal) => Promise<ExitCode>;

const commands: Readonly<Record<Exclude<CommandName, 'help' | 'serve'>, Command>> = {
  transcribe,
  align,
  convert,
  check,
  extract,
  formats,
  probe,
  doctor,
  isi,
};

/**
 * Runs one command line and gives the code the process should end with. Expected failures are
 * printed, never thrown.
 * @param commandLine the words after the program's name
 */
export async function runCommandLine(
  commandLine: readonly string[],
  surroundings: CommandLineSurroundings,
): Promise<ExitCode> {
  const debug = commandLine.includes('--debug');
  const env = resolveEnvironment(surroundings.env, surroundings.workingDirectory);
  const folders = findFolders({
    env,
    platform: process.platform,
    homeDirectory: homedir(),
  });
  let settings: StudioSettings = {};
  let settingsError: StudioError | undefined;
  try {
    settings = await loadSettings(folders.settingsFile);
  } catch (thrown) {
    settingsError = toStudioError(thrown);
  }
  let credentials: CredentialStore | undefined;
  const terminal: Terminal = {
    ...surroundings,
    env,
    locale: findLocale(env, settings.locale),
    knownSecrets: () => credentials?.knownSecrets() ?? [],
  };
  if (settingsError !== undefined) reportError(terminal, settingsError, { debug });

  let studio: Studio | undefined;
  try {
    const [name, ...rest] = commandLine;
    if (name === '--version' || name === '-v') {
      print(terminal, `${surroundings.version}\n`);
      return exitCodes.done;
    }
    if (name === undefined || name === '--help' || name === '-h') {
      print(terminal, formatHelp(terminal, undefined));
      return name === undefined ? exitCodes.usage : exitCodes.done;
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      print(terminal, formatHelp(terminal, name));
      return exitCodes.done;
    }
    const spec = commandSpecs.find((candidate) => candidate.name === name);
    if (spec === undefined) throw usageError(terminal, 'cli.unknownCommand', { command: name });
    const withGlobals = { ...spec, options: [...spec.options, ...globalOptions] };
    const parsed = parseArguments(withGlobals, rest, terminal);
    if (spec.name === 'help') {
      print(terminal, formatHelp(terminal, parsed.files[0]));
      return exitCodes.done;
    }
    const log = (line: string): void => {
      if (debug) tell(terminal, redactForTerminal(terminal, line));
    };
    const { version, resourcesDirectory, rendererDirectory } = surroundings;
    if (spec.name === 'serve') {
      // It has services of its own, which live as long as the studio.
      const places = { folders, resourcesDirectory, rendererDirectory };
      return await serve(parsed, terminal, { ...places, version, log });
    }
    await mendFoldersAtStart(folders, log);
    credentials = createCredentialStore({
      secrets: surroundings.secrets ?? createKeychain(),
      env,
      first: 'environment',
      isLookWork: true,
      publish: () => undefined,
      log,
    });
    studio = createStudio({
      folders,
      readSettings: () => settings,
      env,
      resourcesDirectory,
      engineChildScript: surroundings.engineChildScript,
      credentials,
      log,
    });
    return await commands[spec.name](studio, parsed, terminal);
  } catch (thrown) {
    const error = toStudioError(thrown);
    reportError(terminal, error, { debug });
    return exitCodeOf(error.code);
  } finally {
    await studio?.dispose();
  }
}

/** Variables that name a file or a folder of the product. */
const pathVariables = ['ZIMU_HOME', 'ZIMU_MODELS', 'ZIMU_FFMPEG', 'ZIMU_FFPROBE'];

/** The environment with its paths made absolute as the caller meant them; empty ones are unset. */
function resolveEnvironment(
  env: CommandLineSurroundings['env'],
  workingDirectory: string,
): CommandLineSurroundings['env'] {
  const paths = pathVariables.map((name) => {
    const value = env[name];
    const isUnset = value === undefined || value === '';
    return [name, isUnset ? undefined : resolve(workingDirectory, value)] as const;
  });
  return { ...env, ...Object.fromEntries(paths) };
}
