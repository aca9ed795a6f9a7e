// What `npm test` checks: the first tier, with `--release` the second one (real models where they are
// dear, killed and restarted studios, hours of media, the window under the double), with `--all` both
// at once. The last line is `N passed, N failed, N skipped`.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, constants, freemem, setPriority, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(join(root, 'package.json'));
const beganAllMs = performance.now();
const tiers = {
  first: process.argv.includes('--release') === false,
  release: process.argv.includes('--release') || process.argv.includes('--all'),
};
const scratch = mkdtempSync(join(tmpdir(), 'zimu-test-'));
const memory = makeMemoryFolder();
const total = { passed: 0, failed: 0, skipped: [] };
const failures = [];
/** A row of the last table for each kind of check. */
const rows = [];
// Playwright and Vitest ask for text without colours in different ways, and warn of both at once.
const { NO_COLOR: noColor = '1', FORCE_COLOR: forceColor = '0', ...environment } = process.env;

const children = new Set();
// Who stops the checks gets back the memory that their files lie in.
for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    removeScratch();
    process.exit(128 + number);
  });
}

// Two lanes beside each other. Tests mostly wait for other processes: what they leave of the processor
// goes to the window's tests, one at a time, which are printed when they have ended. The checks fill what
// the lane that ends first leaves.
const lanes = [runServiceTests(), runWindowTests()];
await Promise.all([...lanes, Promise.race(lanes).then(runChecks)]);

removeScratch();
if (total.skipped.length > 0) {
  console.log('\nskipped:');
  for (const { name, reason } of total.skipped) console.log(`  ${name}: ${reason}`);
}
printTable();
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * A folder in memory for what tests write, where this computer has the room: journals and settings wait
 * for the disk at each write, which took a twentieth of the whole run. Tests find it by a link in the
 * usual place, as paths below /dev are never those of recordings. Undefined where there is none, or
 * where no program may be run from it, which tests do.
 */
