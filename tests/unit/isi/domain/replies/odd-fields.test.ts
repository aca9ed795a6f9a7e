import { describe, expect, test } from 'vitest';
import { toStudioError } from '@core/errors/studio-error';
import { buildImportedTranscript } from '@isi/replies/build-imported-transcript';
import { readVendorReply } from '@isi/replies/import-reply';
import type { ImportedReply } from '@isi/replies/imported-reply';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { findDisorder, textOf } from '../show-segments';
import {
  type Fields,
  makeFlatWords,
  makeSentences,
  recordingMs,
  type ReplyForm,
  replyForms,
  spokenLines,
  writeReply,
} from './reply-forms';

/** How a field is spoiled: another value, or none at all. */
type Oddity = readonly [name: string, change: (fields: Fields, key: string) => void];

const set =
  (value: unknown): Oddity[1] =>
  (fields, key) =>
    (fields[key] = value);
const absent: readonly Oddity[] = [
  ['null', set(null)],
  ['missing', (fields, key) => Reflect.deleteProperty(fields, key)],
];
const noScalar: readonly Oddity[] = [
  ['an object', set({ value: 1 })],
  ['an empty object', set({})],
  ['a list', set([1_500])],
  ['an empty list', set([])],
  ['true', set(true)],
  ['false', set(false)],
];
/** None of these is a time; the last are numbers, but no place in this recording. */
const noTimes: readonly Oddity[] = [
  ...absent,
  ...noScalar,
  ['NaN as text', set('NaN')],
  ['Infinity as text', set('Infinity')],
  ['a word', set('soon')],
  ['an empty text', set('')],
  ['a clock', set('00:00:04.000')],
  ['negative', set(-5)],
  ['negative as text', set('-5')],
  ['far beyond the recording', set(recordingMs * 50)],
  ['a date', set(1_540_363_288_472)],
  ['too large', set(1e300)],
];
/** The same time in another type. */
const sameTimes: readonly Oddity[] = [
  ['as text', (fields, key) => (fields[key] = String(fields[key]))],
  ['as a number', (fields, key) => (fields[key] = Number(fields[key]))],
  ['with blanks', (fields, key) => (fields[key] = ` ${String(fields[key])} `)],
  ['with a part of a ms', (fields, key) => (fields[key] = Number(fields[key]) + 0.3)],
];
const noLists: readonly Oddity[] = [
  ['a number', set(5)],
  ['a word', set('soon')],
  ['true', set(true)],
  ['an object', set({ value: 1 })],
];
const noTexts: readonly Oddity[] = [...absent, ...noScalar];
/** Nothing hangs on these: what cannot be read is as if it were not there. */
const besides: readonly Oddity[] = [
  ...noTexts,
  ['NaN as text', set('NaN')],
  ['an empty text', set('')],
  ['negative', set(-1)],
  ['a part', set(0.5)],
];

/** What is to be told of a case: sentences and words that were mended, entries left out. */
const told = {
  /** As if nothing had been changed. */
  same: [0, 0, 0],
  'mended-sentence': [1, 0, 0],
  /** Its times and text are as they were. */
  'told-sentence': [1, 0, 0],
  'told-words': [0, 2, 0],
  /** Its words say it. */
  'same-words': [1, 0, 0],
  'mended-word': [0, 1, 0],
  'lost-text': [0, 0, 1],
} as const;

interface Case {
  readonly what: string;
  readonly form: ReplyForm;
  /** Which line of what is said it is about. */
  readonly line: number;
  readonly json: string;
  readonly outcome: keyof typeof told;
}

function listCases(form: ReplyForm): Case[] {
  const cases: Case[] = [];
  const add = (
    [oddity, change]: Oddity,
    key: string | undefined,
    line: number,
    outcome: Case['outcome'],
    pick: (sentences: Fields[], words: Fields[] | undefined) => Fields | undefined,
  ): void => {
    if (key === undefined) return;
    const sentences = makeSentences(form);
    const words = makeFlatWords(form);
    const fields = pick(sentences, words);
    if (fields === undefined) return;
    change(fields, key);
    const json = writeReply(form, sentences, words);
    cases.push({ what: `${key} of line ${line}: ${oddity}`, form, line, json, outcome });
  };
  spokenLines.forEach(({ words: spoken }, line) => {
    const { sentence, word } = form;
    const ofSentence = (sentences: Fields[]): Fields | undefined => sentences[line];
    const both = [sentence.begin, sentence.end];
    for (const key of both) {
      for (const oddity of noTimes) add(oddity, key, line, 'mended-sentence', ofSentence);
      for (const oddity of sameTimes) add(oddity, key, line, 'same', ofSentence);
    }
    const reverse: Oddity = ['before its begin', set(spokenLines[line]!.beginMs - 100)];
    add(reverse, sentence.end, line, 'mended-sentence', ofSentence);
    const hasWords = word !== undefined;
    for (const oddity of noTexts) {
      add(oddity, sentence.text, line, hasWords ? 'same-words' : 'lost-text', ofSentence);
    }
    for (const oddity of besides) {
      add(oddity, sentence.channel, line, 'same', ofSentence);
      add(oddity, sentence.speaker, line, 'same', ofSentence);
    }
    for (const oddity of absent) add(oddity, sentence.words, line, 'same', ofSentence);
    for (const oddity of noLists) add(oddity, sentence.words, line, 'told-sentence', ofSentence);
    add(['a list of none', set([7, null])], sentence.words, line, 'told-words', ofSentence);
    const before = spokenLines.slice(0, line).reduce((sum, own) => sum + own.words.length, 0);
    spoken.forEach((_, place) => {
      const ofWord = (sentences: Fields[], words: Fields[] | undefined): Fields | undefined =>
        words?.[before + place] ??
        (sentences[line]?.[sentence.words ?? ''] as Fields[] | undefined)?.[place];
      for (const key of [word?.begin, word?.end]) {
        for (const oddity of noTimes) add(oddity, key, line, 'mended-word', ofWord);
        for (const oddity of sameTimes) add(oddity, key, line, 'same', ofWord);
      }
      for (const oddity of noTexts) add(oddity, word?.text, line, 'mended-word', ofWord);
      for (const oddity of besides) {
        add(oddity, word?.channel, line, 'same', ofWord);
        add(oddity, word?.mark, line, 'same', ofWord);
      }
    });
  });
  return cases;
}

