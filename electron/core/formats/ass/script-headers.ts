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
  const left = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const values = left.get(name);
    if (values === undefined) left.set(name, [value]);
    else values.push(value);
  }
  // Read from the end, as taking from the front of a long list takes as long as the list is.
  for (const values of left.values()) values.reverse();
  let place = 0;
  const lines = text.split('\n').flatMap((line) => {
    const header = readHeader(line);
    if (header === undefined) return [line];
    const now = left.get(header.name)?.pop();
    if (now === undefined) return [];
    return [now === header.value ? line : `${header.name}: ${now}`];
  });
  lines.forEach((line, index) => {
    if (readHeader(line) !== undefined || index === 0) place = index + 1;
  });
  const added = [...left].flatMap(([name, values]) =>
    values.toReversed().map((value) => `${name}: ${value}`),
  );
  return lines.toSpliced(place, 0, ...added).join('\n');
}

/** A section of headers as the format has it where nothing else is known. */
export function formatHeaders(headers: readonly ScriptHeader[]): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return ['[Script Info]', ...lines, '\n'].join('\n');
}
