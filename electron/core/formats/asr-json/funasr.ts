import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence, GivenWord } from '../../replies/given-sentence';
import { readFields, readSpeaker, readText, readTimeMs } from '../../replies/reply-values';
import { isUnspaced } from '../../transcript/tokenise';
import type { AsrDialect } from './dialect';
import { groupTurns, mapSpeech } from './map-speech';
import { refuseResult } from './refuse-result';
import { type Fields, readFirst, readItems, readLanguage, readObjects } from './values';

const name = 'FunASR';

/**
 * FunASR: `sentence_info` of its models, `stamp_sents` of its server, or a text with a list of times, one
 * for each character of Chinese and each word of other scripts; with the tags of SenseVoice.
 */
export const funasr: AsrDialect = {
  id: 'funasr',
  name,
  recognise: (values) => {
    const entries = listEntries(values);
    return entries.length > 0 && entries.every(isEntry);
  },
  *read(values) {
    const entries = listEntries(values);
    const keys = new Set(entries.flatMap(({ key, wav_name: file = key }) => readText(file) ?? []));
    if (keys.size > 1) refuseResult('several', name);
    const all = entries.map(readEntry);
    const sentences = all.flatMap((entry) => entry.sentences);
    const text = entries.map((entry) => readText(entry['text']) ?? '').join('');
    const hasText = text.replace(tag, '').trim() !== '';
    if (sentences.length === 0 && hasText) refuseResult('untimed', name);
    const language = readLanguage(/<\|([a-z]{2,3})\|>/u.exec(text)?.[1]);
    return {
      reply: yield* mapSpeech({ sentences }, name),
      hasCues: all.every(({ hasSentences }) => hasSentences),
      ...omitUndefined({ language }),
    };
  },
};

/** What SenseVoice says of a stretch: language, feeling, event. */
const tag = /<\|[^|<>]{0,40}\|>/gu;

function listEntries(values: readonly unknown[]): readonly Fields[] {
  const [only] = values;
  const list = values.length === 1 && Array.isArray(only) ? (only as readonly unknown[]) : values;
  return list.every((item) => readFields(item) !== undefined) ? readObjects(list) : [];
}

function isEntry(fields: Fields): boolean {
  if (Array.isArray(fields['sentence_info']) || 'stamp_sents' in fields) return true;
  const isTimed = 'timestamp' in fields || 'timestamps' in fields;
  const isNamed = 'key' in fields || 'wav_name' in fields || 'mode' in fields;
  return 'text' in fields && (isTimed || isNamed) && !('chunks' in fields);
}

function readEntry(fields: Fields): {
  readonly sentences: readonly GivenSentence[];
  readonly hasSentences: boolean;
} {
  const told = readObjects(fields['sentence_info']);
  const stamped = readObjects(fields['stamp_sents']);
  if (told.length > 0) return { sentences: told.map(readSentence), hasSentences: true };
  if (stamped.length > 0) return { sentences: stamped.map(readStamped), hasSentences: true };
  const text = (readText(fields['text']) ?? '').replace(tag, '');
  const times = readItems(readFirst(fields, 'timestamp', 'timestamps'));
  const units = readItems(fields['words']).flatMap((word) => readText(word) ?? []);
  const words = timeUnits(text, times, units);
  // Without marks in the text a turn says no more than its words.
  const turns = groupTurns(words.map((word) => ({ ...word, channel: 0 })));
  const [only] = turns;
  return { sentences: only === undefined ? [] : joinTurns(turns, text), hasSentences: false };
}

/** All turns with the text that has their marks. */
function joinTurns(turns: readonly GivenSentence[], text: string): readonly GivenSentence[] {
  const words = turns.flatMap((turn) => turn.words);
  const span = { beginMs: words[0]?.beginMs, endMs: words.at(-1)?.endMs };
  return [{ text, ...span, channel: 0, words }];
}

function readSentence(fields: Fields): GivenSentence {
  const text = readText(fields['text'])?.replace(tag, '');
  const speaker = readSpeaker(fields['spk']);
  const times = readItems(fields['timestamp']);
  return {
    text,
    beginMs: readTimeMs(fields['start']),
    endMs: readTimeMs(fields['end']),
    channel: 0,
    words: timeUnits(readText(fields['raw_text']) ?? text ?? '', times, []),
    ...omitUndefined({ speaker }),
    ...(text === undefined ? { isUnreadable: true } : {}),
  };
}

/** The server of FunASR parts the characters of a sentence by blanks, and its mark from it. */
function readStamped(fields: Fields): GivenSentence {
  const units = (readText(fields['text_seg']) ?? '').split(/\s+/u).filter((unit) => unit !== '');
  const times = readItems(fields['ts_list']);
  const words = timeUnits('', times, units).map((word, index, all) =>
    index === all.length - 1 ? { ...word, mark: readText(fields['punc']) ?? '' } : word,
  );
  return {
    text: undefined,
    beginMs: readTimeMs(fields['start']),
    endMs: readTimeMs(fields['end']),
    channel: 0,
    words,
    ...(words.length === 0 ? { isUnreadable: true } : {}),
  };
}

/** Words where there are as many as times; else none, and the sentence's own times count. */
function timeUnits(
  text: string,
  times: readonly unknown[],
  given: readonly string[],
): readonly GivenWord[] {
  const units = given.length === times.length ? given : splitUnits(text);
  if (units.length !== times.length) return [];
  return units.map((unit, index) => {
    const [begin, end] = readItems(times[index]);
    return { text: unit, beginMs: readTimeMs(begin), endMs: readTimeMs(end) };
  });
}

/** Characters of Chinese, words of other scripts; marks are none. */
function splitUnits(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? []).flatMap((run) =>
    isUnspaced(run) ? (run.match(/[A-Za-z\d'’-]+|./gu) ?? []) : [run],
  );
}
