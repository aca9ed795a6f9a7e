import { omitUndefined } from '@core/omit-undefined';
import type { buildConnector, Dispatcher } from 'undici';
import type { Proxy } from './proxy';
import { checkReach, createGuardedLookup, type Reach, type ResolveName } from './reach';
import { findSecureContext } from './trusted-authorities';

export interface RouteOptions {
  /** Bytes of a reply's body that are accepted. */
  readonly maximumReplyBytes: number;
  /** Where authorities are named, as in NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** PEM texts of authorities that are trusted besides those of Node and of this computer. */
  readonly trustedAuthorities?: readonly string[];
  /** How names are resolved where it matters what they lead to. */
  readonly resolveName: ResolveName;
}

/** The way to a host. */
export interface Way {
  readonly connectMs: number;
  readonly connectTo?: string | undefined;
  readonly proxy?: Proxy | undefined;
  /** A proxy is spoken to as a server: TLS goes by its own name, not by the request's `Host`. */
  readonly isToProxy?: boolean;
  /** Decided on the very address that is connected to: a name may lead elsewhere each time. */
  readonly reach?: Reach | undefined;
  /** Bodies are taken in pieces, so that their length does not matter. */
  readonly isOpenEnded?: boolean;
}

export interface Routes {
  get(way: Way): Promise<Dispatcher>;
  close(): Promise<void>;
}

/** Connections, kept and used again per way: undici fixes these choices when an agent is made. */
export function createRoutes(options: RouteOptions): Routes {
  const dispatchers = new Map<string, Promise<Dispatcher>>();
  const { environment, trustedAuthorities = [] } = options;

  async function make({
    connectMs,
    connectTo,
    proxy,
    isOpenEnded = false,
    isToProxy = false,
    reach,
  }: Way): Promise<Dispatcher> {
    // A fifth of the program's start, which most starts do not need.
    const { Agent, buildConnector, ProxyAgent } = await import('undici');
    const findTls = () => {
      const secureContext = findSecureContext(environment, trustedAuthorities);
      return { secureContext, timeout: connectMs };
    };
    const agentOptions = { maxResponseSize: isOpenEnded ? -1 : options.maximumReplyBytes };
    if (proxy !== undefined) {
      return new ProxyAgent({
        ...agentOptions,
        uri: proxy.origin,
        ...omitUndefined({ token: proxy.authorization }),
        requestTls: findTls(),
        proxyTls: findTls(),
      });
    }
    const connectPlain = buildConnector({ timeout: connectMs });
    let connectSecure: buildConnector.connector | undefined;
    // What is trusted takes longer to read than all else of a first request, and no TLS, no need.
    const connect: buildConnector.connector = (target, callback) => {
      if (target.protocol !== 'https:') {
        connectPlain(target, callback);
        return;
      }
      try {
        connectSecure ??= buildConnector(findTls());
      } catch (thrown) {
        // A certificate that is none.
        callback(thrown as Error, null);
        return;
      }
      connectSecure(target, callback);
    };
    if (isToProxy) {
      return new Agent({
        ...agentOptions,
        connect: (target, callback) => connect({ ...target, servername: '' }, callback),
      });
    }
    if (reach !== undefined) {
      return new Agent({
        ...agentOptions,
        connect: (target, callback) => {
          const { protocol, hostname, port } = target;
          const url = new URL(`${protocol}//${hostname}:${port}`);
          let tls: buildConnector.BuildOptions;
          try {
            // A number is resolved by nobody.
            checkReach(url, [], reach);
            tls = protocol === 'https:' ? findTls() : { timeout: connectMs };
          } catch (thrown) {
            callback(thrown as Error, null);
            return;
          }
          const lookup = createGuardedLookup(url, reach, options.resolveName);
          buildConnector({ ...tls, lookup })(target, callback);
        },
      });
    }
    if (connectTo === undefined) return new Agent({ ...agentOptions, connect });
    return new Agent({
      ...agentOptions,
      // Only the address changes: `host` still gives the server name of TLS.
      connect: (target, callback) => connect({ ...target, hostname: connectTo }, callback),
    });
  }

  return {
    get: (way) => {
      const { connectMs, connectTo, proxy, isOpenEnded, isToProxy, reach } = way;
      const key = JSON.stringify([connectMs, connectTo, proxy, isOpenEnded, isToProxy, reach]);
      const known = dispatchers.get(key);
      if (known !== undefined) return known;
      const made = make(way);
      dispatchers.set(key, made);
      return made;
    },
    close: async () => {
      const begun = [...dispatchers.values()];
      dispatchers.clear();
      const all = await Promise.all(begun);
      await Promise.all(all.map((dispatcher) => dispatcher.destroy()));
    },
  };
}
