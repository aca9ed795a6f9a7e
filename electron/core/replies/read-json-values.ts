import { StudioError } from '../errors/studio-error';

/**
 * The JSON values of a text, one or several: one after the other, one in a line, or parted by commas.
 * A byte order mark, the `//` comments of samples in documents and the `NaN` that some programs write
 * for a missing number are borne.
 * @throws StudioError `engine/reply-unreadable` (`not-json`), without quoting the text
 */
export function readJsonValues(text: string): readonly unknown[] {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return [JSON.parse(json)];
  } catch {
    // Replies as they came need no second look, which a large one would feel.
  }
  const plain = emptyNotNumbers(stripComments(json));
  try {
    return [JSON.parse(plain)];
  } catch {
    // Perhaps it is several.
  }
  try {
    const values = splitValues(plain).map((part): unknown => JSON.parse(part));
    if (values.length > 0) return values;
  } catch {
    // Not as its cause: the parser's message quotes the text, which may hold a token.
  }
  throw new StudioError('engine/reply-unreadable', 'The file is not JSON', {
    data: { reason: 'not-json' },
  });
}

/** A whole string of JSON, or a comment to the end of its line; strings come first, so they win. */
const stringOrComment = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n\r]*/gu;

/**
 * JSON without the `//` comments that the samples of documents have.
 * What stands in strings is left as it is, addresses too.
 */
function stripComments(json: string): string {
  return json.replace(stringOrComment, (found) => (found.startsWith('"') ? found : ''));
}

/** Strings come first, so that what stands in them is left as it is. */
const stringOrNotNumber = /"(?:[^"\\\n]|\\.)*"|-?\b(?:NaN|Infinity)\b/gu;

function emptyNotNumbers(json: string): string {
  return json.replace(stringOrNotNumber, (found) => (found.startsWith('"') ? found : 'null'));
}

/** Objects and lists at the top of a text, each by itself; anything else between them stays a part. */
function splitValues(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/gu)) {
    if (found.startsWith('"')) continue;
    const isOpening = found === '[' || found === '{';
    if (isOpening && depth === 0) {
      parts.push(text.slice(begin, index));
      begin = index;
    }
    depth += isOpening ? 1 : -1;
    if (depth === 0) {
      parts.push(text.slice(begin, index + 1));
      begin = index + 1;
    }
  }
  parts.push(text.slice(begin));
  return parts.filter((part) => !isSeparator(part));
}

/** The separator of JSON text sequences, RFC 7464. */
const recordSeparator = '\u001e';

function isSeparator(part: string): boolean {
  return /^[\s,;\ufeff]*$/u.test(part.replaceAll(recordSeparator, ''));
}
