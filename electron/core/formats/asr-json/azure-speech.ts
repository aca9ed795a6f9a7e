import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence, GivenWord } from '../../replies/given-sentence';
import {
  readChannel,
  readFields,
  readSpeaker,
  readText,
  readTimeMs,
} from '../../replies/reply-values';
import type { AsrDialect } from './dialect';
import { mapSpeech } from './map-speech';
import { refuseResult } from './refuse-result';
import {
  type Fields,
  readConfidence,
  readFirst,
  readItems,
  readLanguage,
  readObject,
  readObjects,
} from './values';

const name = 'Azure Speech';
const ticksPerMs = 10_000;

/**
 * Azure Speech: the file of a batch (`recognizedPhrases`), fast transcription (`phrases`), and detailed or
 * simple results of real time (`NBest`, `DisplayText`), one or a list of them. Names differ by their case
 * alone; times are ticks of 100 ns, ms, or durations of ISO 8601.
 */
export const azureSpeech: AsrDialect = {
  id: 'azure-speech',
  name,
  recognise: (values) => {
    const all = listResults(values);
    return all.length > 0 && all.every((fields) => isReport(fields) || isPhrase(fields));
  },
  *read(values) {
    const all = listResults(values);
    const [root = {}] = all;
    const lists = [root['recognizedphrases'], root['phrases']].filter(Array.isArray);
    if (lists.length === 0 && isReport(root)) refuseStatus(root);
    const phrases = lists.length === 0 ? all : readObjects(lists[0]).map(lowerNames);
    const sentences = phrases.flatMap(readPhrase);
    const language = readLanguage(phrases.find((phrase) => 'locale' in phrase)?.['locale']);
    const reply = yield* mapSpeech({ sentences, durationMs: readSpan(root, 'duration') }, name);
    return { reply, hasCues: true, ...omitUndefined({ language }) };
  },
};

function listResults(values: readonly unknown[]): readonly Fields[] {
  const [only] = values;
  const list = values.length === 1 && Array.isArray(only) ? (only as readonly unknown[]) : values;
  return list.flatMap((value) => {
    const fields = readFields(value);
    return fields === undefined ? [] : [lowerNames(fields)];
  });
}

function lowerNames(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

/** A file of a batch, the answer of fast transcription, or what is said of a job. */
function isReport(fields: Fields): boolean {
  const lists = [fields['recognizedphrases'], fields['combinedphrases']];
  if (lists.some((list) => Array.isArray(list))) return true;
  return typeof fields['status'] === 'string' && 'links' in fields && 'self' in fields;
}

function isPhrase(fields: Fields): boolean {
  return typeof fields['recognitionstatus'] === 'string' && 'offset' in fields;
}

function refuseStatus(root: Fields): never {
  const status = readText(root['status']) ?? '';
  const problem = readObject(readObject(root['properties'])['error']);
  if (status === 'Failed') refuseResult('failed', name, readText(problem['message']) ?? status);
  return refuseResult(status === 'Succeeded' ? 'elsewhere' : 'unfinished', name, status);
}

function readPhrase(phrase: Fields): readonly GivenSentence[] {
  const status = readText(phrase['recognitionstatus']) ?? 'Success';
  if (status !== 'Success') return [];
  const best = lowerNames(readObject(readItems(phrase['nbest'])[0]));
  const text = readText(
    readFirst({ ...phrase, ...best }, 'display', 'displaytext', 'text', 'lexical'),
  );
  const beginMs = readSpan(phrase, 'offset');
  const lengthMs = readSpan(phrase, 'duration');
  const speaker = readSpeaker(readFirst(phrase, 'speaker', 'speakerid'));
  const given = readFirst({ ...phrase, ...best }, 'displaywords', 'words');
  return [
    {
      text,
      beginMs,
      endMs: beginMs === undefined || lengthMs === undefined ? undefined : beginMs + lengthMs,
      channel: readChannel(phrase['channel']) ?? 0,
      words: readObjects(given).map(readWord),
      ...omitUndefined({ speaker }),
      ...(text === undefined ? { isUnreadable: true } : {}),
    },
  ];
}

function readWord(given: Fields): GivenWord {
  const fields = lowerNames(given);
  const beginMs = readSpan(fields, 'offset');
  const lengthMs = readSpan(fields, 'duration');
  const text = readText(readFirst(fields, 'displaytext', 'word', 'text'));
  const confidence = readConfidence(fields['confidence']);
  return {
    text: text ?? '',
    beginMs,
    endMs: beginMs === undefined || lengthMs === undefined ? undefined : beginMs + lengthMs,
    isUnreadable: text === undefined,
    ...omitUndefined({ confidence }),
  };
}

const duration = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/u;

/** A time under whichever of its names it stands. */
function readSpan(fields: Fields, what: 'offset' | 'duration'): number | undefined {
  const ms = readTimeMs(fields[`${what}milliseconds`] ?? fields[`${what}inms`]);
  if (ms !== undefined) return ms;
  const ticks = fields[`${what}inticks`] ?? fields[what];
  const match = typeof ticks === 'string' ? duration.exec(ticks) : null;
  if (match !== null) {
    // A part that is not there is undefined, whatever its type says.
    const [hours = 0, minutes = 0, seconds = 0] = [1, 2, 3].map((part) => Number(match[part] ?? 0));
    return readTimeMs(((hours * 60 + minutes) * 60 + seconds) * 1000);
  }
  return typeof ticks === 'string' || typeof ticks === 'number'
    ? readTimeMs(Number(ticks) / ticksPerMs)
    : undefined;
}
