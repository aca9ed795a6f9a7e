import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedAccount, SimulatedService } from '../simulated-service';
import { doOssAction } from './do-oss-action';
import { ObjectStore, type OpenUpload, type StoredObject } from './object-store';
import { findOssAction, type OssAction, toPermission } from './oss-actions';
import type { ChooseOssFault, OssEvent } from './oss-faults';
import { OssRefusal, refuse } from './oss-refusal';
import { beginReply, replyRefusal } from './oss-reply';
import { type ParsedRequest, parseOssRequest } from './parse-oss-request';
import { ConnectionCut, cut } from './receive-body';
import { looksSigned, verifyOssV4 } from './verify-oss-v4';

export interface SimulatedBucket {
  readonly name: string;
  /** `cn-shanghai` */
  readonly region: string;
  /** Accounts of this user may use it; without it, every account may. */
  readonly userId?: string;
}

export interface OssServiceOptions {
  readonly accounts: readonly SimulatedAccount[];
  readonly buckets: readonly SimulatedBucket[];
  /** The server's clock, ms since 1970. */
  readonly now: () => number;
  /** Holds the content, so that memory stays small; made where absent, never deleted. */
  readonly folder: string;
  readonly faults?: ChooseOssFault;
  /** Largest object of one request, and largest part; by default the vendor's 5 GiB. */
  readonly largestPutBytes?: number;
}

/** The storage, and a look behind it. */
export interface OssService extends SimulatedService {
  readonly objects: () => StoredObject[];
  /** Multipart uploads that were neither completed nor aborted. */
  readonly uploads: () => OpenUpload[];
  /** All requests that were signed right, in order. */
  readonly events: readonly OssEvent[];
}

const vendorLimitBytes = 5 * 1024 ** 3;

/**
 * A storage service that takes nothing on trust: V4 signatures in headers and links, clock, expiry,
 * token, region of the bucket, owner and permissions are checked as the vendor does (protocol §4).
 * It speaks path-style and, by the Host header, the vendor's own addresses. Requests that are
 * neither signed for it nor about one of its buckets are left to the other services.
 */
export function createOssService(options: OssServiceOptions): OssService {
  const { buckets, now, folder } = options;
  const store = new ObjectStore(folder, now);
  const events: OssEvent[] = [];

  const service: SimulatedService = async (request, response) => {
    const parsed = tryParse(request);
    const isOurs =
      parsed !== undefined &&
      (looksSigned(parsed) ||
        parsed.hostRegion !== undefined ||
        buckets.some(({ name }) => name === parsed.bucket));
    if (!isOurs) return false;
    const requestId = beginReply(response, now());
    try {
      await answer(parsed, request, response, { ...options, store, events });
    } catch (thrown) {
      if (thrown instanceof OssRefusal) {
        await drain(request);
        replyRefusal(request, response, thrown, requestId);
      } else if (!(thrown instanceof ConnectionCut) && !request.socket.destroyed) {
        throw thrown;
      }
    }
    return true;
  };
  return Object.assign(service, {
    objects: () => [...store.objects.values()],
    uploads: () => [...store.uploads.values()],
    events,
  });
}

interface Inner extends OssServiceOptions {
  readonly store: ObjectStore;
  readonly events: OssEvent[];
}

async function answer(
  parsed: ParsedRequest,
  request: IncomingMessage,
  response: ServerResponse,
  { accounts, buckets, now, faults, largestPutBytes = vendorLimitBytes, store, events }: Inner,
): Promise<void> {
  const { account, region } = verifyOssV4(parsed, accounts, now());
  const bucket = buckets.find(({ name }) => name === parsed.bucket);
  if (bucket === undefined) throw refuse.noSuchBucket(parsed.bucket);
  // On a host of one's own there is no other hint of the endpoint that was meant.
  if (bucket.region !== region) {
    throw refuse.otherRegion(bucket.name, `oss-${bucket.region}.aliyuncs.com`);
  }
  const action = findOssAction(parsed);
  if (action === undefined) {
    throw new OssRefusal(501, 'NotImplemented', 'This operation is not simulated.');
  }
  if (bucket.userId !== undefined && bucket.userId !== account.userId) {
    throw refuse.denied('The bucket you access does not belong to you.');
  }
  const denied = account.denied ?? [];
  if (denied.includes(action) || denied.includes(toPermission(action))) {
    throw refuse.denied('You have no right to access this object.');
  }
  const event = toEvent(parsed, action, events);
  events.push(event);
  const fault = faults?.(event);
  if (fault?.kind === 'status') {
    throw new OssRefusal(fault.status, fault.code, 'The server is not able to do this now.');
  }
  if (fault?.kind === 'reset' && parsed.method !== 'PUT') throw cut(request);
  const reply = await doOssAction({
    action,
    parsed,
    request,
    response,
    store,
    fault,
    largestPutBytes,
  });
  if (fault?.kind === 'lost-reply') throw cut(request);
  await reply();
}

function toEvent(
  { bucket, key, query }: ParsedRequest,
  action: OssAction,
  events: readonly OssEvent[],
): OssEvent {
  const number = query.get('partNumber');
  const partNumber = number === undefined ? undefined : Number(number);
  const earlier = events.filter(
    (event) =>
      event.action === action &&
      event.bucket === bucket &&
      event.key === key &&
      event.partNumber === partNumber,
  ).length;
  return { action, bucket, key, earlier, ...(partNumber === undefined ? {} : { partNumber }) };
}

/** A target that cannot be decoded is nobody's. */
function tryParse(request: IncomingMessage): ParsedRequest | undefined {
  try {
    return parseOssRequest(request);
  } catch {
    return undefined;
  }
}

/** A client that is still sending would not read a reply. */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    request.once('end', resolve).once('close', resolve).resume();
  });
}
