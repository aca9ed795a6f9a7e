/**
 * Whether a host is a number and no name, in any of the forms that programs take for one: `127.1`,
 * `0x7f000001`, `[::1]`. The services fetch from names only (protocol §3.2).
 */
export function isIpAddress(host: string): boolean {
  if (host.startsWith('[')) return true;
  const last = host.replace(/\.$/, '').split('.').at(-1) ?? '';
  return /^(?:\d+|0x[0-9a-f]*)$/i.test(last);
}
