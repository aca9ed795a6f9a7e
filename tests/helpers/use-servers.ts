import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** Servers of one test; all are closed, with their connections, after it. */
export function useServers(): {
  /** Listens on a free port of 127.0.0.1 and gives the port. */
  readonly listen: (server: Server) => Promise<number>;
  /** A server that speaks no protocol by itself. */
  readonly listenRaw: (onSocket: (socket: Socket) => void) => Promise<number>;
} {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(
      servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))),
    );
  });
  return { listen, listenRaw: (onSocket) => listen(createServer(onSocket)) };
}
