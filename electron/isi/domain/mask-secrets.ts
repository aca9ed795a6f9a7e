/** What is hidden in a text of the vendor, and what stands there instead. */
const masks: readonly (readonly [secret: RegExp, shown: string])[] = [
  // The gateway echoes what it was asked to sign, with the key and every parameter (§1.4).
  [/(server\s*(?:string\s*to\s*sign|canonical\s*(?:request|string))\s*is\s*:?)[\s\S]*/gi, '$1 …'],
  [/(\b(?:string\s*to\s*sign|canonical\s*(?:request|string))\s*[:=[])[\s\S]*/gi, '$1 …'],
  // An address keeps its place, not its query, which may be signed or hold a token.
  [/(\bhttps?:\/\/)[^\s/?#@'"<>]*@/gi, '$1…@'],
  [/(\bhttps?:\/\/[^\s?#'"<>]*)[?#][^\s'"<>]*/gi, '$1?…'],
  // `Gateway:ACCESS_DENIED:The token '…' is invalid!` (§2.4).
  [/(\btoken\s*[:=]?\s*)(['"‘“])[^'"’”]*(['"’”])/gi, '$1$2…$3'],
  [
    /\b((?:access_?key_?id|access_?key_?secret|ossaccesskeyid|security_?token|x-nls-token|token|signature|credential|x-oss-[a-z-]+|password|secret)"?\s*[=:]\s*"?)[^\s"'&,;<>]+/gi,
    '$1…',
  ],
  // A RAM key is known by its beginning, a temporary one too.
  [/\b(LTAI|STS\.)[A-Za-z0-9]+/g, '$1…'],
  // Tokens are 32 hexadecimal digits; task and request ids travel in fields of their own.
  [/\b[0-9a-f]{32,}\b/gi, '…'],
];

/** Longest text of the vendor that is kept; what comes later is never the gist. */
const longestText = 400;

/**
 * A text of the vendor without what must not be printed or kept: tokens, AccessKeys, signatures,
 * strings to sign and queries of addresses. Cut to 400 characters.
 */
export function maskSecrets(text: string): string {
  const masked = masks.reduce((rest, [secret, shown]) => rest.replace(secret, shown), text).trim();
  return masked.length > longestText ? `${masked.slice(0, longestText)}…` : masked;
}
