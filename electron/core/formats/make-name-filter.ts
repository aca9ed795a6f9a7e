interface NamedRecord {
  readonly id: string;
  readonly format: string;
}

/**
 * Which names of styles or regions stand for something in a file: a cue may name no other, as nothing in
 * the file says what that is.
 *
 * @param records of the document, of any format
 * @param isOfFormat whether the file takes over the records of a format
 * @param isOwnFile whether the document was read from such a file, which may name what it does not define
 */
export function makeNameFilter(
  records: readonly NamedRecord[] = [],
  isOfFormat: (format: string) => boolean,
  isOwnFile: boolean,
): (name: string | undefined) => string | undefined {
  const formats = new Map(records.map(({ id, format }) => [id, format]));
  return (name) => {
    if (name === undefined) return undefined;
    const format = formats.get(name);
    const isKnown = format === undefined ? isOwnFile : isOfFormat(format);
    return isKnown ? name : undefined;
  };
}
