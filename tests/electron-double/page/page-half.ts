import { connectWorlds } from './worlds';

export interface PageHalfOptions {
  readonly secret: string;
  /** Schemes that the page may fetch, each with the host ending that stands for it. */
  readonly fetchable: Readonly<Record<string, string>>;
}

/** The double's part in the page's own world: the receiving end of what the preload exposes. */
export function start({ secret, fetchable }: PageHalfOptions): void {
  // Electron runs a preload in the top frame only, and never in the empty page before the first.
  if (window.top !== window || location.href === 'about:blank') return;
  connectWorlds(secret, 'page');
  // Chromium refuses to fetch a scheme it does not know before anybody could answer for it.
  const fetchOriginal = window.fetch.bind(window);
  const toHttp = (url: string): string => {
    const [, scheme, host, rest] = /^([a-z]+):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
    const ending = scheme === undefined ? undefined : fetchable[scheme];
    return ending === undefined ? url : `https://${host}${ending}${rest}`;
  };
  window.fetch = (input, init) =>
    fetchOriginal(input instanceof Request ? input : toHttp(String(input)), init);
  // One that is refused gives null at once, as in Electron. Chromium makes the window first; with an
  // opener that waits for it, closing it while it is being made can leave the opener waiting for ever.
  const openOriginal = window.open.bind(window);
  window.open = (url, target, features = '') => {
    openOriginal(url, target, `noopener,${features}`);
    return null;
  };
}
