import { resolve } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { throwIfCancelled } from '../cloud/interruption';
import { FileTranscriber, type FileTranscriberOptions } from '../../isi/client/file-transcriber';

/** The shape asks for one; it goes nowhere, so it need not tell one computer from another. */
const deviceId = 'zimu-studio';

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
 * Sends one file, or its address, through the vendor-shaped transcriber and gives the reply as it
 * came; silence is a reply too.
 * @throws StudioError `job/cancelled` once the connection is closed, or what the service refused
 */
export async function recogniseFile(
  { audio, appkey, endpoint, parameters, signal, onUploaded }: RecogniseFile,
  options: FileTranscriberOptions,
): Promise<string> {
  throwIfCancelled(signal);
  const transcriber = new FileTranscriber(options);
  let onAbort: () => void = () => undefined;
  try {
    return await new Promise<string>((fulfil, reject) => {
      onAbort = () => reject(new StudioError('job/cancelled', 'the recognition was taken back'));
      signal.addEventListener('abort', onAbort, { once: true });
      transcriber.initialize(
        {
          onFileTransEvent: (event, _code, _reserved, result) => {
            if (event === 'EVENT_FILE_TRANS_RESULT') fulfil(result?.asrResult ?? '');
            if (event === 'EVENT_ASR_ERROR') {
              reject(result?.error ?? new StudioError('engine/failed', 'no reason was given'));
            }
          },
          onProgress: (sentBytes, totalBytes) => onUploaded(sentBytes / totalBytes),
        },
        { app_key: appkey, url: endpoint, device_id: deviceId },
      );
      transcriber.startFileTranscriber({
        ...('path' in audio ? { file_path: resolve(audio.path) } : { audio_address: audio.link }),
        nls_config: parameters,
      });
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Ends what still runs, and waits for it.
    await release(transcriber);
  }
}

/** One that could not be initialised says so for itself. */
async function release(transcriber: FileTranscriber): Promise<void> {
  await transcriber.release().catch(() => undefined);
}
