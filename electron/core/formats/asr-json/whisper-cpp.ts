import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence, GivenWord } from '../../replies/given-sentence';
import { readFields, readSpeaker, readText, readTimeMs } from '../../replies/reply-values';
import { parseTimecode } from '../../timing/timecode';
import type { AsrDialect } from './dialect';
import { mapSpeech } from './map-speech';
import {
  type Fields,
  readConfidence,
  readItems,
  readLanguage,
  readObject,
  readObjects,
  readPath,
} from './values';

const name = 'whisper.cpp';

/**
 * whisper.cpp, `-oj` and `-ojf`: times in ms, tokens in the place of words. The times of tokens are
 * guessed from their probability, so none counts as measured.
 */
export const whisperCpp: AsrDialect = {
  id: 'whisper-cpp',
  name,
  recognise: ([value, ...more]) =>
    more.length === 0 && Array.isArray(readPath(value, 'transcription')),
  *read([value]) {
    const sentences = readItems(readPath(value, 'transcription')).map(readSegment);
    const language = readLanguage(
      readPath(value, 'result', 'language') ?? readPath(value, 'params', 'language'),
    );
    const reply = yield* mapSpeech({ sentences, hasMeasuredTimes: false }, name);
    return { reply, hasCues: true, ...omitUndefined({ language }) };
  },
};

/** Marks of the decoder, as `[_BEG_]` and `[_TT_550]`. */
const mark = /^\s*\[_[A-Z]+_?\d*_?\]\s*$/u;

function readSegment(entry: unknown): GivenSentence {
  const fields = readFields(entry) ?? {};
  const text = readText(fields['text']);
  const speaker = readSpeaker(fields['speaker']);
  return {
    text,
    ...readSpan(fields),
    channel: 0,
    words: readObjects(fields['tokens'])
      .filter((token) => !mark.test(readText(token['text']) ?? ''))
      .map(readToken),
    ...omitUndefined({ speaker }),
    ...(text === undefined ? { isUnreadable: true } : {}),
  };
}

function readToken(fields: Fields): GivenWord {
  const confidence = readConfidence(fields['p']);
  return {
    text: readText(fields['text']) ?? '',
    ...readSpan(fields),
    ...omitUndefined({ confidence }),
  };
}

function readSpan(fields: Fields): Pick<GivenWord, 'beginMs' | 'endMs'> {
  const offsets = readObject(fields['offsets']);
  const timestamps = readObject(fields['timestamps']);
  const read = (end: 'from' | 'to'): number | undefined =>
    readTimeMs(offsets[end]) ?? readTimeMs(parseTimecode(readText(timestamps[end]) ?? ''));
  return { beginMs: read('from'), endMs: read('to') };
}
