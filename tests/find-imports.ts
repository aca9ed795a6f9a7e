import ts from 'typescript';

const found = new Map<string, readonly string[]>();

/**
 * What a source text imports, for types only and dynamically, too. Looked for once in each text: the
 * graph of all files is read anew for each file that is planted in it.
 */
export function findImports(text: string): readonly string[] {
  const known = found.get(text);
  if (known !== undefined) return known;
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  found.set(text, names);
  return names;
}
