import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { JsonValue } from '@core/errors/studio-error';
import type { AudioSource } from '../../engines/engine';

/** Work that is the same may go on with what was kept of it. */
export interface DescribedWork {
  readonly audio: Pick<AudioSource, 'path' | 'address' | 'track'>;
  readonly engine: string;
  readonly appkey: string;
  /** Origin of the service, which differs by region. */
  readonly service: string;
  readonly parameters: Readonly<Record<string, JsonValue>> | undefined;
}

/**
 * What makes two pieces of work the same: the recording by its content (a copy under another name is
 * the same one, an edited file is not) and the track that is heard, or by its address; the account's
 * Appkey, the service and the parameters, in whatever order they were given.
 * @throws Error of the file system, or of the signal
 */
export async function identifyWork(
  { audio, engine, appkey, service, parameters = {} }: DescribedWork,
  signal: AbortSignal,
): Promise<string> {
  const recording =
    audio.address === undefined
      ? ['file', await hashFile(audio.path, signal), audio.track].join(' ').trim()
      : `address ${audio.address.link}`;
  const sorted = Object.entries(parameters).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([recording, engine, appkey, service, sorted]);
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
    hash.update(chunk as Uint8Array);
  }
  return hash.digest('hex');
}
