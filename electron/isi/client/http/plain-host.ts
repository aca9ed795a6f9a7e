/** A host's name or number to compare: lower case, without the brackets of IPv6, without a last point. */
export function toPlainHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/** The port of an address, also where it is the usual one and not written. */
export function findPort({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** Whether a host is this computer, by its name or number (`[::1]` with or without brackets). */
export function isLoopback(hostname: string): boolean {
  const name = toPlainHost(hostname);
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    /^::ffff:7f[0-9a-f]{2}:/.test(name) ||
    /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(name)
  );
}
