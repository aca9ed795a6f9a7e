/**
 * Whether a text is the address of a server and no more: http or https, a host, a port if need be. A
 * user name or password in it would be kept and shown in clear; they have places of their own.
 */
export function isOrigin(text: string): boolean {
  const trimmed = text.trim();
  const parts = originPattern.exec(trimmed);
  return parts !== null && trimmed.length <= 200 && Number(parts[1] ?? 0) <= 65_535;
}

/** Scheme, host, port. */
const originPattern =
  /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^\s/?#@\\:[\]%<>^|"'`{}]+)(?::(\d{1,5}))?\/?$/i;
