import type { OssSender } from './create-oss-sender';
import { isVendorCode } from './multipart';

/** Deletes an object; one that is not there is fine. */
export async function deleteObject(
  send: OssSender,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await send({ method: 'DELETE', key, signal });
  } catch (thrown) {
    if (!isVendorCode(thrown, 'NoSuchKey')) throw thrown;
  }
}
