// `node scripts/run-cues.mjs [--save FILE] [--against FILE] [--limit N] [--heard FOLDER]`: cuts every
// transcript of the corpus into cues and breaks the lines of its subtitles, keeps both in a file, and lists
// what is other than in one that was kept earlier. Each sentence of a reply is a segment of an engine;
// words share its time by letters where no times are known. With transcripts of a folder, as `zimu
// transcribe --format json` writes them, those count too.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTable, requireCorpus } from './lib-corpus.mjs';
import { withModule } from './lib-typescript.mjs';

const { values } = parseArgs({
  options: {
    save: { type: 'string' },
    against: { type: 'string' },
    heard: { type: 'string' },
    limit: { type: 'string', default: '100' },
  },
});
const corpus = requireCorpus();
/** More than this between two subtitles is another scene, whatever stands between them. */
const spokenShare = 0.95;

const cues = await withModule('/electron/core/transcript/tokenise.ts', ({ tokenise }) =>
  withModule('/electron/core/formats/registry.ts', ({ findFormat }) =>
    withModule('/electron/isi/domain/replies/build-imported-transcript.ts', (importing) =>
      withModule('/electron/core/formats/timed-text.ts', ({ listTimedTexts }) =>
        [...listSources(tokenise, findFormat)].flatMap(({ name, language, segments, document }) => {
          const durationMs = Math.max(0, ...(segments ?? []).map(({ endMs }) => endMs));
          const reply = { service: 'flash', segments, durationMs };
          const cut =
            document ?? importing.buildImportedTranscript(reply, { path: name, language });
          return listTimedTexts(cut, {}).map(({ beginMs, endMs, text }) => ({
            name,
            time: `${beginMs}-${endMs}`,
            text: text.replaceAll('\n', ' / '),
          }));
        }),
      ),
    ),
  ),
);
console.log(`${cues.length} cues of ${new Set(cues.map(({ name }) => name)).size} transcripts`);
if (values.save !== undefined) writeFileSync(values.save, `${JSON.stringify(cues)}\n`);
if (values.against !== undefined) compare(JSON.parse(readFileSync(values.against, 'utf8')), cues);

function* listSources(tokenise, findFormat) {
  for (const row of readTable(join(corpus, 'speech.tsv'))) {
    const timed = row.word_times_file === '' ? undefined : readJson(row.word_times_file).words;
    const isWhole = timed !== undefined && /^FULL/.test(row.word_times_kind);
    const endMs = Math.round(Number(row.seconds) * 1000);
    if (row.transcript === '') continue;
    const segment = isWhole
      ? timeWords(row.transcript, timed, tokenise)
      : spread(row.transcript, 0, endMs, tokenise);
    if (segment !== undefined)
      yield { name: row.file, language: row.language, segments: [segment] };
  }
  for (const name of readdirSync(join(corpus, 'asr-json')).filter((file) =>
    file.endsWith('.json'),
  )) {
    const path = join('asr-json', name);
    const segments = readReply(readJson(path), tokenise);
    if (segments.length > 0) yield { name: path, language: 'und', segments };
  }
  for (const path of listFiles('subtitles')) {
    const format = /\.(srt|vtt)$/.exec(path)?.[1];
    if (format === undefined) continue;
    const text = readFileSync(join(corpus, path), 'utf8');
    const { document } = findFormat(format).read(text, { name: path });
    const sentences = document.sentences.map((sentence) => ({
      ...sentence,
      text: sentence.text.replace(/<[^>]*>|\{[^}]*\}/g, '').replace(/\s+/g, ' '),
    }));
    if (sentences.length > 0) yield { name: path, document: { ...document, sentences } };
  }
  for (const name of values.heard === undefined ? [] : readdirSync(values.heard).sort()) {
    const document = JSON.parse(readFileSync(join(values.heard, name), 'utf8'));
    yield { name: join('heard', name), document };
  }
}

