import type { GivenSentence } from '../../replies/given-sentence';
import { readText } from '../../replies/reply-values';
import type { AsrDialect } from './dialect';
import { groupTurns, mapSpeech } from './map-speech';
import { readItems, readObjects, readPath, readSeconds } from './values';

const name = 'Transformers';

/** The pipeline of Hugging Face: chunks of a phrase or of a word, the last one perhaps without an end. */
export const transformers: AsrDialect = {
  id: 'transformers',
  name,
  recognise: ([value, ...more]) =>
    more.length === 0 &&
    Array.isArray(readPath(value, 'chunks')) &&
    readObjects(readPath(value, 'chunks')).every(({ timestamp }) => Array.isArray(timestamp)),
  *read([value]) {
    const chunks = readObjects(readPath(value, 'chunks')).map(({ text, timestamp }) => {
      const [begin, end] = readItems(timestamp);
      return { text: readText(text) ?? '', beginMs: readSeconds(begin), endMs: readSeconds(end) };
    });
    // Words come with the blank before them; a phrase has one inside.
    const isWords = chunks.every(({ text }) => !/\S\s+\S/u.test(text)) && chunks.length > 1;
    const sentences: readonly GivenSentence[] = isWords
      ? groupTurns(chunks.map((word) => ({ ...word, channel: 0 })))
      : chunks.map((chunk) => ({ ...chunk, channel: 0, words: [] }));
    return { reply: yield* mapSpeech({ sentences }, name), hasCues: !isWords };
  },
};
