// Every result of a recogniser in the corpus through the reader of JSON. A file passes when it is read
// without a repair into as many words, at the times and with the text, that stand in it or in the file of
// cues beside it; or, where it holds no transcript, when it is refused as what it is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';

/** Cues as `begin end text`, or by what a file is refused; written down from the files by hand. */
const expectations = {
  'aliyun-filetrans__queueing.json': { refused: 'unfinished' },
  'aliyun-filetrans__submitted.json': { refused: 'unfinished' },
  'aliyun-filetrans__success.json': { cues: [[340, 2365, '北京的天气。']] },
  'aliyun-filetrans__words.json': {
    cues: [[340, 2365, '北京的天气。']],
    words: [
      [640, 940, '北京'],
      [940, 1120, '的'],
      [1120, 2020, '天气'],
    ],
  },
  'aliyun-flash__zh-words.json': {
    cues: [[880, 3080, '北京的天气。']],
    words: [
      [880, 1760, '北京'],
      [1760, 2200, '的'],
      [2200, 3080, '天气'],
    ],
  },
  'aws-transcribe__expert.json': { beside: 'aws-transcribe__expert.vtt' },
  'aws-transcribe__futurama.json': {
    text: 'look at me. I’m doctor Zoidberg, homeowner.',
    words: [
      [40, 550, 'look'],
      [550, 730, 'at'],
      [730, 1420, 'me'],
      [1430, 1730, 'I’m'],
      [1730, 2310, 'doctor'],
      [2310, 3510, 'Zoidberg'],
      [3520, 4890, 'homeowner'],
    ],
  },
  'whisper-timestamped__empty.json': {
    cues: [
      [20, 1180, 'Thank you.'],
      [1180, 1400, '.'],
    ],
    words: [
      [20, 380, 'Thank'],
      [380, 1180, 'you'],
      [1180, 1400, '.'],
    ],
  },
  'whisper__pysubs2-jfk.json': {
    cues: [
      [0, 7600, 'And so my fellow Americans ask not what your country can do for you,'],
      [7600, 36_600, 'ask what you can do for your country.'],
    ],
  },
};

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const folder = join(corpus, 'asr-json');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const missing = Object.keys(expectations).filter((name) => !names.includes(name));
  return await withModule('/electron/services/formats/read-subtitle-file.ts', (reading) => {
    const read = (name) => reading.readSubtitleFile(readFileSync(join(folder, name)), name);
    const failures = names.flatMap((name) => {
      const reason = judge(name, read);
      return reason === undefined ? [] : [{ name, reason }];
    });
    const notes = missing.map((name) => `not in this corpus: ${name}`);
    return { total: names.length, failures, notes };
  });

  function judge(name, read) {
    const expected = expectations[name];
    if (expected === undefined) return 'nothing is written down of what it holds';
    let file;
    try {
      file = read(name);
    } catch (error) {
      const found = `${error.code} ${error.data?.result ?? error.message}`;
      return found === `text/unreadable ${expected.refused}` ? undefined : `refused: ${found}`;
    }
    if (expected.refused !== undefined) return `is read, and was to be refused`;
    if (file.repairs.length > 0) return `repairs: ${JSON.stringify(file.repairs)}`;
    const { sentences } = file.document;
    const cues = sentences.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]);
    const words = sentences.flatMap((sentence) =>
      sentence.words.map(({ beginMs, endMs, text }) => [beginMs, endMs, text]),
    );
    if (expected.beside !== undefined) {
      return existsSync(join(folder, expected.beside))
        ? compareBeside(read(expected.beside).document.sentences, sentences)
        : `${expected.beside} is missing`;
    }
    const text = cues.map(([, , said]) => said).join(' ');
    return (
      (expected.cues && differ('cues', cues, expected.cues)) ??
      (expected.words && differ('words', words, expected.words)) ??
      (expected.text && differ('text', plain(text), plain(expected.text)))
    );
  }
}

function plain(text) {
  return text.replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
}

function differ(what, found, expected) {
  const [left, right] = [found, expected].map((value) => plain(JSON.stringify(value)));
  return left === right ? undefined : `${what}: ${left} instead of ${right}`;
}

/**
 * Cues of another program cut the same words elsewhere, so words are compared: each cue there begins and
 * ends with the times of its first and last word here, and all words follow on each other.
 */
function compareBeside(theirs, ours) {
  const words = ours.flatMap((sentence) => sentence.words);
  const letters = (text) => text.replace(/[^\p{L}\p{N}'’]+/gu, '').toLowerCase();
  let next = 0;
  for (const [index, cue] of theirs.entries()) {
    const first = words[next];
    let text = '';
    const wanted = letters(cue.text);
    while (text.length < wanted.length && next < words.length) text += letters(words[next++].text);
    if (text !== wanted) return `cue ${index + 1}: "${text}" instead of "${wanted}"`;
    const last = words[next - 1];
    if (Math.abs(first.beginMs - cue.beginMs) > 1) {
      return `cue ${index + 1} begins at ${first.beginMs} instead of ${cue.beginMs}`;
    }
    if (Math.abs(last.endMs - cue.endMs) > 1) {
      return `cue ${index + 1} ends at ${last.endMs} instead of ${cue.endMs}`;
    }
  }
  return next === words.length ? undefined : `${words.length - next} words more than beside it`;
}
