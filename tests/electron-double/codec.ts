/**
 * What Electron's IPC carries beyond JSON, as JSON text: both ends of the double speak it. Values
 * are structured clones already, so there are no functions and no classes among them.
 */
export function encode(value: unknown): string {
  return JSON.stringify(toTagged(value));
}

/** The value that {@link encode} wrote. */
export function decode(text: string): unknown {
  return fromTagged(JSON.parse(text));
}

/** A tagged value is an object with this one key. */
const tag = '$double';

type Tagged = readonly [kind: string, content?: unknown];

function toTagged(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : tagged('number', String(value));
    case 'undefined':
      return tagged('undefined');
    case 'bigint':
      return tagged('bigint', value.toString());
    case 'object':
      return value === null ? null : objectToTagged(value);
    case 'function':
    case 'symbol':
      throw new Error(`electron double: IPC of a ${typeof value}`);
  }
}

function objectToTagged(value: object): unknown {
  if (Array.isArray(value)) return value.map(toTagged);
  if (value instanceof Date) return tagged('date', value.getTime());
  if (value instanceof Map) {
    return tagged(
      'map',
      [...value].map((entry) => entry.map(toTagged)),
    );
  }
  if (value instanceof Set) return tagged('set', [...value].map(toTagged));
  if (value instanceof ArrayBuffer) return tagged('buffer', toBase64(new Uint8Array(value)));
  if (value instanceof Uint8Array) return tagged('bytes', toBase64(value));
  if (value instanceof Error) return tagged('error', value.message);
  const prototype: unknown = Object.getPrototypeOf(value);
  // A value of another world or process has another Object.prototype, with the same constructor name.
  const isPlain =
    prototype === null ||
    (prototype as { constructor?: { name?: string } }).constructor?.name === 'Object';
  if (!isPlain) {
    throw new Error(`electron double: IPC of a ${Object.prototype.toString.call(value)}`);
  }
  const entries = Object.entries(value).map(([key, part]) => [key, toTagged(part)] as const);
  return tag in value ? tagged('object', entries) : Object.fromEntries(entries);
}

function tagged(...content: Tagged): unknown {
  return { [tag]: content };
}

function fromTagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromTagged);
  if (!(tag in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromTagged(part)]));
  }
  const [kind, content] = value[tag] as Tagged;
  switch (kind) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(content);
    case 'bigint':
      return BigInt(content as string);
    case 'date':
      return new Date(content as number);
    case 'map':
      return new Map(
        (content as [unknown, unknown][]).map(([key, part]) => [fromTagged(key), fromTagged(part)]),
      );
    case 'set':
      return new Set((content as unknown[]).map(fromTagged));
    case 'buffer':
      return fromBase64(content as string).buffer;
    case 'bytes':
      return fromBase64(content as string);
    case 'error':
      return new Error(content as string);
    case 'object':
      return Object.fromEntries(
        (content as [string, unknown][]).map(([key, part]) => [key, fromTagged(part)]),
      );
    default:
      throw new Error(`electron double: unknown tag ${kind}`);
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
