// `npm run accuracy [-- --model tiny]`: word error rate and word-boundary errors of the local
// engine over the corpus's speech, by set. Everything goes through the built `zimu` program.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { makeScratch, readTable, requireCorpus, runProgram, runZimu } from './lib-corpus.mjs';
import {
  countWordErrors,
  normalisation,
  normaliseWords,
  pairInOrder,
  quantile,
} from './lib-words.mjs';

const corpus = requireCorpus();
const scratch = makeScratch();
const model = process.argv.includes('--model')
  ? process.argv[process.argv.indexOf('--model') + 1]
  : 'base';

const rows = readTable(join(corpus, 'speech.tsv')).filter(({ language }) => language === 'en');
const clips = [];
for (const row of rows) clips.push({ ...row, set: setOf(row), media: await asMedia(row) });

const out = join(scratch, 'out');
mkdirSync(out);
const { code, stderr, wallMs } = await runZimu([
  'transcribe',
  ...clips.map(({ media }) => media),
  ...['--model', model, '--format', 'json', '--out', out, '--force'],
]);
if (code !== 0) {
  console.error(stderr);
  console.error(`zimu ended with ${code}`);
  process.exitCode = 1;
}

const results = readResults();
for (const clip of clips) clip.transcript = results.get(clip.media);
reportWordErrors();
reportBoundaries();
reportGuard();

function setOf({ file, real_or_synthetic: kind }) {
  if (file.includes('librispeech')) return 'LibriSpeech test-other';
  if (/\/jfk\./.test(file)) return 'jfk';
  return kind === 'real' ? 'other real English' : 'other English, perhaps synthetic';
}

/** Headerless audio gets a header; everything else is taken as it is. */
async function asMedia({ file, codec, sample_rate: rate }) {
  const path = join(corpus, file);
  if (!codec.startsWith('raw')) return path;
  const wrapped = join(scratch, `${basename(file, extname(file))}-raw.wav`);
  await runProgram('ffmpeg', [
    '-v',
    'error',
    '-f',
    's16le',
    '-ar',
    rate,
    '-ac',
    '1',
    '-i',
    path,
    wrapped,
  ]);
  return wrapped;
}

function readResults() {
  const found = new Map();
  for (const name of readdirSync(out)) {
    const transcript = JSON.parse(readFileSync(join(out, name), 'utf8'));
    found.set(transcript.media.path, transcript);
  }
  return found;
}

function reportWordErrors() {
  console.log(`model ${model}; normalisation: ${normalisation}`);
  console.log(`wall time of all ${clips.length} clips: ${(wallMs / 1000).toFixed(1)} s\n`);
  console.log('set                                clips  words  errors   WER %  measured %');
  for (const set of new Set(clips.map((clip) => clip.set))) {
    let words = 0;
    let errors = 0;
    let all = 0;
    let measured = 0;
    const members = clips.filter((clip) => clip.set === set && clip.transcript !== undefined);
    for (const {
      transcript,
      transcript: { sentences },
      ...clip
    } of members) {
      const reference = normaliseWords(clipReference(clip));
      const hypothesis = normaliseWords(sentences.map(({ text }) => text).join(' '));
      const wrong = countWordErrors(reference, hypothesis);
      words += reference.length;
      errors += wrong;
      for (const word of sentences.flatMap((sentence) => sentence.words)) {
        all++;
        if (word.timing === 'measured') measured++;
      }
      if (process.argv.includes('--verbose')) {
        console.log(`  ${basename(transcript.media.path)}: ${wrong}/${reference.length}`);
        if (wrong > 0)
          console.log(`    ref ${reference.join(' ')}\n    hyp ${hypothesis.join(' ')}`);
      }
    }
    console.log(
      set.padEnd(34) +
        String(members.length).padStart(6) +
        String(words).padStart(7) +
        String(errors).padStart(8) +
        ((100 * errors) / words).toFixed(2).padStart(8) +
        ((100 * measured) / all).toFixed(1).padStart(12),
    );
  }
}

function clipReference(clip) {
  return rows.find(({ file }) => file === clip.file).transcript;
}

