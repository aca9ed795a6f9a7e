import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type InProcessOptions, runInProcess } from './run-in-process';
import { runZimu, type ZimuOptions, type ZimuRun } from './run-zimu';
import { scriptedSpeech } from './scripted-speech';
import { useStandaloneTools } from './use-standalone-tools';

const fixtures = resolve(import.meta.dirname, '../fixtures/audio');

/** A few seconds of English. */
export const shortSpeech = join(fixtures, 'short-english.flac');
/** Its first words, for tests that only need some speech. */
export const briefSpeech = join(fixtures, 'brief-english.flac');
/** Half a minute of English with pauses. */
export const longSpeech = join(fixtures, 'long-english.flac');

/** A folder of its own for each test, and the program run in it. */
export interface CliFolder {
  readonly path: () => string;
  readonly inFolder: (name: string) => string;
  /** Puts a recording there, the short one by default; gives its name. */
  readonly place: (name: string, source?: string) => string;
  readonly zimu: (...commandLine: string[]) => Promise<ZimuRun>;
  /** The same with more say in how. */
  readonly zimuWith: (
    commandLine: readonly string[],
    options: Omit<ZimuOptions, 'cwd'>,
  ) => Promise<ZimuRun>;
  /** As `zimu`, but without a process of its own, where a test shows nothing of processes. */
  readonly inside: (...commandLine: string[]) => Promise<ZimuRun>;
  /** The same with more say in how. */
  readonly insideWith: (
    commandLine: readonly string[],
    options: Omit<InProcessOptions, 'cwd'>,
  ) => Promise<ZimuRun>;
  /** `transcribe` by a script of two sentences, for tests that show nothing of hearing. */
  readonly transcribeInside: (...commandLine: string[]) => Promise<ZimuRun>;
}

/** Makes a new folder before each test of the file and removes it afterwards. */
export function useCliFolder(): CliFolder {
  let folder = '';
  useStandaloneTools();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zimu-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = (name: string): string => join(folder, name);
  return {
    path: () => folder,
    inFolder,
    place: (name, source = shortSpeech) => {
      copyFileSync(source, inFolder(name));
      return name;
    },
    zimu: (...commandLine) => runZimu(commandLine, { cwd: folder }),
    zimuWith: (commandLine, options) => runZimu(commandLine, { ...options, cwd: folder }),
    inside: (...commandLine) => runInProcess(commandLine, { cwd: folder }),
    insideWith: (commandLine, options) => runInProcess(commandLine, { ...options, cwd: folder }),
    transcribeInside: (...commandLine) =>
      runInProcess(['transcribe', ...scriptedSpeech.words, ...commandLine], {
        ...{ cwd: folder, env: scriptedSpeech.env },
      }),
  };
}
