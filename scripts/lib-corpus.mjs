// What the accuracy, conformance and bench scripts share: the corpus outside the project (looked
// for, never needed), and the built command line run as a process.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** Folder of the corpus, or undefined; ZIMU_CORPUS names another place. */
export function findCorpus() {
  const folder = resolve(process.env.ZIMU_CORPUS ?? join(root, '../shared/corpus'));
  return existsSync(join(folder, 'speech.tsv')) ? folder : undefined;
}

/** Ends the script, with a reason and without failing, where the corpus is absent. */
export function requireCorpus() {
  const corpus = findCorpus();
  if (corpus !== undefined) return corpus;
  console.log('skipped: the corpus is not here (expected ../shared/corpus, or set ZIMU_CORPUS)');
  process.exit(0);
}

/** Rows of a tab-separated file as objects keyed by its header. */
export function readTable(path) {
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** A folder that goes away with the process. */
export function makeScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'zimu-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program; gives its exit code, output and wall time, killing it after `limitMs`. */
export function runProgram(command, programArguments, { limitMs = 0, env, onSpawn } = {}) {
  return new Promise((fulfil, reject) => {
    const beganMs = performance.now();
    const child = spawn(command, programArguments, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    onSpawn?.(child.pid);
    let isLate = false;
    const timer =
      limitMs > 0
        ? setTimeout(() => {
            isLate = true;
            child.kill('SIGKILL');
          }, limitMs)
        : undefined;
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      fulfil({ code, signal, stdout, stderr, isLate, wallMs: performance.now() - beganMs });
    });
  });
}

/** The built `zimu` program. */
export function runZimu(commandLine, options = {}) {
  return runProgram(process.execPath, [join(root, 'scripts/zimu.mjs'), ...commandLine], options);
}