/**
 * Reference words against recognised ones, paired in order, and beside it each against the nearest
 * of its spelling: that is kinder, as a word put far from its place meets another one instead.
 */
function reportBoundaries() {
  const inOrder = new Map();
  const nearest = new Map();
  let total = 0;
  let unpaired = 0;
  let unheard = 0;
  for (const { file, transcript, word_times_file: timesFile, word_times_kind: kind } of clips) {
    if (timesFile === '' || /MACHINE/.test(kind) || transcript === undefined) continue;
    const reference = JSON.parse(readFileSync(join(corpus, timesFile), 'utf8'))
      .words.map(({ word, start, end }) => ({
        key: normaliseWords(word).join(' '),
        beginMs: start * 1000,
        endMs: end * 1000,
      }))
      .sort((a, b) => a.beginMs - b.beginMs);
    const heard = transcript.sentences
      .flatMap(({ words }) => words)
      .map(({ text, beginMs, endMs }) => ({
        key: normaliseWords(text).join(' '),
        beginMs,
        endMs,
      }));
    const set = file.includes('librispeech')
      ? 'LibriSpeech (MFA, some words)'
      : `${basename(file)} (${kind.split(':')[0].toLowerCase()})`;
    for (const errors of [inOrder, nearest]) if (!errors.has(set)) errors.set(set, []);
    total += reference.length;
    for (const [index, pair] of pairInOrder(reference, heard, distanceMs).entries()) {
      const word = reference[index];
      if (pair === undefined) unpaired++;
      else inOrder.get(set).push(...boundaryErrors(word, pair));
      const near = heard
        .filter(({ key }) => key === word.key)
        .sort((a, b) => distanceMs(word, a) - distanceMs(word, b))[0];
      if (near === undefined) unheard++;
      else nearest.get(set).push(...boundaryErrors(word, near));
    }
  }
  printBoundaries('paired in order, ms', inOrder);
  console.log(`${unpaired} of ${total} reference words have no pair in order and are left out.`);
  printBoundaries('nearest of the spelling, ms', nearest);
  console.log(`${unheard} of ${total} reference words were not recognised at all.`);
}

function boundaryErrors(word, other) {
  return [Math.abs(word.beginMs - other.beginMs), Math.abs(word.endMs - other.endMs)];
}

function distanceMs(word, other) {
  const [begin, end] = boundaryErrors(word, other);
  return begin + end;
}

function printBoundaries(title, errorsBySet) {
  const all = [...errorsBySet.values()].flat();
  const heading = `\nboundaries, ${title}`.padEnd(41);
  console.log(`${heading}bounds  median   mean     p95  <=100 %  <=200 %`);
  for (const [set, errors] of [...errorsBySet, ['all', all]]) {
    if (errors.length === 0) continue;
    const sorted = errors.sort((a, b) => a - b);
    const share = (limit) =>
      (100 * sorted.filter((value) => value <= limit).length) / sorted.length;
    console.log(
      set.padEnd(40) +
        String(sorted.length).padStart(6) +
        quantile(sorted, 0.5).toFixed(0).padStart(8) +
        (sorted.reduce((a, b) => a + b, 0) / sorted.length).toFixed(0).padStart(7) +
        quantile(sorted, 0.95).toFixed(0).padStart(8) +
        share(100).toFixed(1).padStart(9) +
        share(200).toFixed(1).padStart(9),
    );
  }
}

/** English that the guard took for something else. */
function reportGuard() {
  const empty = clips.filter(({ transcript }) => transcript?.sentences.length === 0);
  console.log(
    `\nEnglish clips without any text: ${empty.length} of ${clips.length} ` +
      `(${empty.map(({ media }) => basename(media)).join(', ') || 'none'})`,
  );
  const flagged = stderr.split('\n').filter((line) => /^\d+:\d\d.*–/.test(line));
  const withText = clips.filter(({ transcript }) => transcript?.sentences.length > 0).length;
  console.log(
    `passages the guard held back: ${flagged.length}; of these and the ${withText} clips with text: ` +
      `${((100 * flagged.length) / (flagged.length + withText)).toFixed(1)} % ` +
      '(a clip counts once, however many passages it has)',
  );
}
