const wordLists: readonly string[] = ['filter_with_empty', 'filter_with_signed'];

/**
 * What is wrong with a filter of words (`special_word_filter`, protocol §2.2): a text of JSON with
 * `system_reserved_filter` and the lists of words that are left out or written as stars. A filter
 * that the service does not understand would let everything through unseen.
 */
export function findFilterProblem(text: string): 'not-json' | 'wrong-filter' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not-json';
  }
  if (!isObject(value)) return 'not-json';
  return Object.entries(value).every(isKnown) ? undefined : 'wrong-filter';
}

function isKnown([name, value]: readonly [string, unknown]): boolean {
  if (name === 'system_reserved_filter') return typeof value === 'boolean';
  if (!wordLists.includes(name) || !isObject(value)) return false;
  return Object.entries(value).every(
    ([key, words]) =>
      key === 'word_list' &&
      Array.isArray(words) &&
      words.every((word) => typeof word === 'string' && word !== ''),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
