import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net';

/** How many free ports are tried before there is no use in going on. */
const mostTries = 20;

/**
 * Listens on one port of this computer's own addresses, 127.0.0.1 and ::1. A browser takes a name
 * under `localhost` for both, and goes to ::1 first: left free, it would be there for another user,
 * who would be given what opens the studio.
 * @param port 0: one that is free on both
 * @returns the port, and how to close what listens besides the server
 * @throws Error the system's, when the port cannot be had
 */
export async function listenOnLoopback(
  server: Server,
  port: number,
): Promise<{ readonly port: number; readonly closeSecond: () => void }> {
  outliveRefusals(server);
  for (let tries = 1; ; tries += 1) {
    await listen(server, port, '127.0.0.1');
    const taken = (server.address() as AddressInfo).port;
    const second = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
      server.emit('connection', socket),
    );
    outliveRefusals(second);
    try {
      await listen(second, taken, '::1');
      return { port: taken, closeSecond: () => second.close() };
    } catch (thrown) {
      if (hasNoIpv6(thrown)) return { port: taken, closeSecond: () => undefined };
      await new Promise((fulfil) => server.close(fulfil));
      if (port !== 0 || tries === mostTries) throw thrown;
    }
  }
}

/** Where the computer has no ::1, nobody else can listen there either. */
function hasNoIpv6(thrown: unknown): boolean {
  const { code } = thrown as NodeJS.ErrnoException;
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
}

/** A connection that cannot be taken, as for want of file handles, is no end of those there are. */
function outliveRefusals(server: NetServer): void {
  server.on('error', () => undefined);
}

function listen(server: NetServer, port: number, host: string): Promise<void> {
  return new Promise((fulfil, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      fulfil();
    });
  });
}
