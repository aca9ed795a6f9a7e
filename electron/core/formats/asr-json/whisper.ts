import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence, GivenWord } from '../../replies/given-sentence';
import { readChannel, readFields, readSpeaker, readText } from '../../replies/reply-values';
import type { AsrDialect } from './dialect';
import { mapSpeech } from './map-speech';
import { refuseResult } from './refuse-result';
import {
  type Fields,
  readConfidence,
  readFirst,
  readItems,
  readLanguage,
  readObjects,
  readSeconds,
} from './values';

const name = 'Whisper';

/**
 * Whisper of OpenAI and those that write as it does: WhisperX (`score`, `speaker`; digits have no
 * times), whisper-timestamped (`confidence`), faster-whisper (`probability`, or the segments alone), and
 * the `verbose_json` of services (words beside the segments, languages by name).
 */
export const whisper: AsrDialect = {
  id: 'whisper',
  name,
  recognise: (values) => {
    const [value] = values;
    const fields = values.length === 1 ? readFields(value) : undefined;
    if (fields === undefined) return isSegmentList(values.length === 1 ? value : values);
    const { segments, text, words } = fields;
    if (Array.isArray(segments)) return segments.every(isSegment);
    const isSpoken = typeof text === 'string' && !('timestamp' in fields) && !('chunks' in fields);
    return (
      isSpoken && (Array.isArray(words) ? words.every(isWord) : Object.keys(fields).every(isBare))
    );
  },
  *read(values) {
    const root = values.length === 1 ? (readFields(values[0]) ?? {}) : {};
    const list = root['segments'] ?? (readFields(values[0]) === undefined ? values[0] : values);
    const words = readObjects(root['words']).map((word) => ({ ...readWord(word), channel: 0 }));
    const isWhole = !Array.isArray(root['segments']) && typeof root['text'] === 'string';
    if (isWhole && words.length === 0 && root['text'] !== '') refuseResult('untimed', name);
    const whole = { text: readText(root['text']), channel: 0, words };
    const sentences = isWhole
      ? [{ ...whole, beginMs: words[0]?.beginMs, endMs: words.at(-1)?.endMs }]
      : readItems(list).map(readSegment);
    const hasOwnWords = isWhole || sentences.some((sentence) => sentence.words.length > 0);
    const reply = yield* mapSpeech(
      {
        sentences,
        words: hasOwnWords ? [] : words,
        durationMs: readSeconds(root['duration']),
      },
      name,
    );
    const language = readLanguage(root['language']);
    return { reply, hasCues: !isWhole, ...omitUndefined({ language }) };
  },
};

/** What stands beside a text that has no times. */
function isBare(key: string): boolean {
  return ['text', 'task', 'language', 'duration', 'usage', 'logprobs'].includes(key);
}

function isSegmentList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isTimedSegment);
}

function isTimedSegment(value: unknown): boolean {
  const fields = readFields(value);
  return fields !== undefined && 'start' in fields && 'end' in fields && 'text' in fields;
}

function isSegment(value: unknown): boolean {
  const fields = readFields(value);
  return fields === undefined || 'text' in fields || 'words' in fields;
}

function isWord(value: unknown): boolean {
  const fields = readFields(value);
  return fields !== undefined && ('word' in fields || 'text' in fields);
}

function readSegment(entry: unknown): GivenSentence {
  const fields = readFields(entry) ?? {};
  const text = readText(fields['text']);
  const speaker = readSpeaker(fields['speaker']);
  const words = readObjects(fields['words']).map(readWord);
  return {
    text,
    beginMs: readSeconds(fields['start']),
    endMs: readSeconds(fields['end']),
    channel: readChannel(fields['channel']) ?? 0,
    words,
    ...omitUndefined({ speaker }),
    ...(text === undefined && words.length === 0 ? { isUnreadable: true } : {}),
  };
}

function readWord(fields: Fields): GivenWord {
  const text = readText(readFirst(fields, 'word', 'text'));
  const confidence = readConfidence(readFirst(fields, 'probability', 'score', 'confidence'));
  return {
    text: text ?? '',
    beginMs: readSeconds(fields['start']),
    endMs: readSeconds(fields['end']),
    isUnreadable: text === undefined,
    ...omitUndefined({ confidence }),
  };
}
