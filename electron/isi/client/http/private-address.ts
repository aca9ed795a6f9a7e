import { BlockList, isIP } from 'node:net';

/** What an address that is not of the internet leads to. */
export type PrivatePlace = 'computer' | 'network';

/** This computer: loopback, and the unspecified addresses, which connect to it. */
const ofComputer: readonly Block[] = ['127.0.0.0/8', '0.0.0.0/8', '::/127'];
/**
 * Private, link-local, shared by a provider's customers, to several at once, and reserved (RFC 6890
 * and the registries it names). Not 198.18.0.0/15: programs that tunnel all traffic give names of
 * the internet such addresses.
 */
const ofNetwork: readonly Block[] = [
  ...(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'] as const),
  ...(['100.64.0.0/10', '192.0.0.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
  ...(['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8', '64:ff9b:1::/48'] as const),
];

type Block = `${string}/${number}`;

const lists = { computer: createList(ofComputer), network: createList(ofNetwork) } as const;

/** Where a number (IPv4 or IPv6, without brackets) leads to; undefined for one of the internet. */
export function findPrivatePlace(address: string): PrivatePlace | undefined {
  const number = address.replace(/%.*$/, '');
  const family = isIP(number);
  if (family === 0) return undefined;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  // Of IPv6 that only holds an IPv4 number (::ffff:10.0.0.1) the list looks at that number.
  if (lists.computer.check(number, kind)) return 'computer';
  return lists.network.check(number, kind) ? 'network' : undefined;
}

function createList(blocks: readonly Block[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [number = '', bits = ''] = block.split('/');
    if (isIP(number) === 6) {
      list.addSubnet(number, Number(bits), 'ipv6');
      continue;
    }
    list.addSubnet(number, Number(bits), 'ipv4');
    const [high = '', low = ''] = toHextets(number);
    // The same by way of a translator (NAT64), a tunnel (6to4) and the old form of it.
    list.addSubnet(`64:ff9b::${high}:${low}`, 96 + Number(bits), 'ipv6');
    list.addSubnet(`2002:${high}:${low}::`, 16 + Number(bits), 'ipv6');
    list.addSubnet(`::${high}:${low}`, 96 + Number(bits), 'ipv6');
  }
  return list;
}

function toHextets(number: string): readonly string[] {
  const bytes = number.split('.').map(Number);
  return [0, 2].map((at) => ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)).toString(16));
}
