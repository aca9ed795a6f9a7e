import type { StudioError } from '@core/errors/studio-error';
import { canFetch } from '@isi/address-limits';
import type { RecognitionService } from '@isi/recognition-service';
import type { WebAddress } from '@isi/web-address';
import type { AudioSource } from '../../engines/engine';
import type { HttpClient } from '../../isi/client/http/http-client';
import { fetchRecording, type FetchOptions } from './fetch-recording';

export interface WebFetchOptions extends Pick<FetchOptions, 'signal' | 'onProgress'> {
  /** Hosts of this computer or its network that the person confirmed for this download. */
  readonly confirmedHosts: readonly string[];
}

/** Recordings of the web that are here too, and where they came from. */
export interface WebRecordings {
  /** Downloads one; gives its path. @throws StudioError as `fetchRecording` */
  fetch(address: WebAddress, options: WebFetchOptions): Promise<string>;
  /** Whether services could be given an address instead of this file. */
  has(path: string): boolean;
  /** The recording with its address, where a service takes it as it is there; none for no service. */
  withAddress(audio: AudioSource, service: RecognitionService | undefined): AudioSource;
  /** After a job that failed: an address that a service could not fetch is given to none again. */
  note(path: string, error: StudioError): void;
}

/**
 * @param options `connect`: asked each time, because the proxy may have been changed; `uploads`:
 *   where files are kept; `readOwnPorts`: at which the studio itself listens now
 */
export function createWebRecordings(options: {
  readonly connect: () => Promise<HttpClient>;
  readonly uploads: string;
  readonly readOwnPorts: () => readonly number[];
}): WebRecordings {
  // In memory only: an address may be signed. In another run the file is uploaded like any other.
  const addresses = new Map<string, WebAddress>();
  return {
    async fetch(address, { confirmedHosts, ...given }) {
      const http = await options.connect();
      const { path, isForServices } = await fetchRecording(address, {
        http,
        uploads: options.uploads,
        reach: { confirmedHosts, ownPorts: options.readOwnPorts() },
        ...given,
      });
      if (isForServices) addresses.set(path, address);
      return path;
    },
    has: (path) => addresses.has(path),
    withAddress: (audio, service) => {
      const address = addresses.get(audio.path);
      if (address === undefined || audio.file === undefined) return audio;
      if (service === undefined) return audio;
      return canFetch(audio.file, service) ? { ...audio, address } : audio;
    },
    note: (path, { code, data }) => {
      const { vendorCode } = data;
      const isVendors = typeof vendorCode === 'string' && fetchFailures.includes(vendorCode);
      if (isVendors || code.startsWith('media/link-')) addresses.delete(path);
    },
  };
}

/** Numbers by which the services say that they could not fetch a recording (protocol §2.4, §3.4). */
const fetchFailures: readonly string[] = [
  ...['41050002', '41050011', '41050023', '41050024', '41050025', '41050026'],
  '40270006',
];
