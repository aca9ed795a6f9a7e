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

const name = 'Deepgram';

/** Deepgram: utterances, or else the sentences of paragraphs, or else words, of each channel. */
export const deepgram: AsrDialect = {
  id: 'deepgram',
  name,
  recognise: ([value, ...more]) => {
    const fields = more.length === 0 ? readFields(value) : undefined;
    if (fields === undefined) return false;
    if (Array.isArray(readPath(value, 'results', 'channels'))) return true;
    return 'err_code' in fields || isReceipt(fields);
  },
  *read([value]) {
    const root = readObject(value);
    if ('err_code' in root) {
      const status = [root['err_code'], root['err_msg']].flatMap((said) => readText(said) ?? []);
      refuseResult('failed', name, status.join(': '));
    }
    if (isReceipt(root)) refuseResult('unfinished', name);
    const channels = readObjects(readPath(root, 'results', 'channels'));
    const utterances = readObjects(readPath(root, 'results', 'utterances'));
    const hasCues = utterances.length > 0;
    const sentences = hasCues
      ? utterances.map((utterance) => readUtterance(utterance))
      : channels.flatMap(readAlternative);
    const durationMs = readSeconds(readPath(root, 'metadata', 'duration'));
    const language = readLanguage(channels[0]?.['detected_language']);
    const reply = yield* mapSpeech({ sentences, durationMs }, name);
    return { reply, hasCues, ...omitUndefined({ language }) };
  },
};

/** The answer to a request with a callback, which has the result later. */
function isReceipt(fields: Fields): boolean {
  return Object.keys(fields).length === 1 && typeof fields['request_id'] === 'string';
}

function readUtterance(fields: Fields): GivenSentence {
  const channel = readChannel(fields['channel']) ?? 0;
  const speaker = readSpeaker(fields['speaker']);
  return {
    text: readText(fields['transcript']),
    beginMs: readSeconds(fields['start']),
    endMs: readSeconds(fields['end']),
    channel,
    words: readObjects(fields['words']).map((word) => readWord(word, channel)),
    ...omitUndefined({ speaker }),
  };
}

function readAlternative(given: Fields, channel: number): readonly GivenSentence[] {
  const best = readObject(readItems(given['alternatives'])[0]);
  const words = readObjects(best['words']).map((word) => readWord(word, channel));
  const paragraphs = readObjects(readPath(best, 'paragraphs', 'paragraphs'));
  if (paragraphs.length === 0) {
    if (words.length > 0) return groupTurns(words);
    const text = readText(best['transcript']) ?? '';
    return text === '' ? [] : refuseResult('untimed', name);
  }
  let next = 0;
  return paragraphs.flatMap((paragraph) => {
    const speaker = readSpeaker(paragraph['speaker']);
    return readObjects(paragraph['sentences']).map((sentence): GivenSentence => {
      const endMs = readSeconds(sentence['end']);
      const first = next;
      while (next < words.length && (words[next]!.beginMs ?? 0) < (endMs ?? Infinity)) next++;
      return {
        text: readText(sentence['text']),
        beginMs: readSeconds(sentence['start']),
        endMs,
        channel,
        words: words.slice(first, next),
        ...omitUndefined({ speaker }),
      };
    });
  });
}

function readWord(fields: Fields, channel: number): TurnWord {
  const text = readText(readFirst(fields, 'punctuated_word', 'word'));
  const confidence = readConfidence(fields['confidence']);
  return {
    text: text ?? '',
    beginMs: readSeconds(fields['start']),
    endMs: readSeconds(fields['end']),
    isUnreadable: text === undefined,
    channel: readChannel(fields['channel']) ?? channel,
    speaker: readSpeaker(fields['speaker']),
    ...omitUndefined({ confidence }),
  };
}
