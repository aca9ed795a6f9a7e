// `npm run accuracy -- levels [--model tiny]`: where the words of one recording are put when it
// begins late, behind digital silence or the hiss that a noise gate leaves, and what is heard of it
// when it is fainter or louder. Everything goes through the built `zimu` program; the recording is
// jfk.wav of the corpus.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeScratch, requireCorpus, runProgram, runZimu } from './lib-corpus.mjs';
import { countWordErrors, normaliseWords } from './lib-words.mjs';

const original = join(requireCorpus(), 'speech/en/jfk.wav');
const delaysMs = [
  ...[0, 1, 5, 11, 17, 23, 96, 100, 137, 250, 388],
  ...[500, 777, 1000, 1333, 1990, 3141, 4900, 5000, 12_345],
];
const levelsDb = [20, 12, 0, -10, -20, -35, -40, -45, -50];
/** Where the first word begins and the word "Americans" ends, with how far they may lie beside. */
const beginMs = 284;
const beginToleranceMs = 60;
const americansMs = [2036, 2200];
/** What a closed gate lets through. */
const hissesDb = [-65, -70, -75];
const hissDelaysMs = [5, 23, 100, 250, 388, 777, 2000, 4900];
const words = normaliseWords(
  'and so my fellow americans ask not what your country can do for you ask what you can do for your country',
);

const scratch = makeScratch();
const variants = [
  ...delaysMs.map((delayMs) => ({
    name: `begins ${delayMs} ms late`,
    delayMs,
    codec: 'pcm_s16le',
  })),
  ...hissesDb.flatMap((hissDb) =>
    hissDelaysMs.map((delayMs) => ({
      name: `${delayMs} ms late, hiss ${hissDb} dB`,
      ...{ delayMs, hissDb, codec: 'pcm_s24le' },
    })),
  ),
  ...levelsDb.flatMap((db) =>
    ['pcm_s16le', 'pcm_s24le', 'pcm_f32le'].map((codec) => ({
      name: `${db} dB, ${codec.slice(4)}`,
      delayMs: 0,
      db,
      codec,
    })),
  ),
];
for (const [index, variant] of variants.entries()) {
  variant.media = join(scratch, `${index}.wav`);
  const filter =
    variant.hissDb === undefined
      ? variant.db === undefined
        ? `adelay=${variant.delayMs}`
        : `volume=${variant.db}dB:precision=double`
      : `[1:a][0:a]concat=n=2:v=0:a=1`;
  const format = ['-filter_complex', filter, '-c:a', variant.codec, variant.media];
  const inputs = ['-i', original, ...(variant.hissDb === undefined ? [] : listHiss(variant))];
  await runProgram('ffmpeg', ['-v', 'error', ...inputs, ...format]);
}

/** Noise of a level, for as long as the recording is late. */
function listHiss({ hissDb, delayMs }) {
  const amplitude = Math.sqrt(3) * 10 ** (hissDb / 20);
  const noise = `anoisesrc=r=16000:seed=7:amplitude=${amplitude}:duration=${delayMs / 1000}`;
  return ['-f', 'lavfi', '-i', noise];
}

const model = process.argv.includes('--model')
  ? process.argv[process.argv.indexOf('--model') + 1]
  : 'base';
const out = join(scratch, 'out');
mkdirSync(out);
const { code, stderr } = await runZimu([
  ...['transcribe', ...variants.map(({ media }) => media)],
  ...['--model', model, '--format', 'json', '--out', out, '--force'],
]);
if (code !== 0) {
  console.error(stderr);
  process.exitCode = 1;
}

const found = new Map();
for (const name of readdirSync(out)) {
  const transcript = JSON.parse(readFileSync(join(out, name), 'utf8'));
  found.set(basename(transcript.media.path), transcript.sentences);
}
console.log(`model ${model}; times in ms, without the delay\n`);
console.log('recording                  first word  "Americans"  last word  word errors');
let beside = 0;
for (const { name, media, delayMs } of variants) {
  const sentences = found.get(basename(media)) ?? [];
  const heard = sentences.flatMap((sentence) => sentence.words);
  const at = (word, edge) => (word === undefined ? undefined : word[edge] - delayMs);
  const first = at(heard[0], 'beginMs');
  const americans = at(
    heard.find(({ text }) => /^america/i.test(text)),
    'endMs',
  );
  const errors = countWordErrors(
    words,
    normaliseWords(sentences.map(({ text }) => text).join(' ')),
  );
  const isRight =
    Math.abs(first - beginMs) <= beginToleranceMs &&
    americans >= americansMs[0] &&
    americans <= americansMs[1];
  if (!isRight) beside++;
  console.log(
    name.padEnd(27) +
      String(first ?? '-').padStart(10) +
      String(americans ?? '-').padStart(13) +
      String(at(heard.at(-1), 'endMs') ?? '-').padStart(11) +
      String(errors).padStart(13) +
      (isRight ? '' : '  beside'),
  );
}
console.log(`\n${beside} of ${variants.length} have an edge beside its place`);
