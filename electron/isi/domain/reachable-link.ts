const internalLink = /^(https?:\/\/[^./]+\.oss-([a-z0-9-]+))-internal(\.aliyuncs\.com[/:?].*)$/s;

/**
 * A link of the storage as a service can fetch it. The internal address of a bucket answers only in
 * its own region, so that a service of another one is given the public address: no signature covers
 * the host (protocol §4) [IS19].
 * @param serviceRegion where the link is fetched from, `cn-shanghai`
 * @returns `bucketRegion` only where the link is another one than was given
 */
export function toReachableLink(
  link: string,
  serviceRegion: string,
): { readonly link: string; readonly bucketRegion?: string } {
  const [, host = '', region, rest = ''] = internalLink.exec(link) ?? [];
  if (region === undefined || region === serviceRegion) return { link };
  return { link: `${host}${rest}`, bucketRegion: region };
}
