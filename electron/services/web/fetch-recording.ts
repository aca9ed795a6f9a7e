import { extname } from 'node:path';
import { describeThrown, isCancelled, StudioError, toStudioError } from '@core/errors/studio-error';
import type { WebAddress } from '@isi/web-address';
import type { HttpClient } from '../../isi/client/http/http-client';
import type { Reach } from '../../isi/client/http/reach';
import { checkRecordingAddress } from '../../isi/client/web/check-recording-address';
import { openAddress, refuseStatus } from '../../isi/client/web/request-head';
import { takeIn } from '../files/take-in';
import { findEnding } from '../media/content-type';

export interface FetchOptions {
  readonly http: Pick<HttpClient, 'open'>;
  /** Folder that holds one folder for each content. */
  readonly uploads: string;
  readonly reach: Reach;
  readonly signal: AbortSignal;
  /** Takes bytes so far, and of all where the server says. */
  readonly onProgress: (receivedBytes: number, totalBytes: number | undefined) => void;
}

export interface FetchedRecording {
  readonly path: string;
  /** Whether services of the cloud can fetch it from there too, as far as can be told from here. */
  readonly isForServices: boolean;
}

/** What keeps a service from fetching a recording, and not us. */
const ofServicesOnly: readonly string[] = ['media/link-no-length', 'media/link-too-large'];

/**
 * Downloads a recording, so that it can be played and drawn.
 * @throws StudioError `media/link-*`, `media/empty`, `address/*` for where it leads to,
 *   `file/too-large`, `job/cancelled`, and what `HttpClient.open` throws
 */
export async function fetchRecording(
  address: WebAddress,
  { http, uploads, reach, signal, onProgress }: FetchOptions,
): Promise<FetchedRecording> {
  // That of the vendor's services which takes most.
  const check = { http, service: 'file', reach, signal } as const;
  const isForServices = await checkRecordingAddress(address, check).then(
    // An engine asks nobody about a host on the way.
    () => reach.confirmedHosts.every((host) => host === new URL(address.link).host),
    (thrown: unknown) => {
      if (ofServicesOnly.includes(toStudioError(thrown).code)) return false;
      throw thrown;
    },
  );
  const { reply, address: end } = await openAddress(http, {
    ...{ address, method: 'GET', reach, signal },
  });
  try {
    if (reply.status !== 200) throw refuseStatus({ status: reply.status, address: end });
    const length = reply.headers['content-length'];
    const sizeBytes = length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
    const path = await takeIn(reply.pieces, {
      uploads,
      name: nameFile(end, reply.headers['content-type'] ?? ''),
      sizeBytes,
      signal,
      onReceived: (receivedBytes) => onProgress(receivedBytes, sizeBytes),
    });
    return { path, isForServices };
  } catch (thrown) {
    if (signal.aborted || isCancelled(thrown)) {
      throw new StudioError('job/cancelled', 'the download was taken back');
    }
    if (thrown instanceof StudioError) throw thrown;
    throw new StudioError('file/too-large', 'a download could not be written', {
      data: { reason: describeThrown(thrown) },
      cause: thrown,
    });
  } finally {
    await reply.close();
  }
}

/** The player goes by endings, which addresses need not have. */
function nameFile({ fileName }: WebAddress, contentType: string): string {
  return extname(fileName) === '' ? `${fileName}${findEnding(contentType)}` : fileName;
}
