// Runs the desktop product, and tells whether Electron could show it at all: on a computer without a
// display, without a library it needs, or where its sandbox is refused, it ends in its first moments.
// Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of what it said last, to look for the reason in; a studio may run for days. */
const keptLength = 16_384;

/**
 * Files are named from the folder of the caller, where npm was started.
 * @param program Electron's
 * @param words folder of the product, then what a person named
 * @returns the exit code, and, where Electron never came as far as a window or a message of ours,
 *   what it said of it
 */
export async function runElectron(program, words) {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-start-'));
  const mark = join(folder, 'shown');
  try {
    return await run(program, words, mark);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program, words, mark) {
  // As Node it would run the main process without Electron.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env;
  // Chromium's sandbox refuses to run for root, who has nothing to be protected from it.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...flags, ...words], {
    cwd: process.env.INIT_CWD || process.cwd(),
    env: { ...environment, ZIMU_SHOWN_MARK: mark },
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    process.stderr.write(piece);
    said = (said + piece.toString()).slice(-keptLength);
  });
  let isEnded = false;
  const end = (signal) => {
    isEnded = true;
    // A terminal tells every process of an interruption; this one waits for the studio to end.
    if (signal !== 'SIGINT') child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, end);
  return new Promise((fulfil) => {
    child.on('error', (error) => fulfil({ code: 1, reason: error.message }));
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, end);
      const isFailure = code !== 0 && !isEnded && !existsSync(mark);
      const reason = isFailure ? (findReason(said) ?? `${code ?? signal}`) : undefined;
      fulfil({ code: code ?? 1, reason });
    });
  });
}

/** The line that says why: a fatal one, else the last error, else the last of all. */
function findReason(said) {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#\d+ |\[end of stack trace|Received signal)/.test(line));
  const last = (pattern) => lines.findLast((line) => pattern.test(line));
  const found =
    last(/:FATAL:|error while loading shared libraries|Library not loaded/i) ??
    last(/Missing X server|DISPLAY/) ??
    last(/:ERROR:|\berror\b/i) ??
    lines.at(-1);
  // Chromium's numbers of process, time and source say nothing to a person.
  return found?.replace(/^\[[^\]]*:(?:FATAL|ERROR):[^\]]*\]\s*/, '');
}
