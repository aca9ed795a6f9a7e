/**
 * Whether a text is the address of a server and no more: http or https, a host, a port if need be. A
 * user name or password in it would be kept and shown in clear; they have places of their own.
 */
export function isOrigin(text: string): boolean {
  const trimmed = text.trim();
  const [, port] =
    /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^\s/?#@\\:[\]%<>^|"'`{}]+)(?::(\d{1,5}))?\/?$/i.exec(
      trimmed,
    ) ?? ['', 'none'];
  return trimmed.length <= 200 && (port === undefined || Number(port) <= 65_535);
}
