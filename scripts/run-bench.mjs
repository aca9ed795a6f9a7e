// `npm run bench [-- --long]`: what the main job costs, beside its peers in the same run, as one
// table. `--long` adds a 3-hour recording, for memory over time.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { findCorpus, makeScratch, root, runProgram } from './lib-corpus.mjs';

const scratch = makeScratch();
const zimu = join(root, 'scripts/zimu.mjs');
const rows = [];
const corpus = findCorpus();
const clips = await makeClips();
const tenMinutes = await concatenate(clips, 600, join(scratch, 'ten-minutes.wav'));
const clipSeconds = await totalSeconds(clips);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} logical; ` +
    `${clips.length} clips (${clipSeconds.toFixed(0)} s) ${corpus ? 'of the corpus' : 'made from the fixtures'}\n`,
);

const one = await transcribe('zimu, 10 min, one core', [tenMinutes], { cores: '0', seconds: 600 });
const two = await transcribe('zimu, 10 min, two cores', [tenMinutes], {
  cores: '0,1',
  seconds: 600,
});
note('  two cores against one', `${(one.wallMs / two.wallMs).toFixed(2)} × faster`);

const model = await unpackShippedModel();
const greedy = await peer('plain greedy loop, clips, one core', 'peer-greedy.mjs', [model], '0');
const sherpaOne = await peer('sherpa-onnx, clips, one core', 'peer-sherpa.mjs', [model, '1'], '0');
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

await measurePeaks();
if (process.argv.includes('--long')) await measureLong();
printTable();

/** Speech as WAV files of 16 kHz: the corpus's LibriSpeech clips, or the project's fixtures. */
async function makeClips() {
  const folder = corpus
    ? join(corpus, 'speech/en/librispeech-test-other')
    : join(root, 'tests/fixtures/audio');
  const sources = readdirSync(folder)
    .filter((name) => /\.flac$/.test(name) && (corpus || /english/.test(name)))
    .map((name) => join(folder, name));
  mkdirSync(join(scratch, 'clips'));
  return Promise.all(
    sources.map(async (source) => {
      const path = join(scratch, 'clips', `${basename(source, '.flac')}.wav`);
      await ffmpeg(['-i', source, '-ar', '16000', '-ac', '1', path]);
      return path;
    }),
  );
}

/** Clips one after another with half a second between, over and over, to a given length. */
async function concatenate(paths, seconds, target) {
  const list = paths.map((path) => `file '${path}'\nfile '${join(scratch, 'gap.wav')}'\n`).join('');
  await ffmpeg([
    '-f',
    'lavfi',
    '-i',
    'anoisesrc=r=16000:a=0.0005',
    '-t',
    '0.5',
    '-ac',
    '1',
    join(scratch, 'gap.wav'),
  ]);
  writeFileSync(join(scratch, 'list.txt'), list);
  await ffmpeg([
    ...['-stream_loop', '-1', '-f', 'concat', '-safe', '0', '-i', join(scratch, 'list.txt')],
    ...['-t', String(seconds), '-c', 'copy', target],
  ]);
  return target;
}

async function ffmpeg(ffmpegArguments) {
  const { code, stderr } = await runProgram('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    ...ffmpegArguments,
  ]);
  if (code !== 0) throw new Error(stderr);
}

async function totalSeconds(paths) {
  let bytes = 0;
  for (const path of paths) bytes += readFileSync(path).length - 44;
  return bytes / 32_000;
}

async function transcribe(title, files, { cores, seconds }) {
  const out = join(scratch, `out-${rows.length}`);
  const target = files.length === 1 ? join(out, 'result.json') : out;
  mkdirSync(out);
  const watch = watchMemory();
  const run = await runProgram(
    'taskset',
    [
      ...['-c', cores, process.execPath, zimu, 'transcribe', ...files],
      ...['--format', 'json', '--force', '--out', target],
    ],
    { onSpawn: watch.follow },
  );
  const memory = watch.end();
  if (run.code !== 0) throw new Error(`${title}: ${run.stderr}`);
  rows.push([
    title,
    `${(run.wallMs / 1000).toFixed(1)} s`,
    `RTF ${(run.wallMs / 1000 / seconds).toFixed(4)}`,
    memory,
  ]);
  return run;
}

async function peer(title, script, scriptArguments, cores) {
  const watch = watchMemory();
  const run = await runProgram(
    'taskset',
    [
      ...[
        '-c',
        cores,
        process.execPath,
        join(root, 'scripts/bench', script),
        ...scriptArguments,
        ...clips,
      ],
    ],
    { onSpawn: watch.follow },
  );
  const memory = watch.end();
  if (run.code !== 0) throw new Error(`${title}: ${run.stderr}`);
  rows.push([
    title,
    `${(run.wallMs / 1000).toFixed(1)} s`,
    `RTF ${(run.wallMs / 1000 / clipSeconds).toFixed(4)}`,
    memory,
  ]);
  return run;
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
 * Highest resident memory of a process and of each of its children, from /proc, sampled while they
 * live: the service process first, then the largest child.
 */
function watchMemory() {
  let rootPid;
  const highest = new Map();
  const sample = () => {
    if (rootPid === undefined) return;
    for (const pid of [rootPid, ...descendants(rootPid)]) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
        const isNode = /^Name:\s+node/m.test(status);
        if (isNode) highest.set(pid, Math.max(highest.get(pid) ?? 0, peakKb));
      } catch {
        // It ended between being listed and being read.
      }
    }
  };
  const timer = setInterval(sample, 200);
  return {
    follow: (pid) => (rootPid = pid),
    end() {
      clearInterval(timer);
      const service = highest.get(rootPid) ?? 0;
      const children = [...highest].filter(([pid]) => pid !== rootPid).map(([, kb]) => kb);
      const largest = children.length === 0 ? '' : `, largest child ${mb(Math.max(...children))}`;
      return `${mb(service)}${largest}`;
    },
  };
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

/** Peaks of a compressed hour, built through the service, against ffmpeg decoding it for nothing. */
async function measurePeaks() {
  const hour = join(scratch, 'hour.mp3');
  await ffmpeg(['-stream_loop', '5', '-i', tenMinutes, '-t', '3600', '-b:a', '96k', hour]);
  const bare = await runProgram('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-i',
    hour,
    '-ac',
    '1',
    '-ar',
    '16000',
    '-f',
    's16le',
    '/dev/null',
    '-y',
  ]);
  rows.push([
    'bare ffmpeg, one hour of mp3 to 16 kHz',
    `${(bare.wallMs / 1000).toFixed(1)} s`,
    '',
    '',
  ]);
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@core': join(root, 'electron/core') } },
  });
  const { buildPeaks } = await server.ssrLoadModule('/tests/helpers/build-peaks.ts');
  const beganMs = performance.now();
  const firstMs = await buildPeaks(hour, join(scratch, 'cache'));
  const wallMs = performance.now() - beganMs;
  await server.close();
  rows.push([
    'peaks of the same hour',
    `${(wallMs / 1000).toFixed(1)} s`,
    `first after ${(firstMs / 1000).toFixed(2)} s`,
    '',
  ]);
  note('  share of bare ffmpeg speed', (bare.wallMs / wallMs).toFixed(2));
}

/** Memory must not grow with the length: three hours against ten minutes. */
async function measureLong() {
  const seconds = 3 * 3600;
  const path = await concatenate(clips, seconds, join(scratch, 'three-hours.wav'));
  await transcribe('zimu, 3 hours, two cores', [path], { cores: '0,1', seconds });
}

function fastest(...runs) {
  return runs.reduce((best, run) => (run.wallMs < best.wallMs ? run : best));
}

function ratio(other, ours) {
  return `${(other.wallMs / ours.wallMs).toFixed(2)} × faster`;
}

function note(title, text) {
  rows.push([title, '', text, '']);
}

function printTable() {
  const header = ['what', 'wall', 'figure', 'peak memory'];
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column].length)),
  );
  for (const row of [header, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}
