import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence } from '../../replies/given-sentence';
import { readChannel, readFields, readSpeaker, readText } from '../../replies/reply-values';
import type { AsrDialect } from './dialect';
import { groupTurns, mapSpeech, type TurnWord } from './map-speech';
import { refuseResult } from './refuse-result';
import {
  type Fields,
  readConfidence,
  readFirst,
  readItems,
  readLanguage,
  readObject,
  readObjects,
  readPath,
  readSeconds,
} from './values';

const name = 'Google Speech-to-Text';

/**
 * Google Speech-to-Text, v1 (`startTime`, `speakerTag`) and v2 (`startOffset`, `speakerLabel`), times as
 * `1.500s`: results, or an operation or the file of a batch that holds them.
 */
export const googleSpeech: AsrDialect = {
  id: 'google-speech',
  name,
  recognise: ([value, ...more]) => {
    const fields = more.length === 0 ? readFields(value) : undefined;
    if (fields === undefined) return false;
    return findResults(fields) !== undefined || isOperation(fields) || isFailure(fields);
  },
  *read([value]) {
    const root = readObject(value);
    const failure = readObject(root['error']);
    const said = readText(failure['message']) ?? readText(failure['status']);
    if (said !== undefined) refuseResult('failed', name, said);
    const found = findResults(root);
    if (found === undefined) {
      const isDone = root['done'] === true;
      refuseResult(isDone ? 'elsewhere' : 'unfinished', name, readProgress(root));
    }
    const results = dropRetold(found);
    const sentences = readResults(results);
    const language = readLanguage(
      found.find((result) => 'languageCode' in result)?.['languageCode'],
    );
    return {
      reply: yield* mapSpeech({ sentences }, name),
      hasCues: false,
      ...omitUndefined({ language }),
    };
  },
};

function isOperation(fields: Fields): boolean {
  return typeof fields['name'] === 'string' && ('done' in fields || 'metadata' in fields);
}

function isFailure(fields: Fields): boolean {
  const failure = readFields(fields['error']);
  return failure !== undefined && typeof failure['status'] === 'string' && 'code' in failure;
}

function readProgress(root: Fields): string {
  const percent = readText(readPath(root, 'metadata', 'progressPercent'));
  return percent === undefined ? '' : `${percent} %`;
}

/** The results, wherever they stand: bare, in an operation, or by the file of a batch. */
function findResults(root: Fields): readonly Fields[] | undefined {
  const owner = readFields(root['response']) ?? root;
  const { results } = owner;
  if (Array.isArray(results)) {
    const isOurs = results.every((result) => Array.isArray(readPath(result, 'alternatives')));
    const isEmpty = results.length === 0 && !('totalBilledTime' in owner || 'metadata' in owner);
    // v2 leaves alternatives out where nothing was said in a channel.
    const isSilent = results.some((result) => readPath(result, 'resultEndOffset') !== undefined);
    return (isOurs && !isEmpty) || isSilent ? readObjects(results) : undefined;
  }
  const files = Object.values(readFields(results) ?? {}).flatMap((file) => {
    const list =
      readPath(file, 'transcript', 'results') ??
      readPath(file, 'inlineResult', 'transcript', 'results');
    return Array.isArray(list) ? [readObjects(list)] : [];
  });
  if (files.length > 1) refuseResult('several', name);
  return files[0];
}

/**
 * With speakers, the last result of v1 tells all words again, with who said them: it alone counts.
 */
function dropRetold(results: readonly Fields[]): readonly Fields[] {
  const last = results.at(-1);
  if (last === undefined || results.length < 2) return results;
  const count = (result: Fields): number => readBest(result).words.length;
  const told = results.slice(0, -1).reduce((sum, result) => sum + count(result), 0);
  const hasSpeakers = readBest(last).words.some((word) => readSpeakerTag(word) !== undefined);
  return hasSpeakers && told > 0 && count(last) >= told ? [last] : results;
}

function readBest(result: Fields): { readonly text: string; readonly words: readonly Fields[] } {
  const best = readObject(readItems(result['alternatives'])[0]);
  return { text: readText(best['transcript']) ?? '', words: readObjects(best['words']) };
}

function readResults(results: readonly Fields[]): readonly GivenSentence[] {
  const ends = new Map<number, number | undefined>();
  return results.flatMap((result): readonly GivenSentence[] => {
    // Channels are counted from 1; 0 where they were mixed.
    const channel = Math.max(
      0,
      (readChannel(readFirst(result, 'channelTag', 'channel_tag')) ?? 0) - 1,
    );
    const endMs = readSeconds(
      readFirst(result, 'resultEndTime', 'resultEndOffset', 'result_end_time', 'result_end_offset'),
    );
    const beginMs = ends.get(channel) ?? 0;
    ends.set(channel, endMs);
    const { text, words: given } = readBest(result);
    const words = given.map((word) => readWord(word, channel));
    const turns = groupTurns(words);
    if (words.length === 0) {
      return text.trim() === '' ? [] : [{ text, beginMs, endMs, channel, words: [] }];
    }
    // The text has the marks that words may lack, so it counts where one speaker says it all.
    const [only] = turns;
    return turns.length === 1 && text.trim() !== '' ? [{ ...only!, text }] : turns;
  });
}

function readWord(fields: Fields, channel: number): TurnWord {
  const text = readText(fields['word']);
  const confidence = readConfidence(fields['confidence']);
  return {
    text: text ?? '',
    beginMs: readSeconds(
      readFirst(fields, 'startTime', 'startOffset', 'start_time', 'start_offset') ?? 0,
    ),
    endMs: readSeconds(readFirst(fields, 'endTime', 'endOffset', 'end_time', 'end_offset')),
    isUnreadable: text === undefined,
    channel,
    speaker: readSpeakerTag(fields),
    // Nothing stands for not known.
    ...omitUndefined({ confidence: confidence === 0 ? undefined : confidence }),
  };
}

function readSpeakerTag(fields: Fields): string | undefined {
  const speaker = readSpeaker(
    readFirst(fields, 'speakerLabel', 'speakerTag', 'speaker_label', 'speaker_tag'),
  );
  return speaker === '0' ? undefined : speaker;
}
