import { omitUndefined } from '@core/omit-undefined';
import { readGiven, tellsSpeech } from './given-names';
import { refuseField } from './parse-reply';
import {
  readChannel,
  readFields,
  readSpeaker,
  readText,
  readTimeMs,
  unpackJson,
} from '@core/replies/reply-values';
import type { LooseWord, GivenSentence, GivenSpeech } from '@core/replies/given-sentence';

/** The channel of a recording that has one; some observed replies do not name it. */
const mono = 0;

/** A list of a reply, and where it stands in it. */
export interface GivenList {
  readonly value: unknown;
  /** As an error names it, `flash_result.sentences`. */
  readonly path: string;
}

/**
 * What the lists of a reply say, entry by entry: what cannot be read is left open and spoils none of
 * the rest [IS17].
 *
 * @param words the flat list of words, where the form has one
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where neither is a list and nothing
 *   can be read at all
 */
export function readSpeech(sentences: GivenList, words?: GivenList): GivenSpeech {
  const sentenceList = readList(sentences.value);
  const wordList = readList(words?.value);
  if (sentenceList === undefined && (wordList ?? []).length === 0) refuseField(sentences.path);
  if (wordList === undefined && (sentenceList ?? []).length === 0) {
    refuseField(words?.path ?? sentences.path);
  }
  const sentenceEntries = sentenceList ?? [];
  const wordEntries = wordList ?? [];
  const read = sentenceEntries.map(readSentence);
  const channels = [...new Set(read.map(({ channel }) => channel))];
  // A word that does not say its channel is on the one that the sentences know.
  const wordChannel = channels.length === 1 ? channels[0]! : mono;
  return {
    sentences: read,
    words: wordEntries.map((entry) => readWord(entry, wordChannel)),
    hasUnknownChannel: read.some(({ isChannelUnknown }) => isChannelUnknown),
  };
}

/** The entries of a list; a lone entry that stands there without its list is one; else undefined. */
function readList(value: unknown): readonly unknown[] | undefined {
  const list = unpackJson(value);
  if (list === undefined || list === null || list === '') return [];
  if (Array.isArray(list)) return list as readonly unknown[];
  const fields = readFields(list);
  return fields !== undefined && tellsSpeech(readGiven(fields)) ? [fields] : undefined;
}

function readSentence(entry: unknown): GivenSentence & { readonly isChannelUnknown: boolean } {
  const fields = readFields(entry);
  if (fields === undefined) {
    const open = { beginMs: undefined, endMs: undefined, channel: mono, words: [] };
    return { ...open, text: readText(entry), isUnreadable: true, isChannelUnknown: true };
  }
  const given = readGiven(fields);
  const text = readText(given.text);
  const wordList = readList(given.words);
  const speaker = readSpeaker(given.speaker);
  const channel = readChannel(given.channel);
  return {
    text,
    beginMs: readTimeMs(given.begin),
    endMs: readTimeMs(given.end),
    channel: channel ?? mono,
    ...omitUndefined({ speaker }),
    words: (wordList ?? []).map((word) => readWord(word, mono)),
    ...(text === undefined || wordList === undefined ? { isUnreadable: true } : {}),
    isChannelUnknown: channel === undefined,
  };
}

function readWord(entry: unknown, usualChannel: number): LooseWord {
  const given = readGiven(readFields(entry) ?? {});
  const text = readText(given.text);
  return {
    text: text ?? '',
    mark: typeof given.mark === 'string' ? given.mark : '',
    beginMs: readTimeMs(given.begin),
    endMs: readTimeMs(given.end),
    channel: readChannel(given.channel) ?? usualChannel,
    isUnreadable: text === undefined,
  };
}
