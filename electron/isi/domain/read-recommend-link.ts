/** https, a host of the vendor without user or port, a plain path; then the query. */
const vendorLink =
  /^https:\/\/(?:[a-z0-9-]+\.)*(?:aliyun|alibabacloud|aliyuncs)\.com(?:\/[\w./~-]*)?(?=[?#]|$)/i;
/** What the vendor's page of help needs to know; anything else may repeat what was signed. */
const plainParameter = /^(?:q|product|requestId)=[\w.-]{1,80}$/;
/** As tokens are, which have no place in a link. */
const tokenLike = /[0-9a-f]{32}/i;
const longestLink = 300;

/**
 * The vendor's link to help with a refusal, as a person may be shown it: https, a host of the vendor,
 * no user, and of its query what is plain. Undefined for everything else, of whatever type.
 */
export function readRecommendLink(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const [place] = vendorLink.exec(text) ?? [];
  if (place === undefined) return undefined;
  const [, query = ''] = /^\?([^#]*)/.exec(text.slice(place.length)) ?? [];
  const kept = query
    .split('&')
    .filter((parameter) => plainParameter.test(parameter) && !tokenLike.test(parameter));
  const link = kept.length === 0 ? place : `${place}?${kept.join('&')}`;
  return link.length > longestLink ? undefined : link;
}
