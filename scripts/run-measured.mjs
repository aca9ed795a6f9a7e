// Runs a Node program and writes to a file what it and its children took of the processor, s:
// `node run-measured.mjs FILE PROGRAM ARGUMENTS…`. A process of its own, because a process is only
// told what all of its children took together. Of a child that outlives its parent nothing is known.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [file, ...words] = process.argv.slice(2);
const child = spawn(process.execPath, words, { stdio: 'inherit' });
// A terminal tells every process of an interruption; this one waits for the program to end.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  const seconds = readChildSeconds();
  if (seconds !== undefined) writeFileSync(file, seconds.toFixed(1));
  process.exitCode = code ?? (signal === null ? 0 : 1);
});

/** Undefined where the system has no /proc. */
function readChildSeconds() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // The name may hold blanks and brackets; what follows are numbers, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}