function makeMemoryFolder() {
  const roomBytes = 3 * 1024 ** 3;
  let folder;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize < roomBytes || freemem() < 2 * roomBytes) return undefined;
    folder = mkdtempSync('/dev/shm/zimu-test-');
    // As the usual place is: some tests are another user, who is kept out by what they look at alone.
    for (const shared of [folder, scratch]) chmodSync(shared, 0o1777);
    const probe = join(folder, 'probe');
    writeFileSync(probe, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
    if (spawnSync(probe).status !== 0) throw new Error('no program runs there');
    rmSync(probe);
    symlinkSync(folder, join(scratch, 'memory'));
    return folder;
  } catch (thrown) {
    console.log(`tests write to the disk: ${thrown.message}`);
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

function removeScratch() {
  for (const folder of [scratch, memory]) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runServiceTests() {
  // Files of these wait for other processes; one more of them fills the time.
  const waiting = new Set(['integration', 'electron', 'release']);
  const projects = [
    ...(tiers.first ? ['architecture', 'unit', 'contract', 'integration', 'electron'] : []),
    ...(tiers.release ? ['release'] : []),
  ];
  for (const project of projects) {
    await runTests(project, 'vitest', 'vitest.mjs', [
      ...['run', '--config', 'tests/config/vitest.config.ts', '--project', project],
      ...(waiting.has(project) ? ['--maxWorkers', String(availableParallelism() + 1)] : []),
    ]);
  }
}

async function runChecks() {
  if (!tiers.first) return;
  await check('format', 'oxfmt', 'bin/oxfmt', ['--check']);
  // Projects are built beside each other already; more checkers would look at the same types again.
  await check('types', 'typescript-7', 'bin/tsc', ['-b', '--checkers', '1']);
  await check('lint', 'oxlint', 'bin/oxlint', ['--deny-warnings']);
}

async function runWindowTests() {
  const projects = [
    ...(tiers.first ? ['browser', 'electron'] : []),
    ...(tiers.release ? ['release', 'double'] : []),
  ];
  await runTests('ui', '@playwright/test', 'cli.js', [
    ...['test', '--config', 'tests/config/playwright.config.ts', '--workers', '1'],
    ...projects.flatMap((name) => ['--project', name]),
  ]);
}

async function check(title, packageName, script, scriptArguments) {
  const { status, seconds } = await run(title, packageName, script, scriptArguments, {
    isAside: true,
    // Both checkers of types are Go programs, which took a third of their time to collect garbage.
    environment: { GOGC: '400', GOMEMLIMIT: '2GiB' },
    priority: constants.priority.PRIORITY_BELOW_NORMAL,
  });
  if (status === 0) total.passed++;
  else {
    total.failed++;
    failures.push(title);
  }
  rows.push({
    ...{ title, files: '', tests: '', seconds },
    processorSeconds: readProcessorSeconds(title),
  });
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
}

/** Runs a kind of tests, whose reporter leaves its counts in the file named by ZIMU_TEST_SUMMARY. */
async function runTests(title, packageName, script, scriptArguments) {
  const file = join(scratch, `${title}.json`);
  const { status, seconds } = await run(title, packageName, script, scriptArguments, {
    summary: file,
    isAside: title === 'ui',
  });
  let summary = { passed: 0, failed: status === 0 ? 0 : 1, skipped: [] };
  try {
    summary = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The run ended before it could count, which its exit code already says.
  }
  // A run can fail without a failed test, by an error outside of any.
  if (status !== 0 && summary.failed === 0) summary.failed = 1;
  total.passed += summary.passed;
  total.failed += summary.failed;
  total.skipped.push(...summary.skipped);
  if (summary.failed > 0) failures.push(title);
  rows.push({
    ...{ title, files: summary.files ?? '', seconds },
    tests: summary.passed + summary.failed + summary.skipped.length,
    processorSeconds: readProcessorSeconds(title),
  });
  console.log(`${summary.failed === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
}

/** @param options `isAside`: of the second lane, whose output is printed when it has ended */
async function run(title, packageName, script, scriptArguments, options) {
  const beganMs = performance.now();
  const isPlaywright = packageName === '@playwright/test';
  const child = spawn(process.execPath, measured(title, packageName, script, scriptArguments), {
    cwd: root,
    stdio: options.isAside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...environment,
      ...(isPlaywright ? { FORCE_COLOR: forceColor } : { NO_COLOR: noColor }),
      ...(options.summary === undefined ? {} : { ZIMU_TEST_SUMMARY: options.summary }),
      ...(memory === undefined ? {} : { TMPDIR: join(scratch, 'memory') }),
      ZIMU_TEST_MODULES: join(scratch, 'modules'),
      ...options.environment,
    },
  });
  children.add(child);
  let output = '';
  if (options.priority !== undefined) setPriority(child.pid, options.priority);
  if (options.isAside) {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
  }
  const status = await new Promise((fulfil) => child.once('close', fulfil));
  children.delete(child);
  process.stdout.write(output);
  return { status, seconds: secondsSince(beganMs) };
}

/** The words after `node` that run a program of a package and keep what it cost. */
function measured(title, packageName, script, scriptArguments) {
  const wrapper = join(root, 'scripts', 'run-measured.mjs');
  return [wrapper, costFile(title), findProgram(packageName, script), ...scriptArguments];
}

function costFile(title) {
  return join(scratch, `${title}-cost`);
}

/** What a check cost, its child processes included; nothing where the system does not say. */
function readProcessorSeconds(title) {
  try {
    return readFileSync(costFile(title), 'utf8');
  } catch {
    return '';
  }
}

/** What each kind of check took, so that the log of every run says where the time goes. */
function printTable() {
  const line = ({ title, files, tests, seconds, processorSeconds }) =>
    [
      title.padEnd(12),
      ...[files, tests, seconds, processorSeconds].map((value) => String(value).padStart(9)),
    ].join(' ');
  const head = { title: '', files: 'files', tests: 'tests', seconds: 'wall s' };
  console.log(`\n${line({ ...head, processorSeconds: 'cpu s' })}`);
  for (const row of rows) console.log(line(row));
  const processorSeconds = rows.reduce((sum, row) => sum + Number(row.processorSeconds), 0);
  const seconds = secondsSince(beganAllMs);
  const all = { title: 'all', files: '', tests: '', seconds };
  console.log(line({ ...all, processorSeconds: processorSeconds.toFixed(1) }));
}

function findProgram(packageName, script) {
  return join(dirname(require.resolve(`${packageName}/package.json`)), script);
}

function secondsSince(beganMs) {
  return ((performance.now() - beganMs) / 1000).toFixed(1);
}