const listed = new Map<ReplyForm, readonly Case[]>();

function casesOf(form: ReplyForm): readonly Case[] {
  const cases = listed.get(form) ?? listCases(form);
  listed.set(form, cases);
  return cases;
}

function countRepairs({ repairs }: ImportedReply): readonly number[] {
  return repairs.reduce(
    ([sentences, words, leftOut], repair) => [
      sentences! + repair.sentences,
      words! + repair.words,
      leftOut! + repair.leftOut,
    ],
    [0, 0, 0],
  );
}

/** Most cases come to the same reply, of which one transcript is made. */
const disorders = new Map<string, string | undefined>();

function findDisorderOf(reply: ImportedReply): string | undefined {
  const key = JSON.stringify(reply);
  if (!disorders.has(key)) {
    const transcript = buildImportedTranscript(reply, { path: 'a.wav' });
    const found = [
      ...findTranscriptProblems(transcript).map(({ detail }) => detail),
      ...findDisorder(reply.segments),
    ];
    disorders.set(key, found[0]);
  }
  return disorders.get(key);
}

/** What is wrong with what came of a case; undefined where nothing is. */
function findFault({ form, line, json, outcome }: Case): string | undefined {
  let reply: ImportedReply;
  try {
    reply = readVendorReply(json, { hasMeasuredTimes: true });
  } catch (thrown) {
    return `refused: ${toStudioError(thrown).message}`;
  }
  const disorder = findDisorderOf(reply);
  if (disorder !== undefined) return disorder;
  if (reply.durationMs !== recordingMs && form.name !== 'SentenceEnd') {
    return `the recording lasts ${reply.durationMs}`;
  }
  const found = new Map(reply.segments.map((segment) => [textOf(segment), segment]));
  for (const [index, { text, words, beginMs, endMs }] of spokenLines.entries()) {
    const isSpoiled = index === line && outcome !== 'same' && !outcome.startsWith('told');
    if (isSpoiled && outcome === 'lost-text') continue;
    const joined = [text, words.join(''), `${words.join('')}。`];
    const segment = (isSpoiled && outcome === 'same-words' ? joined : [text])
      .map((wanted) => found.get(wanted))
      .find((own) => own !== undefined);
    if (segment === undefined) return `line ${index} is not there`;
    const isAsGiven = segment.beginMs === beginMs && segment.endMs === endMs;
    if (!isSpoiled && !isAsGiven) return `line ${index} lies at ${segment.beginMs}`;
    // Wherever it was put: between its neighbours.
    const floorMs = spokenLines[index - 1]?.endMs ?? 0;
    const boundMs = spokenLines[index + 1]?.beginMs ?? recordingMs;
    if (segment.beginMs < floorMs || segment.endMs > boundMs) return `line ${index} is elsewhere`;
    if (segment.endMs <= segment.beginMs) return `line ${index} has no time`;
    const measured = segment.words.filter(({ timing }) => timing === 'measured').length;
    const isLess = outcome === 'mended-word' && isSpoiled ? measured < words.length : true;
    if (!isLess) return `a mended word of line ${index} counts as measured`;
  }
  const counted = String(countRepairs(reply));
  return counted === String(told[outcome]) ? undefined : `told as ${counted}`;
}

describe('[IS17] one odd field of a reply spoils nothing else', () => {
  test.each(replyForms)('the form as it should be: $name', (form) => {
    const json = writeReply(form, makeSentences(form), makeFlatWords(form));
    const reply = readVendorReply(json, { hasMeasuredTimes: true });
    expect(reply.segments.map(textOf)).toEqual(spokenLines.map(({ text }) => text));
    expect(reply.repairs).toEqual([]);
  });

  // Hundreds of replies in one test.
  test.each(replyForms)('$name', { timeout: 120_000 }, (form) => {
    const cases = casesOf(form);
    const faults = cases.flatMap((one) => {
      const fault = findFault(one);
      return fault === undefined ? [] : [`${one.what}: ${fault}`];
    });
    expect(cases.length).toBeGreaterThan(140);
    expect(faults).toEqual([]);
  });

  test('how many cases there are', () => {
    const sizes = replyForms.map((form) => casesOf(form).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`odd fields of replies: ${sizes.join(' + ')} = ${total} cases`);
    expect(total).toBeGreaterThan(4_000);
  });
});
