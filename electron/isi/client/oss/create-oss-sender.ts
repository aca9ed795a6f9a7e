import { omitUndefined } from '@core/omit-undefined';
import type { AccessKey } from '../credentials';
import type { HttpClient, HttpReply, HttpRequest } from '../http/http-client';
import { createForeignError } from '../foreign-reply';
import { createOssError, isForeignToOss } from './create-oss-error';
import type { OssPlace } from './oss-address';
import { type OssRequest, signOssHeaders } from './sign-oss-v4';

/** A request to the storage before it is signed. */
export interface OssCall extends Omit<OssRequest, 'place'> {
  readonly body?: HttpRequest['body'];
  readonly signal: AbortSignal;
  readonly onSent?: (sentBytes: number) => void;
}

/**
 * Signs one request and sends it once.
 * @throws StudioError what {@link HttpClient.send} throws, `engine/reply-unreadable` where something
 *   in front of the storage answered, and what `createOssError` makes of any status but 2xx
 */
export type OssSender = (call: OssCall) => Promise<HttpReply>;

export interface OssAccess {
  readonly http: HttpClient;
  readonly place: OssPlace;
  /** Asked for each request, so that a temporary key can be renewed in the middle of an upload. */
  readonly readKey: () => Promise<AccessKey>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** The way to a bucket: every request to it is signed and its refusals are told apart here. */
export function createOssSender({ http, place, readKey, now }: OssAccess): OssSender {
  return async ({ method, key, query = {}, headers = {}, body, signal, onSent }) => {
    const accessKey = await readKey();
    const signed = signOssHeaders({ method, place, key, query, headers }, accessKey, now());
    const reply = await http.send({
      method,
      url: signed.url,
      // Objects are stored and read as they are.
      headers: { 'accept-encoding': 'identity', ...signed.headers },
      signal,
      // An empty body has a length too: without it a POST would be sent in chunks.
      ...(body === undefined && (method === 'POST' || method === 'PUT') ? { body: '' } : {}),
      ...omitUndefined({ body, onSent }),
    });
    if (isForeignToOss(reply, method)) throw createForeignError(reply, signed.url);
    if (reply.status < 200 || reply.status > 299) throw createOssError(reply, place, now());
    return reply;
  };
}
