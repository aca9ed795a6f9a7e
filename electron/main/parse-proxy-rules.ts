/**
 * The proxy that the system's settings name for an address, as Chromium tells it (`PROXY host:port;
 * DIRECT`); undefined where it is reached directly. SOCKS is passed over: our client speaks none.
 * @returns an address such as `http://host:port`
 */
export function parseProxyRules(rules: string): string | undefined {
  for (const rule of rules.split(';')) {
    const [kind = '', place = ''] = rule.trim().split(/\s+/u);
    if (kind === 'DIRECT') return undefined;
    if (kind === 'PROXY' && place !== '') return `http://${place}`;
    if (kind === 'HTTPS' && place !== '') return `https://${place}`;
  }
  return undefined;
}
