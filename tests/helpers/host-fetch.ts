/**
 * `fetch` as the page of a host has it: on its address and with the cookie that opens it.
 * @param findUrl the host's address with its token, as it is now
 */
export function makeHostFetch(
  findUrl: () => string,
): (path: string, init?: RequestInit) => Promise<Response> {
  return (path, init) => {
    const { origin, port, searchParams } = new URL(findUrl());
    const headers = new Headers(init?.headers);
    headers.set('cookie', `zimu-${port}=${searchParams.get('token') ?? ''}`);
    return fetch(new URL(path, origin), { ...init, headers });
  };
}
