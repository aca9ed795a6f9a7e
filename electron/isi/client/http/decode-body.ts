import {
  brotliDecompress,
  gunzip,
  inflate,
  inflateRaw,
  type InputType,
  type ZlibOptions,
} from 'node:zlib';
import { StudioError } from '@core/errors/studio-error';

/** What replies may come packed in; `open` asks for none, as there the bytes are the recording. */
export const acceptedEncodings = 'gzip, deflate, br';

/** No honest server packs a reply more often. */
const mostLayers = 3;

type Unpack = (
  bytes: InputType,
  options: Pick<ZlibOptions, 'maxOutputLength'>,
  callback: (error: NodeJS.ErrnoException | null, unpacked: Uint8Array) => void,
) => void;

const ways: ReadonlyMap<string, readonly Unpack[]> = new Map([
  ['gzip', [gunzip]],
  ['x-gzip', [gunzip]],
  // Some servers leave out the frame that the standard wants.
  ['deflate', [inflate, inflateRaw]],
  ['br', [brotliDecompress]],
]);

/**
 * The body of a reply without its `Content-Encoding`. One that is not packed as its head says comes
 * back as it is: gateways change bodies and forget the head, and what it is shows when it is read.
 * @param options `host` is named in the error; `mostBytes` is what an unpacked body may have
 * @throws StudioError `engine/reply-unreadable` (data: `host`) where more comes out: a small packed
 *   body may hold gigabytes
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  { host, mostBytes }: { readonly host: string; readonly mostBytes: number },
): Promise<Uint8Array> {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (body.byteLength === 0 || layers.length === 0 || layers.length > mostLayers) return body;
  let unpacked = body;
  // Named in the order in which they were applied.
  for (const layer of layers.reverse()) {
    const next = await unpack(unpacked, layer, mostBytes);
    if (next === 'too-large') {
      throw new StudioError('engine/reply-unreadable', `${host}: the unpacked reply is too large`, {
        data: { host },
      });
    }
    if (next === undefined) return body;
    unpacked = next;
  }
  return unpacked;
}

async function unpack(
  bytes: Uint8Array,
  layer: string,
  maxOutputLength: number,
): Promise<Uint8Array | 'too-large' | undefined> {
  for (const way of ways.get(layer) ?? []) {
    const result = await new Promise<Uint8Array | NodeJS.ErrnoException>((fulfil) => {
      way(bytes, { maxOutputLength }, (error, unpacked) => fulfil(error ?? unpacked));
    });
    if (!(result instanceof Error)) return result;
    if (result.code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
  }
  return undefined;
}
