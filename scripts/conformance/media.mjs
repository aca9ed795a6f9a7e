// Every media file of the corpus through the built `zimu`, one process each. A file passes when it
// transcribes or ends with a coded error, within its time.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeScratch, runZimu } from '../lib-corpus.mjs';

const limitMs = 60_000;

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const scratch = makeScratch();
  const files = readdirSync(join(corpus, 'media'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(corpus, 'media', name))
    .filter((path) => statSync(path).isFile() && !/\.(json|md|txt|tsv)$/.test(path))
    .sort();
  const failures = [];
  const tally = { transcribed: 0, empty: 0, refused: 0, failed: 0 };
  const refusals = new Map();
  let next = 0;
  const worker = async () => {
    while (next < files.length) {
      const index = next++;
      const path = files[index];
      const result = join(scratch, `${index}.json`);
      const run = await runZimu(['transcribe', path, '--format', 'json', '--out', result], {
        limitMs,
        env: { LC_ALL: 'C.UTF-8' },
      });
      const [kind, detail] = judge(run, result);
      tally[kind]++;
      if (kind === 'refused') refusals.set(detail, (refusals.get(detail) ?? 0) + 1);
      if (kind === 'failed') failures.push({ name: relative(corpus, path), reason: detail });
    }
  };
  // Two at a time, as many as the smallest machine this runs on has cores.
  await Promise.all([worker(), worker()]);
  const notes = [
    `${tally.transcribed} transcribed, ${tally.empty} without speech, ${tally.refused} refused with a code`,
    ...[...refusals].sort().map(([code, count]) => `refused, ${code}: ${count}`),
  ];
  return { total: files.length, failures, notes };
}

function judge({ code, signal, stderr, isLate }, result) {
  if (isLate) return ['failed', `no end within ${limitMs / 1000} s`];
  if (signal !== null) return ['failed', `killed by ${signal}`];
  const coded = /\[([a-z-]+\/[a-z-]+)\]/.exec(stderr)?.[1];
  if (code === 0) {
    const { sentences } = JSON.parse(readFileSync(result, 'utf8'));
    return [sentences.length === 0 ? 'empty' : 'transcribed', ''];
  }
  if (code === 3 && coded !== undefined) return ['refused', coded];
  return ['failed', `exit ${code}: ${stderr.trim().split('\n').slice(-3).join(' | ')}`];
}
