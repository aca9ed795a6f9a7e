/** Schemes of the desktop product: its page, and the bytes of media, peaks and copies. */
export const pageScheme = 'app';
export const bytesScheme = 'media';

const packagedPage = `${pageScheme}://studio/index.html`;
const bytesOrigin = `${bytesScheme}://bytes`;

/** Where the page of a run comes from. */
export interface PageAddress {
  readonly url: string;
  /** As the browser sends it with requests: scheme, host and port. */
  readonly origin: string;
}

/**
 * The address of the page: our own scheme, or the server of a development run.
 * @param developmentUrl of the server that reloads sources as they change; undefined otherwise
 */
export function findPageAddress(developmentUrl: string | undefined): PageAddress {
  const url = developmentUrl ?? packagedPage;
  return { url, origin: originOf(url) ?? '' };
}

/** Whether an address is the page, with any query or fragment; nothing else may be shown. */
export function isPage(page: PageAddress, url: string): boolean {
  const given = URL.parse(url);
  const ours = URL.parse(page.url);
  return given !== null && originOf(url) === page.origin && given.pathname === ours?.pathname;
}

/** The address under which the page reads the bytes of a path such as `media/3f…`. */
export function formatBytesUrl(path: string): string {
  return `${bytesOrigin}/${path}`;
}

/** Node gives custom schemes the origin "null", so it is put together from its parts. */
function originOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed === null ? undefined : `${parsed.protocol}//${parsed.host}`;
}
