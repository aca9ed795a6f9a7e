// `npm run bench [-- speed realign peaks window cloud formats check long]`: what the main job costs, beside its peers in the
// same run, as one table whose rows are printed as they are known. `cloud` measures uploads and
// polling; `long` is a 3-hour recording, for memory over time; it is left out by default.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { findCorpus, makeScratch, root, runProgram } from './lib-corpus.mjs';
import { withModule } from './lib-typescript.mjs';

// The peers' runtimes are not to report to their makers either.
process.env.ORT_DISABLE_TELEMETRY = '1';
const scratch = makeScratch();
const zimu = join(root, 'scripts/zimu.mjs');
const rows = [];
const columnWidths = [46, 8, 44, 11];
const corpus = findCorpus();
const clips = findClips();
const tenMinutes = await concatenate(clips, 600, join(scratch, 'ten-minutes.wav'));
const clipSeconds = await totalSeconds(clips);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} logical; ` +
    `${clips.length} clips (${clipSeconds.toFixed(0)} s) ${corpus ? 'of the corpus' : 'made from the fixtures'}\n`,
);

const parts = process.argv.slice(2);
if (parts.length === 0 || parts.includes('speed')) await measureSpeed();
if (parts.length === 0 || parts.includes('realign')) await measureOneSentence();
if (parts.length === 0 || parts.includes('peaks')) await measurePeaks();
if (parts.length === 0 || parts.includes('window')) await measureWindowAndPeers();
if (parts.length === 0 || parts.includes('cloud')) await measureUploads();
if (parts.length === 0 || parts.includes('formats')) {
  const { measureFormats } = await import('./bench/formats.mjs');
  await measureFormats(addRow);
}
if (parts.length === 0 || parts.includes('check')) {
  const { measureChecks } = await import('./bench/check.mjs');
  await measureChecks(addRow);
}
if (parts.includes('long')) await measureLong();

async function measureSpeed() {
  const seconds = 600;
  const one = await transcribe('zimu, 10 min, one core', [tenMinutes], { cores: '0', seconds });
  const two = await transcribe('zimu, 10 min, two cores', [tenMinutes], { cores: '0,1', seconds });
  note('  two cores against one', `${(one.wallMs / two.wallMs).toFixed(2)} × faster`);

  const model = await unpackShippedModel();
  const greedy = await peer('plain greedy loop, clips, one core', 'peer-greedy.mjs', [model], '0');
  const sherpaOne = await peer(
    'sherpa-onnx, clips, one core',
    'peer-sherpa.mjs',
    [model, '1'],
    '0',
  );
  const sherpaTwo = await peer(
    'sherpa-onnx, clips, 2 threads',
    'peer-sherpa.mjs',
    [model, '2'],
    '0,1',
  );
  const clipsOne = await transcribe('zimu, clips, one core', clips, {
    cores: '0',
    seconds: clipSeconds,
  });
  const clipsTwo = await transcribe('zimu, clips, two cores', clips, {
    cores: '0,1',
    seconds: clipSeconds,
  });
  note('  against the plain loop, one core', ratio(greedy, clipsOne));
  note('  against sherpa-onnx, one core', ratio(sherpaOne, clipsOne));
  note(
    '  against sherpa-onnx at its best, two cores',
    ratio(fastest(sherpaOne, sherpaTwo), clipsTwo),
  );
}

/** Recordings of speech: the corpus's LibriSpeech clips, or the project's fixtures. */
function findClips() {
  const folder = corpus
    ? join(corpus, 'speech/en/librispeech-test-other')
    : join(root, 'tests/fixtures/audio');
  return readdirSync(folder)
    .filter((name) => /\.flac$/.test(name) && (corpus !== undefined || /english/.test(name)))
    .map((name) => join(folder, name));
}

/** Clips one after another with half a second between, over and over, to a given length. */
async function concatenate(paths, seconds, target) {
  const gap = join(scratch, 'gap.flac');
  await ffmpeg([
    ...['-f', 'lavfi', '-i', 'anoisesrc=r=16000:a=0.0005', '-t', '0.5', '-ac', '1', gap],
  ]);
  const list = join(scratch, 'list.txt');
  writeFileSync(list, paths.map((path) => `file '${path}'\nfile '${gap}'\n`).join(''));
  await ffmpeg([
    ...['-stream_loop', '-1', '-f', 'concat', '-safe', '0', '-i', list],
    ...['-t', String(seconds), '-c:a', 'pcm_s16le', target],
  ]);
  return target;
}

async function ffmpeg(ffmpegArguments) {
  await timeFfmpeg(ffmpegArguments);
}

/** Wall time in ms. */
async function timeFfmpeg(ffmpegArguments) {
  const { code, stderr, wallMs } = await runProgram('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    ...ffmpegArguments,
  ]);
  if (code !== 0) throw new Error(stderr);
  return wallMs;
}

async function totalSeconds(paths) {
  let seconds = 0;
  for (const path of paths) {
    const probe = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path];
    seconds += Number((await runProgram('ffprobe', probe)).stdout);
  }
  return seconds;
}

async function transcribe(title, files, { cores, seconds }) {
  const out = join(scratch, `out-${rows.length}`);
  const target = files.length === 1 ? join(out, 'result.json') : out;
  mkdirSync(out);
  const options = ['--format', 'json', '--force', '--out', target];
  return measure(title, [zimu, 'transcribe', ...files, ...options], { cores, seconds });
}

async function peer(title, script, scriptArguments, cores) {
  const program = join(root, 'scripts/bench', script);
  return measure(title, [program, ...scriptArguments, ...clips], { cores, seconds: clipSeconds });
}

/** Runs a Node program on some cores and adds its row: wall time, real-time factor, memory. */
async function measure(title, programArguments, { cores, seconds }) {
  const watch = watchMemory();
  const run = await runProgram('taskset', ['-c', cores, process.execPath, ...programArguments], {
    onSpawn: watch.follow,
  });
  const memory = watch.end();
  if (run.code !== 0) throw new Error(`${title}: ${run.stderr}`);
  addRow([
    title,
    `${(run.wallMs / 1000).toFixed(1)} s`,
    `RTF ${(run.wallMs / 1000 / seconds).toFixed(4)}`,
    memory.text,
  ]);
  return { ...run, quarters: memory.quarters };
}

/** The model as its package ships it: what the peers run. */
async function unpackShippedModel() {
  const archive = await runProgram('npm', [
    'pack',
    '@usefulsensors/moonshine-js@0.1.17',
    '--pack-destination',
    scratch,
  ]);
  if (archive.code !== 0) throw new Error(archive.stderr);
  const name = readdirSync(scratch).find((entry) => entry.endsWith('.tgz'));
  const inside = 'package/dist/model/base/quantized';
  const { code, stderr } = await runProgram('tar', [
    '-xzf',
    join(scratch, name),
    '-C',
    scratch,
    inside,
  ]);
  if (code !== 0) throw new Error(stderr);
  return join(scratch, inside);
}

/**
 * Resident memory of a process and of each of its children, from /proc, sampled while they live:
 * the most of the service process, the most of any child, and both by quarters of the time.
 */
function watchMemory() {
  let rootPid;
  const samples = [];
  const sample = () => {
    if (rootPid === undefined) return;
    let child = 0;
    for (const pid of descendants(rootPid)) child = Math.max(child, readResidentKb(pid));
    samples.push({ service: readResidentKb(rootPid), child });
  };
  const timer = setInterval(sample, 100);
  const most = (some, key) => some.reduce((highest, entry) => Math.max(highest, entry[key]), 0);
  return {
    follow: (pid) => (rootPid = pid),
    end() {
      clearInterval(timer);
      const quarter = Math.ceil(samples.length / 4);
      const quarters = [0, 1, 2, 3].map((index) => {
        const part = samples.slice(index * quarter, (index + 1) * quarter);
        return { service: most(part, 'service'), child: most(part, 'child') };
      });
      const child = most(samples, 'child');
      const text = mb(most(samples, 'service')) + (child > 0 ? `, largest child ${mb(child)}` : '');
      return { text, quarters };
    },
  };
}

/** Resident memory of a Node process in KiB; of anything else, or one that ended, 0. */
function readResidentKb(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return /^Name:\s+(node|MainThread)/m.test(status)
      ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
      : 0;
  } catch {
    return 0;
  }
}

function descendants(pid) {
  const path = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(path)) return [];
  const children = readFileSync(path, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function mb(kilobytes) {
  return `${Math.round(kilobytes / 1024)} MB`;
}

/**
 * Peaks of an hour of music-quality mp3, built by the service, against ffmpeg alone: decoding it and
 * nothing else, and bringing it to what engines hear, which adds a mix and a change of rate.
 */
async function measurePeaks() {
  const hour = join(scratch, 'hour.mp3');
  await ffmpeg([
    ...['-stream_loop', '5', '-i', tenMinutes, '-t', '3600'],
    ...['-ar', '44100', '-ac', '2', '-b:a', '128k', hour],
  ]);
  const decodeMs = [];
  const resampleMs = [];
  const peaksMs = [];
  let firstMs = Infinity;
  await withModule('/tests/helpers/build-peaks.ts', async ({ buildPeaks }) => {
    // In turn, and the best of each, because the machine's speed drifts.
    for (let run = 0; run < 3; run++) {
      decodeMs.push(await timeFfmpeg(['-i', hour, '-map', '0:a:0', '-f', 'null', '-']));
      resampleMs.push(
        await timeFfmpeg([
          ...['-i', hour, '-map', '0:a:0', '-ac', '1', '-ar', '16000'],
          ...['-f', 's16le', '/dev/null'],
        ]),
      );
      const beganMs = performance.now();
      firstMs = Math.min(firstMs, await buildPeaks(hour, join(scratch, `cache-${run}`)));
      peaksMs.push(performance.now() - beganMs);
    }
  });
  const [decode, resample, peaks] = [decodeMs, resampleMs, peaksMs].map((all) => Math.min(...all));
  addRow(['ffmpeg, 1 h mp3 decoded', `${(decode / 1000).toFixed(2)} s`, '', '']);
  addRow(['ffmpeg, 1 h mp3 to 16 kHz mono', `${(resample / 1000).toFixed(2)} s`, '', '']);
  addRow([
    'peaks of the same hour',
    `${(peaks / 1000).toFixed(2)} s`,
    `first after ${(firstMs / 1000).toFixed(2)} s`,
    '',
  ]);
  note('  share of the speed of decoding alone', (decode / peaks).toFixed(2));
  note('  share of the speed to 16 kHz mono', (resample / peaks).toFixed(2));
}

/** One sentence placed anew, as a person does who corrected its text. */
async function measureOneSentence() {
  const { measureRealign } = await import('./bench/realign.mjs');
  const clip = join(root, 'tests/fixtures/audio/short-english.flac');
  const durationMs = (await totalSeconds([clip])) * 1000;
  await measureRealign(scratch, clip, { durationMs, timeFfmpeg, report, note });
}

/** The window over the browser host, at the size of its budgets. */
async function measureWindowAndPeers() {
  const { measureWindow } = await import('./bench/window.mjs');
  await measureWindow(scratch, tenMinutes, report);
}

/** The clients of the cloud against curl and the vendor's limits. */
async function measureUploads() {
  const { measureCloud } = await import('./bench/cloud.mjs');
  await measureCloud(scratch, report);
}

function report(title, wallMs, figure, memoryMb) {
  addRow([
    title,
    wallMs === undefined ? '' : `${(wallMs / 1000).toFixed(2)} s`,
    figure,
    memoryMb === undefined ? '' : `${Math.round(memoryMb)} MB`,
  ]);
}

/** Memory must not grow with the length: three hours, by quarters. */
async function measureLong() {
  const seconds = 3 * 3600;
  const path = await concatenate(clips, seconds, join(scratch, 'three-hours.wav'));
  const run = await transcribe('zimu, 3 hours, two cores', [path], { cores: '0,1', seconds });
  for (const [index, { service, child }] of run.quarters.entries()) {
    note(`  quarter ${index + 1}, most resident`, `service ${mb(service)}, child ${mb(child)}`);
  }
}

function fastest(...runs) {
  return runs.reduce((best, run) => (run.wallMs < best.wallMs ? run : best));
}

function ratio(other, ours) {
  return `${(other.wallMs / ours.wallMs).toFixed(2)} × faster`;
}

function note(title, text) {
  addRow([title, '', text, '']);
}

/** Prints a row at once: what comes after it may fail. */
function addRow(row) {
  if (rows.length === 0) {
    printRow(['what', 'wall', 'figure', 'peak memory']);
    printRow(columnWidths.map((width) => '-'.repeat(width)));
  }
  rows.push(row);
  printRow(row);
}

function printRow(row) {
  const cells = row.map((cell, column) => cell.padEnd(columnWidths[column]));
  console.log(cells.join('  ').trimEnd());
}
