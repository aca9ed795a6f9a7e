const fields = ['id', 'title', 'language', 'engine', 'media', 'sentences'];
const sentenceFields = ['id', 'beginMs', 'endMs', 'text', 'channel', 'speaker', 'words'];
const wordFields = ['before', 'text', 'after', 'beginMs', 'endMs', 'timing', 'confidence'];

/**
 * Version 2 has further kinds of records and keeps unknown fields [PF7]. Version 1 passed over what
 * it did not know, and its journals say so of every record: what it passed over stays out, or they
 * would not fit.
 */
export function migrateFromVersion1(value: unknown): unknown {
  const known = pick(value, fields);
  if (!isObject(known)) return value;
  const sentences = mapList(known['sentences'], (sentence) => {
    const record = pick(sentence, sentenceFields);
    if (!isObject(record)) return sentence;
    return { ...record, words: mapList(record['words'], (word) => pick(word, wordFields)) };
  });
  return { version: 2, minor: 0, ...known, sentences };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is no list is left for the schema to refuse. */
function mapList(value: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function pick(value: unknown, names: readonly string[]): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(value, name)).map((name) => [name, value[name]]),
  );
}
