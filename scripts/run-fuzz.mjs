// `npm run fuzz [-- FORMAT…]`: spoilt files through every reader, for a bounded time. A reader gives a
// document or a refusal with its code, never another error; what it gives can be written again; and
// four times the bytes take no more than some ten times as long. ZIMU_SEED repeats a run, ZIMU_FUZZ is
// how many spoilt files there are of each format.
import { withModule } from './lib-typescript.mjs';

const seed = Number(process.env.ZIMU_SEED ?? Date.now() % 2 ** 31);
const filesEach = Number(process.env.ZIMU_FUZZ ?? 300);
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const mostMs = 5000;
let state = seed;
/** A number from 0 to below `most` (mulberry32). */
function pick(most) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
}

const scraps = [
  ...['-->', ' --> ', '\n', '\n\n', '\r\n', '<', '>', '</', '<i>', '<v Ann>', '<00:00:01.000>'],
  ...['{', '}', '{\\an8}', '{\\k20}', '[', ']', '[00:01.00]', '0', '99', '-1', ',', ';', ':', '"'],
  ...[
    '\0',
    '\ufeff',
    '\u2028',
    '再见',
    '\ud83d',
    '&',
    '&lt;',
    '&#x110000;',
    '00:00:01,000',
    '1e300',
  ],
  ...[
    'WEBVTT',
    'NOTE',
    'STYLE',
    'REGION',
    '[Events]',
    'Dialogue: ',
    '<tt>',
    '<p begin="1s">',
    '{"a":',
  ],
];

/** A file with some of its bytes or stretches changed. */
function spoil(content) {
  let bytes = Buffer.from(content);
  for (let times = 1 + pick(6); times > 0; times--) {
    const at = pick(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + pick(40));
    const kind = pick(6);
    if (kind === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (kind === 1) {
      const scrap = Buffer.from(scraps[pick(scraps.length)]);
      bytes = Buffer.concat([bytes.subarray(0, at), scrap, bytes.subarray(at)]);
    } else if (kind === 2 && bytes.length > 0) {
      bytes = Buffer.from(bytes);
      bytes[Math.min(at, bytes.length - 1)] = pick(256);
    } else if (kind === 3) {
      const piece = bytes.subarray(at, Math.min(bytes.length, at + 200));
      bytes = Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)]);
    } else if (kind === 4) bytes = bytes.subarray(0, at);
    else {
      const scrap = Buffer.from(scraps[pick(scraps.length)].repeat(1 + pick(30)));
      bytes = Buffer.concat([bytes.subarray(0, at), scrap, bytes.subarray(end)]);
    }
  }
  return bytes;
}

/** Sentences of our own words, some with marks, speakers and odd times. */
function makeDocument(count) {
  const texts = [
    'Good morning, everyone.',
    '<i>Where</i> is it?',
    '大家好，再见。',
    'One\ntwo',
    'Well…',
  ];
  const sentences = Array.from({ length: count }, (_, index) => {
    const beginMs = index * 2000;
    const text = texts[index % texts.length];
    const word = {
      before: '',
      text,
      after: '',
      beginMs,
      endMs: beginMs + 1500,
      timing: 'estimated',
    };
    return {
      ...{ id: `s${index}`, beginMs, endMs: beginMs + 1500, text, channel: 0 },
      ...(index % 3 === 0 ? { speaker: 'Ann' } : {}),
      words: [word],
    };
  });
  return { language: 'en', sentences };
}

console.log(`seed ${seed}, ${filesEach} files of each format`);
const failures = [];
await withModule('/electron/services/formats/read-subtitle-file.ts', (reader) =>
  withModule('/electron/core/formats/registry.ts', ({ transcriptFormats }) => {
    const formats = transcriptFormats.filter(({ read, write }) => read && write);
    const unknown = asked.find((id) => !formats.some((format) => format.id === id));
    if (unknown !== undefined) {
      failures.push(`no format "${unknown}" is read and written`);
      return;
    }
    for (const format of formats) {
      if (asked.length === 0 || asked.includes(format.id)) fuzzFormat(format, reader);
    }
  }),
);
for (const failure of failures) console.log(`fails: ${failure}`);
console.log(`${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;

function fuzzFormat(format, { readSubtitleFile }) {
  const name = `a${format.extension}`;
  const sound = Buffer.from(format.write(makeDocument(12)).content);
  const tally = { read: 0, refused: 0 };
  let slowestMs = 0;
  for (let count = 0; count < filesEach; count++) {
    const bytes = spoil(sound);
    const beganMs = performance.now();
    try {
      const { document } = readSubtitleFile(bytes, name);
      format.write(document);
      tally.read++;
    } catch (thrown) {
      if (thrown?.code?.startsWith?.('text/')) tally.refused++;
      else
        failures.push(
          `${format.id}: ${thrown?.stack ?? thrown}\n  ${JSON.stringify(bytes.toString('latin1')).slice(0, 600)}`,
        );
    }
    slowestMs = Math.max(slowestMs, performance.now() - beganMs);
  }
  if (slowestMs > mostMs) failures.push(`${format.id}: ${Math.round(slowestMs)} ms for one file`);
  const growth = measureGrowth(format, name, readSubtitleFile);
  console.log(
    `${format.id.padEnd(6)} read ${tally.read}, refused ${tally.refused}, ` +
      `slowest ${Math.round(slowestMs)} ms, four times the bytes ${growth.map((one) => `${one.toFixed(1)} ×`).join(', ')}`,
  );
}

/** How many times as long four times the bytes take: of sound cues, of one hostile scrap, of no line end. */
function measureGrowth(format, name, readSubtitleFile) {
  const time = (bytes) => {
    let best = Infinity;
    for (let round = 0; round < 3; round++) {
      const beganMs = performance.now();
      try {
        readSubtitleFile(bytes, name);
      } catch {
        // A refusal takes its time as well.
      }
      best = Math.min(best, performance.now() - beganMs);
    }
    return best;
  };
  const kinds = {
    cues: (size) => Buffer.from(format.write(makeDocument(size)).content),
    scraps: (size) => Buffer.from(scraps.join('').repeat(Math.ceil(size / 8))),
    'one line': (size) =>
      Buffer.from(`${format.write(makeDocument(1)).content}`.replaceAll('\n', ' ').repeat(size)),
  };
  return Object.entries(kinds).map(([kind, make]) => {
    const once = time(make(1500));
    const four = time(make(6000));
    // Below some ms other things count.
    const growth = four < 40 ? 1 : four / Math.max(once, 1);
    if (growth > 11) {
      failures.push(
        `${format.id}: ${kind}: ${Math.round(once)} ms, four times the bytes ${Math.round(four)} ms`,
      );
    }
    return growth;
  });
}
