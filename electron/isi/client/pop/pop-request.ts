/** One call of a POP service in the RPC style, before it is signed. */
export interface PopRequest {
  /** Origin, scheme included: `https://nls-meta.cn-shanghai.aliyuncs.com`. */
  readonly endpoint: string;
  readonly action: string;
  /** Of the API, for instance `2019-02-28`. */
  readonly version: string;
  readonly method: 'GET' | 'POST';
  /** The action's own parameters that go into the query. */
  readonly query?: Readonly<Record<string, string>>;
  /** The action's own parameters that go into a form; only with POST. */
  readonly form?: Readonly<Record<string, string>>;
}

/** A request that is ready to be sent. Its parts hold signatures: never log them. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const formContentType = 'application/x-www-form-urlencoded';

/**
 * Percent-encoding of every POP signature: RFC 3986, so that the five marks JavaScript leaves alone
 * are encoded and `~` is not (protocol §1.1).
 * @throws URIError where the text has half of a surrogate pair
 */
export function encodePop(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Parameters as `name=value`, sorted by code unit and joined by `&`. */
export function canonicalise(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${encodePop(name)}=${encodePop(parameters[name] ?? '')}`)
    .join('&');
}

/** UTC time of a request, whole seconds: `2026-01-15T08:30:00Z`. */
export function formatPopTime(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19)}Z`;
}
