import { resolve } from 'node:path';

export interface LaunchFacts {
  /** All words of the command line, the program first. */
  readonly words: readonly string[];
  readonly workingDirectory: string;
  /** In development the application's own folder is one of the words. */
  readonly applicationPath: string;
}

/** Absolute paths of the files that a command line names; switches are not among them. */
export function findFileArguments(facts: LaunchFacts): readonly string[] {
  const { words, workingDirectory, applicationPath } = facts;
  return words
    .slice(1)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(workingDirectory, word))
    .filter((path) => path !== resolve(applicationPath));
}

/** The paths that a second start sent along; none where it sent something else. */
export function parseSentFiles(data: unknown): readonly string[] {
  const files = (data as { readonly files?: unknown } | null | undefined)?.files;
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}
