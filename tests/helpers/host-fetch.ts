import { Agent } from 'undici';

/**
 * Goes to this computer whatever the name: not every system knows names under `localhost`, which
 * browsers know by themselves.
 */
const loopback = new Agent({
  connect: {
    lookup: (_name, { all }, found) => {
      if (all === true) found(null, [{ address: '127.0.0.1', family: 4 }]);
      else found(null, '127.0.0.1', 4);
    },
  },
});

/** `fetch` that finds a host by the name it gave itself. */
export function fetchFromHost(url: string | URL, init?: RequestInit): Promise<Response> {
  return fetch(url, { ...init, dispatcher: loopback } as RequestInit);
}

/**
 * `fetch` as the page of a host has it: on its address and with the cookie that opens it.
 * @param findUrl the host's address with its token, as it is now
 */
export function makeHostFetch(
  findUrl: () => string,
): (path: string, init?: RequestInit) => Promise<Response> {
  return (path, init) => {
    const url = findUrl();
    const headers = new Headers(init?.headers);
    headers.set('cookie', formatHostCookie(url));
    return fetchFromHost(new URL(path, new URL(url).origin), { ...init, headers });
  };
}

/** The cookie that a browser has after it has opened a host's address with its token. */
export function formatHostCookie(url: string): string {
  return `zimu=${new URL(url).searchParams.get('token') ?? ''}`;
}
