import { describe, test } from 'vitest';

/** Why tests with pipes, signals and scripts of sh cannot run here; undefined where they can. */
export const noUnix =
  process.platform === 'win32' ? 'needs pipes, signals and scripts of sh' : undefined;

/**
 * A group of tests that cannot run everywhere. Where it cannot, one test stands for all of it and says
 * why: what vitest's own `skipIf` skips says nothing.
 * @param reason undefined where they can run
 */
export function describeUnless(reason: string | undefined, title: string, body: () => void): void {
  if (reason === undefined) describe(title, body);
  else test(`${title} (all of it)`, ({ skip }) => skip(reason));
}
