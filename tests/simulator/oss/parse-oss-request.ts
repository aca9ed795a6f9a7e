import type { IncomingMessage } from 'node:http';
import { refuse } from './oss-refusal';

/** What a request is about, before anyone looked whether it may. */
export interface ParsedRequest {
  readonly method: string;
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  /** Decoded, in the order sent; a bare name has an empty value. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the host, where it names one: `oss-cn-shanghai.aliyuncs.com`. */
  readonly hostRegion?: string;
}

const vendorHost =
  /^(?<bucket>[a-z0-9-]+)\.oss-(?<region>[a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com$/;

/**
 * Reads a request from its raw target: a URL object would straighten `..` and blanks that are part
 * of what was signed.
 */
export function parseOssRequest(request: IncomingMessage): ParsedRequest {
  const [rawPath = '/', rawQuery = ''] = splitOnce(request.url ?? '/', '?');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const query = new Map(
    rawQuery
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', value = ''] = splitOnce(pair, '=');
        return [decode(name), decode(value)] as const;
      }),
  );
  const path = rawPath.slice(1);
  const host = vendorHost.exec((headers['host'] ?? '').replace(/:\d+$/, ''))?.groups;
  const common = { method: request.method ?? 'GET', query, headers };
  if (host !== undefined) {
    const { bucket = '', region = '' } = host;
    return { ...common, bucket, key: decode(path), hostRegion: region };
  }
  const [bucket = '', key = ''] = splitOnce(path, '/');
  return { ...common, bucket: decode(bucket), key: decode(key) };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse.invalid('The specified URL encoding is not valid.');
  }
}
