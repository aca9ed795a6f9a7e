import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { StudioError } from '@core/errors/studio-error';
import { findPort, isLoopback, toPlainHost } from './plain-host';
import { findPrivatePlace, type PrivatePlace } from './private-address';

/** How far a request may go beside the internet. Where none is given: anywhere. */
export interface Reach {
  /** Hosts of this computer or its network that a person confirmed, with a port that is not usual. */
  readonly confirmedHosts: readonly string[];
  /** Ports of this computer at which the studio itself listens: never, whoever confirms it. */
  readonly ownPorts: readonly number[];
}

/** Resolves a name to all its addresses; by default as the system does. */
export type ResolveName = (
  name: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export const resolveBySystem: ResolveName = (name, options, done) =>
  lookup(name, { ...options, all: true }, done);

/** Names that a company's or a home's own servers have. */
const privateEndings =
  /\.(?:local|localdomain|lan|home|internal|intranet|corp|private|home\.arpa)$/;

/**
 * Checks where a host leads before anything is sent there. One address of several is enough: which
 * of them is taken is not ours to say.
 * @param addresses that its name has, or its number
 * @throws StudioError `address/private-host` (data: `host`, `address`, `place`) for a host that was
 *   not confirmed, `address/own-studio` (data: `host`)
 */
export function checkReach(target: URL, addresses: readonly string[], reach: Reach): void {
  const { host } = target;
  const found = findPrivate(target, addresses);
  if (found === undefined) return;
  const isOwnPort = reach.ownPorts.includes(findPort(target));
  if (isOwnPort && [...addresses, found.address].some(isOfComputer)) {
    throw new StudioError('address/own-studio', `${host} is the studio itself`, { data: { host } });
  }
  if (reach.confirmedHosts.includes(host)) return;
  throw new StudioError('address/private-host', `${host} is not of the internet`, {
    data: { host, ...found },
  });
}

/**
 * As {@link checkReach} where a proxy resolves the name. What it gets to see is beyond our knowledge;
 * a name that is known here to be private, or that looks like one, is asked about all the same.
 */
export async function checkReachByProxy(
  target: URL,
  reach: Reach,
  resolve: ResolveName,
): Promise<void> {
  const name = toPlainHost(target.hostname);
  const addresses = await new Promise<readonly LookupAddress[]>((fulfil) => {
    resolve(name, {}, (error, found) => fulfil(error === null ? found : []));
  });
  checkReach(
    target,
    addresses.map(({ address }) => address),
    reach,
  );
  if (addresses.length > 0 || (name.includes('.') && !privateEndings.test(name))) return;
  if (isIP(name) !== 0 || reach.confirmedHosts.includes(target.host)) return;
  throw new StudioError('address/private-host', `${target.host} looks like a private name`, {
    data: { host: target.host, address: name, place: 'network' },
  });
}

/** A way to resolve names for connections: one that may not be reached has no address. */
export function createGuardedLookup(target: URL, reach: Reach, resolve: ResolveName) {
  return (
    name: string,
    options: LookupOptions,
    done: (
      error: NodeJS.ErrnoException | null,
      address: string | LookupAddress[],
      family?: number,
    ) => void,
  ): void => {
    resolve(name, options, (error, found) => {
      const [first] = found;
      try {
        if (error !== null) throw error;
        checkReach(
          target,
          found.map(({ address }) => address),
          reach,
        );
      } catch (thrown) {
        done(thrown as NodeJS.ErrnoException, []);
        return;
      }
      if (options.all === true) done(null, [...found]);
      else done(null, first?.address ?? '', first?.family);
    });
  };
}

function findPrivate(
  target: URL,
  addresses: readonly string[],
): { readonly address: string; readonly place: PrivatePlace } | undefined {
  const name = toPlainHost(target.hostname);
  for (const address of [name, ...addresses]) {
    const place = findPrivatePlace(address);
    if (place !== undefined) return { address, place };
  }
  return isLoopback(name) ? { address: '127.0.0.1', place: 'computer' } : undefined;
}

function isOfComputer(address: string): boolean {
  return findPrivatePlace(address) === 'computer';
}
