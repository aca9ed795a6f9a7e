// `npm run conformance -- media`: every media file of the corpus through the built `zimu`, one
// process each. A file passes when it transcribes or ends with a coded error, within its time.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeScratch, requireCorpus, runZimu } from './lib-corpus.mjs';

const [suite = 'media'] = process.argv.slice(2);
if (suite !== 'media') {
  console.error(`there is no suite "${suite}"; there is: media`);
  process.exit(2);
}

const limitMs = 60_000;
const corpus = requireCorpus();
const scratch = makeScratch();
const files = readdirSync(join(corpus, 'media'), { recursive: true, encoding: 'utf8' })
  .map((name) => join(corpus, 'media', name))
  .filter((path) => statSync(path).isFile() && !/\.(json|md|txt|tsv)$/.test(path))
  .sort();

const tally = { transcribed: 0, empty: 0, refused: 0, failed: 0 };
const refusals = new Map();
let next = 0;
// Two at a time, as many as the smallest machine this runs on has cores.
await Promise.all([worker(), worker()]);

console.log(`\nrefused with a code:`);
for (const [code, count] of [...refusals].sort()) console.log(`  ${code}: ${count}`);
console.log(
  `${files.length} files: ${tally.transcribed} transcribed, ${tally.empty} without speech, ` +
    `${tally.refused} refused with a code, ${tally.failed} failed`,
);
process.exitCode = tally.failed === 0 ? 0 : 1;

async function worker() {
  while (next < files.length) {
    const index = next++;
    const path = files[index];
    const result = join(scratch, `${index}.json`);
    const run = await runZimu(['transcribe', path, '--format', 'json', '--out', result], {
      limitMs,
      env: { LC_ALL: 'C.UTF-8' },
    });
    const verdict = judge(run, result);
    const [kind, detail] = verdict;
    tally[kind]++;
    if (kind === 'refused') refusals.set(detail, (refusals.get(detail) ?? 0) + 1);
    if (kind === 'failed' || process.argv.includes('--verbose')) {
      console.log(`${kind.padEnd(12)} ${relative(corpus, path)} ${detail}`);
    }
  }
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
