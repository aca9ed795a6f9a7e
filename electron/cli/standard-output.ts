/** What stands for standard output on a command line. */
export const standardOutput = '-';

/**
 * Its names in the file system. By them the file behind a `>` would be found to exist already, or
 * would be replaced by another one that nobody looks at.
 */
const paths: readonly string[] = ['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/** What `--out` says, with one name for standard output. */
export function readOut(asked: string | undefined): string | undefined {
  return asked !== undefined && paths.includes(asked) ? standardOutput : asked;
}
