/** A whole string of JSON, or a comment to the end of its line; strings come first, so they win. */
const stringOrComment = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n\r]*/gu;

/**
 * JSON without the `//` comments that the samples of the vendor's documents have (protocol §6.24).
 * What stands in strings is left as it is, addresses too.
 */
export function stripComments(json: string): string {
  return json.replace(stringOrComment, (found) => (found.startsWith('"') ? found : ''));
}