/** Sentences of a reply in the forms that the corpus has. */
function readReply(reply, tokenise) {
  if (Array.isArray(reply.segments)) {
    return reply.segments.flatMap(
      ({ start, end, text }) => spread(text, start * 1000, end * 1000, tokenise) ?? [],
    );
  }
  const items = reply.results?.items;
  if (items === undefined) return [];
  const text = items
    .map(({ type, alternatives: [{ content }] }) => (type === 'punctuation' ? '' : ' ') + content)
    .join('');
  const timed = items
    .filter(({ start_time: start }) => start !== undefined)
    .map(({ start_time: start, end_time: end }) => ({ start: Number(start), end: Number(end) }));
  const segment = timeWords(text.trim(), timed, tokenise);
  return segment === undefined ? [] : [segment];
}

/** A text whose words have times; where they are not as many, they share the time of all. */
function timeWords(text, timed, tokenise) {
  const tokens = tokenise(text);
  const first = Math.round(timed[0].start * 1000);
  const last = Math.round(timed.at(-1).end * 1000);
  if (tokens.length !== timed.length) return spread(text, first, last, tokenise);
  const words = tokens.map((token, index) => ({
    ...token,
    beginMs: Math.round(timed[index].start * 1000),
    endMs: Math.round(timed[index].end * 1000),
    timing: 'measured',
  }));
  return { beginMs: first, endMs: last, channel: 0, words };
}

function spread(text, beginMs, endMs, tokenise) {
  const tokens = tokenise(text.replace(/\s+/g, ' ').trim());
  const total = tokens.reduce((sum, token) => sum + token.text.length, 0);
  if (total === 0) return undefined;
  let before = 0;
  const timeAt = () => Math.round(beginMs + (spokenShare * (endMs - beginMs) * before) / total);
  const words = tokens.map((token) => {
    const wordBeginMs = timeAt();
    before += token.text.length;
    return { ...token, beginMs: wordBeginMs, endMs: timeAt(), timing: 'estimated' };
  });
  return { beginMs: Math.round(beginMs), endMs: Math.round(endMs), channel: 0, words };
}

/** What is other than before, as runs of cues between two that are the same. */
function compare(earlier, later) {
  const names = [...new Set([...earlier, ...later].map(({ name }) => name))];
  const changes = names.flatMap((name) =>
    findChanges(
      earlier.filter((cue) => cue.name === name),
      later.filter((cue) => cue.name === name),
    ).map((change) => ({ name, ...change })),
  );
  const count = changes.reduce((sum, { before }) => sum + before.length, 0);
  console.log(
    `${changes.length} places differ; ${count} of ${earlier.length} earlier cues changed\n`,
  );
  for (const [index, { name, before, after }] of changes.slice(0, Number(values.limit)).entries()) {
    console.log(`${index + 1}. ${basename(name)}`);
    for (const { time, text } of before) console.log(`  - ${time} ${text}`);
    for (const { time, text } of after) console.log(`  + ${time} ${text}`);
  }
}

function findChanges(before, after) {
  // Mere ends move with the next cue's begin; that is no other cutting.
  const same = (left, right) => left.text === right.text;
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i][j] = same(before[i], after[j])
        ? lengths[i + 1][j + 1] + 1
        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const changes = [];
  let [i, j] = [0, 0];
  let open;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(before[i], after[j])) {
      [i, j, open] = [i + 1, j + 1, undefined];
      continue;
    }
    if (open === undefined) changes.push((open = { before: [], after: [] }));
    const isGone =
      j === after.length || (i < before.length && lengths[i + 1][j] >= lengths[i][j + 1]);
    if (isGone) open.before.push(before[i++]);
    else open.after.push(after[j++]);
  }
  return changes;
}

function readJson(path) {
  return JSON.parse(readFileSync(join(corpus, path), 'utf8'));
}

function listFiles(folder) {
  return readdirSync(join(corpus, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(corpus, path)))
    .sort();
}
