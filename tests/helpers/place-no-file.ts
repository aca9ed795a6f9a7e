import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';

/** What may lie where a file of ours belongs, and is none; nobody ever writes to the pipe. */
export const noFiles = ['a pipe', 'a folder', 'a link that leads nowhere'] as const;

/** Puts one there. Not on Windows, which has no such pipes. */
export function placeNoFile(kind: (typeof noFiles)[number], path: string): void {
  if (kind === 'a pipe') execFileSync('mkfifo', [path]);
  else if (kind === 'a folder') mkdirSync(path);
  else symlinkSync(`${path}.gone`, path);
}
