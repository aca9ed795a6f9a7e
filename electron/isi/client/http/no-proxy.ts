import { BlockList, isIP } from 'node:net';
import { findPort, toPlainHost } from './plain-host';

/**
 * Whether NO_PROXY names the host of an address. Entries are parted by commas or blanks: names, which
 * stand for all names below them too, with or without `.` or `*.` before and `.` behind; numbers,
 * and blocks of them (`10.0.0.0/8`, `fd00::/8`), IPv6 with or without brackets; each with or without
 * a port; `*` for everything.
 */
export function isExcepted(target: URL, list: string | undefined): boolean {
  const host = toPlainHost(target.hostname);
  const port = String(findPort(target));
  return (list ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .some((text) => {
      if (text === '*') return true;
      const entry = readEntry(text);
      if (entry.port !== undefined && entry.port !== port) return false;
      return isIP(host) === 0 ? isBelow(host, entry.name) : isWithin(host, entry.name);
    });
}

interface Entry {
  /** A name, a number or a block of numbers, without brackets. */
  readonly name: string;
  readonly port: string | undefined;
}

function readEntry(text: string): Entry {
  const [, inBrackets, bits = '', portBehind] =
    /^\[([^\]]*)\](\/\d+)?(?::(\d+))?$/.exec(text) ?? [];
  if (inBrackets !== undefined) return { name: inBrackets + bits, port: portBehind };
  // More than one colon and no brackets: an IPv6 number, which has no port.
  const [name = '', port, ...rest] = text.split(':');
  return rest.length > 0 ? { name: text, port: undefined } : { name, port };
}

function isBelow(host: string, entry: string): boolean {
  const name = entry.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

/** Numbers are compared as numbers: they are written in many ways, and no part of one is a name. */
function isWithin(host: string, entry: string): boolean {
  const [number = '', bits] = entry.split('/');
  const family = isIP(number);
  if (family === 0 || family !== isIP(host)) return false;
  const longest = family === 4 ? 32 : 128;
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > longest)) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(number, bits === undefined ? longest : Number(bits), kind);
  return block.check(host, kind);
}
