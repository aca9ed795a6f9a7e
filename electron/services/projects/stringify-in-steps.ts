import type { Steps } from '@core/steps';

/** Items of a list that are written in one step: a millisecond or two of work. */
const itemsPerStep = 100;
/** How deep a long list is looked for. */
const mostLevels = 4;

/**
 * The bytes of `JSON.stringify` of plain data, as UTF-8, made in steps where it holds long lists.
 * @param end what follows them
 */
export function* stringifyInSteps(value: object, end = ''): Steps<Buffer> {
  const parts: Buffer[] = [];
  let text = '';
  for (const piece of listPieces(value, 0)) {
    if (piece !== undefined) {
      text += piece;
      continue;
    }
    parts.push(Buffer.from(text));
    text = '';
    yield;
  }
  parts.push(Buffer.from(text + end));
  return Buffer.concat(parts);
}

/** Pieces of the text one after the other; undefined where a step ends. */
function* listPieces(
  value: unknown,
  level: number,
): Generator<string | undefined, void, undefined> {
  if (typeof value !== 'object' || value === null || level > mostLevels) {
    yield JSON.stringify(value);
  } else if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    yield '[';
    for (let begin = 0; begin < items.length; begin += itemsPerStep) {
      if (begin > 0) yield undefined;
      const part = JSON.stringify(items.slice(begin, begin + itemsPerStep)).slice(1, -1);
      yield begin === 0 ? part : `,${part}`;
    }
    yield ']';
  } else {
    let mark = '{';
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      yield `${mark}${JSON.stringify(name)}:`;
      yield* listPieces(field, level + 1);
      mark = ',';
    }
    yield mark === '{' ? '{}' : '}';
  }
}
