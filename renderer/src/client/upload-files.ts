import type { FileGrant, Reply } from '@contract/api';
import { errorFromJson, StudioError } from '@core/errors/studio-error';
import type { GrantOptions } from './connection';
import { parseReply, unreachable } from './http-transport';

/**
 * Sends files to the host, one after the other.
 * @throws StudioError what the host says of a file; `job/cancelled` when `signal` is aborted
 */
export async function uploadFiles(
  files: readonly File[],
  { signal, onProgress }: GrantOptions = {},
): Promise<readonly FileGrant[]> {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let sentBytes = 0;
  const grants: FileGrant[] = [];
  for (const file of files) {
    const reply = await uploadFile(file, signal, (bytes) =>
      onProgress?.(totalBytes === 0 ? 0 : Math.min(1, (sentBytes + bytes) / totalBytes)),
    );
    if (!reply.ok) throw errorFromJson(reply.error);
    sentBytes += file.size;
    grants.push(reply.value as FileGrant);
  }
  onProgress?.(1);
  return grants;
}

/** By XMLHttpRequest, because `fetch` does not tell how much was sent. */
function uploadFile(
  file: File,
  signal: AbortSignal | undefined,
  onSent: (bytes: number) => void,
): Promise<Reply> {
  return new Promise((fulfil, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const settle = (settled: () => void): void => {
      signal?.removeEventListener('abort', abort);
      settled();
    };
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => settle(() => fulfil(parseReply(request.responseText, request.status)));
    request.onerror = () => settle(() => fulfil(unreachable(new Error('the upload broke off'))));
    request.onabort = () =>
      settle(() => reject(new StudioError('job/cancelled', 'the upload was cancelled')));
    request.open('POST', `/upload?name=${encodeURIComponent(file.name)}`);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted === true) {
      settle(() => reject(new StudioError('job/cancelled', 'the upload was cancelled')));
      return;
    }
    request.send(file);
  });
}
