import { resolve } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { assertFlashParameters } from '@isi/flash-parameters';
import { createFlashClient } from '../../isi/client/flash/flash-client';
import type { CloudSession } from '../cloud/cloud-access';
import { throwIfCancelled } from '../cloud/interruption';

export interface RecogniseFile {
  /** A file of this computer, or an address that the service fetches it from (protocol §2.2). */
  readonly audio: { readonly path: string } | { readonly link: string };
  readonly appkey: string;
  /** Full address of the service. */
  readonly endpoint: string;
  /** By the vendor's names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  /** Takes 0 to 1; starts anew where the token had to be renewed. Not called for an address. */
  readonly onUploaded: (share: number) => void;
}

/**
 * Sends one file, or its address, and gives the reply as it came; silence is a reply too.
 * @throws StudioError `job/cancelled` once the connection is closed, else as `FlashClient.recognise`
 */
export async function recogniseFile(
  { audio, appkey, endpoint, parameters, signal, onUploaded }: RecogniseFile,
  options: Pick<CloudSession, 'http' | 'tokens'>,
): Promise<string> {
  throwIfCancelled(signal);
  const { special_word_filter: filter } = parameters;
  const values = {
    ...parameters,
    // A person may give it as an object, the interface takes text (protocol §2.2).
    ...(typeof filter === 'object' ? { special_word_filter: JSON.stringify(filter) } : {}),
  };
  assertFlashParameters(values);
  try {
    const { text } = await createFlashClient(options).recognise({
      audio: 'path' in audio ? { path: resolve(audio.path) } : { url: audio.link },
      target: { endpoint },
      ...{ appkey, parameters: values, signal },
      onUploaded: (sentBytes, totalBytes) => {
        if (!signal.aborted) onUploaded(sentBytes / totalBytes);
      },
    });
    return text;
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
    throw new StudioError('job/cancelled', 'the recognition was taken back', { cause: thrown });
  }
}
