import type { StudioSettings } from '@contract/api';
import type { Page } from '@playwright/test';
import type * as Electron from 'electron';

/** Where the window under test runs; one Playwright project each. */
export type HostKind = 'browser' | 'double' | 'electron';

export interface StudioStart {
  /** The folder of everything the studio keeps. */
  readonly home: string;
  /** More for the environment of its process. */
  readonly env: Readonly<Record<string, string>>;
  /** A file named on the command line. */
  readonly file?: string;
}

/** A running studio with its window, the same for specs on every host. */
export interface RunningStudio {
  readonly page: Page;
  /**
   * Runs a function in Electron's main process, with the `electron` module as its first argument,
   * as Playwright's `ElectronApplication.evaluate` does. A browser host has none and throws.
   */
  evaluate<Argument, Result>(
    work: (electron: typeof Electron, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Awaited<Result>>;
  /** Does what asks for files, and answers with these. */
  chooseFiles(paths: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Does what saves a file, and gives its name and text. */
  saveFile(save: () => Promise<void>): Promise<SavedFile>;
  /** Ends the process as a person would, by closing it. */
  close(): Promise<void>;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
  /**
   * Takes its page away and forgets what it was used for, but for the settings it began with; absent
   * where only a new one is clean.
   */
  rest?(settings: StudioSettings | undefined): Promise<void>;
  /** Shows it again after {@link rest}, as a new one is shown. */
  wake?(): Promise<void>;
}

export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** Starts a studio on one kind of host; the caller closes it. */
export type LaunchStudio = (start: StudioStart) => Promise<RunningStudio>;
