/** A line `Name: value` of the section of headers. */
export interface ScriptHeader {
  readonly name: string;
  readonly value: string;
}

const headerLine = /^([^\s:;![][^:]*):(.*)$/u;

function readHeader(line: string): ScriptHeader | undefined {
  const found = headerLine.exec(line.trim());
  return found === null ? undefined : { name: found[1]!.trim(), value: found[2]!.trim() };
}

/** The headers of a section; remarks behind `;` and `!` are none. */
export function readHeaders(text: string): readonly ScriptHeader[] {
  return text.split('\n').flatMap((line) => readHeader(line) ?? []);
}

/** The value of a header, named in any case. */
export function findHeader(headers: readonly ScriptHeader[], wanted: string): string | undefined {
  const key = wanted.toLowerCase();
  return headers.findLast(({ name }) => name.toLowerCase() === key)?.value;
}

/**
 * A section of headers with those of a document: lines that still say the same stay as they are, those
 * that are gone are left out, new ones follow the last.
 */
export function applyHeaders(text: string, headers: readonly ScriptHeader[]): string {
  const left = [...headers];
  let place = 0;
  const lines = text.split('\n').flatMap((line) => {
    const header = readHeader(line);
    if (header === undefined) return [line];
    const at = left.findIndex(({ name }) => name === header.name);
    const now = left[at];
    if (now === undefined) return [];
    left.splice(at, 1);
    return [now.value === header.value ? line : `${now.name}: ${now.value}`];
  });
  lines.forEach((line, index) => {
    if (readHeader(line) !== undefined || index === 0) place = index + 1;
  });
  const added = left.map(({ name, value }) => `${name}: ${value}`);
  return lines.toSpliced(place, 0, ...added).join('\n');
}

/** A section of headers as the format has it where nothing else is known. */
export function formatHeaders(headers: readonly ScriptHeader[]): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return ['[Script Info]', ...lines, '\n'].join('\n');
}
