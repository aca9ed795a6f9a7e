import { readFileSync } from 'node:fs';

/** Ids of a process's children whose command line names a program. Only where there is /proc. */
export function childrenOf(pid: number, program: string): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((text) => text !== '')
    .map(Number)
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(program));
}

/**
 * Whether a process still runs. One that has ended may stay in the table until its new parent asks
 * for its end, which on a busy computer takes a while.
 */
export function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets before it may hold anything.
    return !/^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1));
  } catch {
    return false;
  }
}
