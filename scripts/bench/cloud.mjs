// The clients of the cloud: upload against curl to the same server, memory by size, and how often
// a hundred tasks that are polled at once are asked after.
import { spawn } from 'node:child_process';
import { randomFillSync, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { build } from 'vite';
import { root, runProgram } from '../lib-corpus.mjs';
import { withModule } from '../lib-typescript.mjs';

const megabyte = 1_000_000;
const throughputBytes = 400 * megabyte;
const throughputRounds = 9;
const memorySizesMb = [10, 100, 500, 2_000];
const taskCount = 100;
const pollSeconds = 60;

/** @param report takes a title, the wall time in ms or undefined, a figure and the memory in MB */
export async function measureCloud(scratch, report) {
  const client = await bundleClient(scratch);
  const folder = join(scratch, 'stored');
  mkdirSync(folder);
  const storing = await startServer(folder);
  const server = await startServer();
  try {
    const stored = { origin: storing.origin, bytes: throughputBytes };
    await measureThroughput('to a server that stores', stored, { scratch, client, report });
    const forgotten = { origin: server.origin, bytes: throughputBytes };
    await measureThroughput('to one that forgets', forgotten, { scratch, client, report });
    await measureMemory(scratch, client, server.origin, report);
    await measurePolling(server.port, report);
  } finally {
    storing.end();
    server.end();
  }
}

/** @returns path of a program that is only the client */
async function bundleClient(scratch) {
  const outDir = join(scratch, 'upload-client');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@core': join(root, 'electron/core'),
        '@isi': join(root, 'electron/isi/domain'),
      },
    },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'scripts/bench/upload-client.mjs'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'client.mjs' } },
    },
  });
  return join(outDir, 'client.mjs');
}

