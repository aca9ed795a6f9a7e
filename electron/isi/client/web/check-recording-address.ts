import { StudioError } from '@core/errors/studio-error';
import { type AddressFacts, findMostBytes } from '@isi/address-limits';
import type { RecognitionService } from '@isi/recognition-service';
import type { WebAddress } from '@isi/web-address';
import type { HttpClient } from '../http/http-client';
import type { Reach } from '../http/reach';
import { type AddressHead, refuseStatus, requestHead } from './request-head';

/** A recording that a service can fetch, as far as this computer can tell. */
export interface CheckedAddress extends AddressFacts {
  /** Where redirections end: nothing says that the service follows them. May be signed. */
  readonly link: string;
  readonly sizeBytes: number;
}

export interface AddressCheck {
  readonly http: Pick<HttpClient, 'open'>;
  readonly service: RecognitionService;
  /** Where redirections may lead. */
  readonly reach?: Reach;
  readonly signal: AbortSignal;
}

/**
 * Looks at a recording before a service is sent for it, which may have to be waited for and paid:
 * there, public, of a length that the server states and keeps to (protocol §3.2, §3.4; the seed:
 * "Content-Length … 一致"), and not too large. No more than a byte of it is fetched. That it can be
 * reached from here does not say that it can from there.
 * @throws StudioError `media/link-*`, `media/empty` (data: `address` or `path`, without its query),
 *   `address/*` for where it leads to, and what `HttpClient.open` throws
 */
export async function checkRecordingAddress(
  address: WebAddress,
  { http, service, reach, signal }: AddressCheck,
): Promise<CheckedAddress> {
  const head = await requestHead(http, { address, method: 'HEAD', reach, signal });
  // Many links are signed for GET alone, and some servers know no HEAD.
  const said = head.isOk ? head.lengthBytes : undefined;
  const target = head.isOk ? head.address : address;
  if (said === 0) throw createEmpty(target);
  // The last byte shows whether there are as many as were said.
  const lastByte = Math.max(0, (said ?? 0) - 1);
  const byte = await requestHead(http, {
    address: target,
    method: 'GET',
    range: `bytes=${lastByte}-${lastByte}`,
    ...{ reach, signal },
  });
  if (byte.status === 416 && said === undefined) throw createEmpty(target);
  if (!byte.isOk && byte.status !== 416) throw refuseStatus(byte);
  // A part says how long the whole is, but not whether the whole comes with its length.
  const isPart = byte.status === 206 || byte.status === 416;
  const whole =
    said === undefined && isPart
      ? await requestHead(http, { address: byte.address, method: 'GET', reach, signal })
      : byte;
  if (!whole.isOk && whole.status !== 416) throw refuseStatus(whole);
  return judge(said, byte, whole, service);
}

function judge(
  said: number | undefined,
  byte: AddressHead,
  whole: AddressHead,
  service: AddressCheck['service'],
): CheckedAddress {
  const { address } = byte;
  const data = { address: address.shown };
  const contentType = byte.isOk ? byte.contentType : '';
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) {
    throw new StudioError('media/link-web-page', 'the address is a web page', { data });
  }
  const isPart = byte.status === 206 || byte.status === 416;
  // Where nothing is at the last byte there is less than was said.
  const found = isPart ? (byte.totalBytes ?? (byte.isOk ? undefined : 0)) : byte.lengthBytes;
  const stated = said ?? whole.lengthBytes;
  if (stated === undefined || (found === undefined && !isPart)) {
    throw new StudioError('media/link-no-length', 'the server states no length', { data });
  }
  if (found !== undefined && found !== stated) {
    throw new StudioError('media/link-wrong-length', 'the server states two lengths', {
      data: { ...data, said: stated, found },
    });
  }
  if (stated === 0) throw createEmpty(address);
  const facts = { fileName: address.fileName, contentType };
  const mostBytes = findMostBytes(service, facts);
  if (stated > mostBytes) {
    throw new StudioError('media/link-too-large', 'the recording is too large', {
      data: {
        ...data,
        engine: service,
        megabytes: Math.ceil(stated / 1e6),
        most: Math.floor(mostBytes / 1e6),
      },
    });
  }
  return { ...facts, link: address.link, sizeBytes: stated };
}

function createEmpty({ shown }: WebAddress): StudioError {
  return new StudioError('media/empty', 'the recording is empty', { data: { path: shown } });
}
