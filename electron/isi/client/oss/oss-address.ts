/**
 * How the storage is reached: by the vendor's public host, by its internal one (only from its own
 * machines in the same region, without traffic fees), or by an origin such as
 * `http://localhost:9000`.
 */
export type OssEndpoint = 'public' | 'internal' | { readonly origin: string };

/** A bucket and where it is. */
export interface OssPlace {
  readonly bucket: string;
  /** `cn-shanghai`; the console's form `oss-cn-shanghai` is taken too. */
  readonly region: string;
  readonly endpoint: OssEndpoint;
}

const vendorHost = /^oss-[a-z0-9-]+\.aliyuncs\.com$/;

/** The region as signatures name it: `cn-shanghai` of `oss-cn-shanghai`. */
export function toStandardRegion(region: string): string {
  return region.replace(/^oss-/, '');
}

/**
 * Percent-encodes what V4 signatures hold: all but letters, digits and `-_.~` (protocol §4.1).
 * @throws URIError where half a surrogate pair stands alone
 */
export function encodeOssText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** An object's key as it stands in a path: encoded, with its slashes. */
export function encodeOssKey(key: string): string {
  return encodeOssText(key).replaceAll('%2F', '/');
}

/**
 * The address of an object, or of the bucket where `key` is empty, without a query. An origin of
 * one's own is path-style, `ORIGIN/bucket/key`; the vendor's hosts refuse that and get the bucket
 * as a subdomain, also where one of them was given as the origin.
 */
export function toOssUrl({ bucket, region, endpoint }: OssPlace, key: string): string {
  const path = encodeOssKey(key);
  if (typeof endpoint === 'object') {
    const { protocol, host } = new URL(endpoint.origin);
    return vendorHost.test(host)
      ? `${protocol}//${bucket}.${host}/${path}`
      : `${protocol}//${host}/${bucket}/${path}`;
  }
  const suffix = endpoint === 'internal' ? '-internal' : '';
  return `https://${bucket}.oss-${toStandardRegion(region)}${suffix}.aliyuncs.com/${path}`;
}
