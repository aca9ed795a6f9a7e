import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listenOnLoopback } from '../../../electron/host/listen-on-loopback';

const addresses = ['127.0.0.1', '::1'] as const;
const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

function listen(port: number, host: string): Promise<number> {
  const server = createNetServer();
  undo.push(() => server.close());
  return new Promise((fulfil, reject) => {
    server.on('error', reject);
    server.listen({ port, host }, () => fulfil((server.address() as AddressInfo).port));
  });
}

function makeServer(): Server {
  const server = createServer((_request, response) => response.end('ours'));
  undo.push(() => server.close());
  return server;
}

async function start(port: number): Promise<number> {
  const server = makeServer();
  const listening = await listenOnLoopback(server, port);
  undo.push(() => {
    listening.closeSecond();
    server.closeAllConnections();
  });
  return listening.port;
}

const hasIpv6 = await listen(0, '::1').then(
  () => true,
  () => false,
);

it('[HG1] answers at both addresses a browser takes a name under localhost for', async (context) => {
  context.skip(!hasIpv6, 'this computer has no ::1');
  const port = await start(0);
  for (const host of addresses) {
    const name = host.includes(':') ? `[${host}]` : host;
    expect(await (await fetch(`http://${name}:${port}/`)).text()).toBe('ours');
  }
});

it.for(addresses)('leaves %s on its port to nobody else', async (host, context) => {
  context.skip(!hasIpv6 && host === '::1', 'this computer has no ::1');
  const port = await start(0);
  await expect(listen(port, host)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it.for(addresses)('takes no port that somebody has on %s', async (host, context) => {
  context.skip(!hasIpv6 && host === '::1', 'this computer has no ::1');
  const port = await listen(0, host);
  await expect(start(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
