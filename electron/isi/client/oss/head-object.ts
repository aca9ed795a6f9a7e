import type { OssSender } from './create-oss-sender';
import { isVendorCode } from './multipart';

/** What the storage says of an object without sending it. */
export interface ObjectHead {
  readonly sizeBytes: number;
  readonly etag: string;
  /** ms since 1970; undefined where the server does not say. */
  readonly modifiedMs?: number;
}

/** Size and ETag of an object; undefined where there is none. */
export async function headObject(
  send: OssSender,
  key: string,
  signal: AbortSignal,
): Promise<ObjectHead | undefined> {
  try {
    const { headers } = await send({ method: 'HEAD', key, signal });
    const modifiedMs = Date.parse(headers['last-modified'] ?? '');
    return {
      sizeBytes: Number(headers['content-length'] ?? 0),
      etag: headers['etag'] ?? '',
      ...(Number.isNaN(modifiedMs) ? {} : { modifiedMs }),
    };
  } catch (thrown) {
    // A reply to HEAD may come without any code, only with its status.
    if (isVendorCode(thrown, 'NoSuchKey', '404')) return undefined;
    throw thrown;
  }
}