/** @param folder where bodies are written and hashed, as a storage does; by default they are forgotten */
async function startServer(...folder) {
  const script = join(root, 'scripts/bench/discard-server.mjs');
  const child = spawn(process.execPath, [script, ...folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await new Promise((fulfil) => {
    createInterface(child.stdout).once('line', (line) => fulfil([Number(line)]));
  });
  return { port, origin: `http://127.0.0.1:${port}`, end: () => child.kill() };
}

/**
 * A server that forgets shows what a client can do at most, far beyond any network; one that stores
 * shows what a person gets from a storage beside them.
 */
async function measureThroughput(title, { origin, bytes }, { scratch, client, report }) {
  const file = join(scratch, 'upload.bin');
  writeRandom(file, bytes);
  const ways = {
    'curl -T': () => curl(['-T', file, `${origin}/bench/curl.bin`]),
    'zimu to OSS, 3 parts at once': () => upload(client, 'oss', origin, file),
    // As one body too, read while it is sent.
    'curl -X POST -T': () => curl(['-X', 'POST', '-T', file, `${origin}/stream/v1/x`]),
    'zimu to flash': () => upload(client, 'flash', origin, file),
  };
  const seconds = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < throughputRounds; round++) {
    for (const [name, measure] of Object.entries(ways)) {
      seconds[name].push((await measure()).seconds);
    }
  }
  report(`upload of ${bytes / megabyte} MB ${title}, best of ${throughputRounds}`, undefined, '');
  for (const [name, values] of Object.entries(seconds)) {
    const best = Math.min(...values);
    report(`  ${name}`, best * 1000, `${Math.round(bytes / megabyte / best)} MB/s`);
  }
  // The machine's speed drifts, by more than what is measured: only neighbours in time are compared.
  const share = (ours, peer) =>
    findMedian(seconds[ours].map((value, round) => seconds[peer][round] / value)).toFixed(2);
  const oss = share('zimu to OSS, 3 parts at once', 'curl -T');
  const flash = share('zimu to flash', 'curl -X POST -T');
  report('  share of the speed of curl, OSS, median', undefined, oss);
  report('  share of the speed of curl, flash, median', undefined, flash);
}

function findMedian(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function measureMemory(scratch, client, origin, report) {
  const file = join(scratch, 'sparse.bin');
  writeFileSync(file, '');
  for (const sizeMb of memorySizesMb) {
    truncateSync(file, sizeMb * megabyte);
    for (const kind of ['oss', 'flash']) {
      const { seconds, peakKb } = await upload(client, kind, origin, file);
      report(`upload of ${sizeMb} MB, ${kind}`, seconds * 1000, '', peakKb / 1024);
    }
  }
}

/** curl's own time from beginning to end: its start is not counted, as that of Node is not. */
async function curl(curlArguments) {
  const run = await runProgram('curl', [
    ...['-s', '--fail', '--noproxy', '*', '-o', '/dev/null', '-w', '%{time_total}'],
    ...curlArguments,
  ]);
  if (run.code !== 0) throw new Error(`curl ended with ${run.code}: ${run.stderr}`);
  return { seconds: Number(run.stdout) };
}

async function upload(client, kind, origin, file) {
  const run = await runProgram(process.execPath, [client, kind, origin, file]);
  if (run.code !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Tasks that never end, asked after by the client's own schedule for a minute. */
async function measurePolling(port, report) {
  const load = (path, work) => withModule(path, work);
  await load('/tests/simulator/start-simulator.ts', ({ startSimulator }) =>
    load('/electron/isi/client/file/file-client.ts', ({ createFileClient }) =>
      load('/electron/isi/client/file/poll-task.ts', ({ pollTask }) =>
        load('/electron/isi/client/http/create-http-client.ts', async ({ createHttpClient }) => {
          const account = { userId: '1', accessKeyId: 'benchId', accessKeySecret: 'benchSecret' };
          const simulator = await startSimulator({
            accounts: [account],
            appkeys: [{ appkey: 'bench', userId: '1', sampleRateHz: 16_000 }],
            queueingQueries: Infinity,
          });
          const http = createHttpClient({ proxy: 'none' });
          const client = createFileClient({
            http,
            endpoint: simulator.url,
            getAccessKey: () => Promise.resolve(account),
            now: Date.now,
            makeNonce: () => randomUUID(),
          });
          const refusals = [];
          const ending = AbortSignal.timeout(pollSeconds * 1000);
          const link = `http://localhost:${port}/tone.wav`;
          const job = async () => {
            // Of its own, as every job of the studio has one.
            const signal = AbortSignal.any([ending]);
            const { taskId } = await client.submit({ appkey: 'bench', file_link: link }, signal);
            await pollTask({
              ...{ client, taskId, signal, random: Math.random },
              onRetry: ({ error }) => refusals.push(error.code),
            });
          };
          const ends = await Promise.allSettled(Array.from({ length: taskCount }, job));
          const failed = ends.find(({ reason }) => reason?.code !== 'job/cancelled');
          if (failed !== undefined) throw failed.reason ?? new Error('a task ended');
          const { count, closestSeconds } = summarise(simulator.requests);
          await http.close();
          await simulator.close();
          report(
            `${taskCount} file jobs polled at once`,
            pollSeconds * 1000,
            `${(count / pollSeconds).toFixed(1)} queries/s, of one task never within ` +
              `${closestSeconds.toFixed(2)} s, ${refusals.length} refused`,
          );
        }),
      ),
    ),
  );
}

/** Queries of all tasks, and the shortest time between two of one. */
function summarise(requests) {
  const lastMs = new Map();
  let closestMs = Infinity;
  const queries = requests.filter(({ target }) => target === 'result');
  for (const { parameters, beganMs } of queries) {
    const { TaskId: taskId } = parameters;
    closestMs = Math.min(closestMs, beganMs - (lastMs.get(taskId) ?? -Infinity));
    lastMs.set(taskId, beganMs);
  }
  return { count: queries.length, closestSeconds: closestMs / 1000 };
}

function writeRandom(path, bytes) {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(4 * megabyte);
  for (let at = 0; at < bytes; at += piece.length) writeSync(file, randomFillSync(piece));
  closeSync(file);
}
