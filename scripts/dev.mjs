// `npm run dev`: the studio with live reload. With Electron, electron-vite does it all. Without, Vite
// serves the renderer's sources and passes everything else on to a browser host, which is built and
// started anew whenever a source of the services changes; the page then loads what it shows anew.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer as createNetServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, createServer, mergeConfig } from 'vite';
import { removeStamp } from './lib-build-stamp.mjs';
import { composeDevCommand } from './lib-dev-command.mjs';
import { findElectron } from './lib-electron.mjs';

const root = resolve(import.meta.dirname, '..');
/** As deep as the build proper, whose programs find the models and the page from where they lie. */
const servicesDirectory = join(root, 'out', 'dev');
const proxiedPaths = ['/invoke', '/events', '/bytes', '/upload'];
const files = process.argv.slice(2);

const electron = findElectron();
if (electron === undefined) await runWithBrowser();
else runWithElectron();

function runWithElectron() {
  // What it leaves in `out` is no build of a known state of the sources.
  removeStamp();
  const packageFile = createRequire(join(root, 'package.json')).resolve(
    'electron-vite/package.json',
  );
  const program = join(dirname(packageFile), 'bin/electron-vite.js');
  const isRoot = process.getuid?.() === 0;
  const { words, env } = composeDevCommand({
    root,
    electron,
    files,
    isRoot,
    environment: process.env,
  });
  const child = spawn(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('close', (code) => process.exit(code ?? 1));
}

async function runWithBrowser() {
  const configFile = join(root, 'electron.vite.config.ts');
  const { config } = await resolveConfig({ root, configFile }, 'serve', 'development');
  const host = { port: await findFreePort(), token: undefined, authority: undefined };
  const restart = keepHost(host);
  rmSync(servicesDirectory, { recursive: true, force: true });
  const services = await build(
    mergeConfig(config.main, {
      configFile: false,
      logLevel: 'warn',
      // The files of the build before stay: the host may be loading them.
      build: { outDir: servicesDirectory, emptyOutDir: false, minify: false, watch: {} },
    }),
  );
  services.on('event', (event) => {
    if (event.code === 'END') restart();
    if (event.code === 'ERROR') console.error(event.error.message);
  });
  const token = randomBytes(32).toString('hex');
  // Cookies go to every port of a name; no other program knows this one.
  const name = `zimu-${randomBytes(16).toString('hex')}.localhost`;
  const server = await createServer(
    mergeConfig(config.renderer, {
      configFile: false,
      plugins: [guardPage(name, token)],
      server: { host: '127.0.0.1', proxy: passOnTo(host) },
    }),
  );
  await server.listen();
  const { port } = server.httpServer.address();
  const closeSecond = await listenOnIpv6(server.httpServer, port);
  console.log(JSON.stringify({ url: `http://${name}:${port}/?token=${token}` }));
  const end = async () => {
    closeSecond();
    await Promise.allSettled([server.close(), services.close(), host.stop?.()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
}

/** Refuses everybody but the page that was opened with the token, as the host proper does. */
function guardPage(name, token) {
  return {
    name: 'zimu-guard-page',
    configureServer({ middlewares, httpServer }) {
      middlewares.use((request, response, next) => {
        const authority = `${name}:${httpServer.address().port}`;
        const { host, origin, cookie = '' } = request.headers;
        const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
        if (host !== authority || (origin !== undefined && origin !== `http://${authority}`)) {
          response.writeHead(403).end();
        } else if (searchParams.get('token') === token) {
          const setCookie = `zimu=${token}; HttpOnly; SameSite=Strict; Path=/`;
          response.writeHead(303, { location: pathname, 'set-cookie': setCookie }).end();
        } else if (cookie.split(/; */).includes(`zimu=${token}`)) next();
        else response.writeHead(401).end();
      });
    },
  };
}

/**
 * A browser takes a name under `localhost` for ::1 first, where another user must not listen.
 * Gives how to close it; does nothing on a computer without IPv6.
 */
function listenOnIpv6(httpServer, port) {
  const second = createNetServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    httpServer.emit('connection', socket),
  );
  return new Promise((fulfil, reject) => {
    second.once('error', (error) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') fulfil(() => undefined);
      else reject(error);
    });
    second.listen(port, '::1', () => fulfil(() => second.close()));
  });
}

/** The host sees requests of its own page: its name, its token, no word of Vite's. */
function passOnTo(host) {
  const options = {
    target: `http://127.0.0.1:${host.port}`,
    configure: (proxy) => {
      proxy.on('proxyReq', (sent) => {
        sent.removeHeader('origin');
        sent.setHeader('host', host.authority ?? '');
        sent.setHeader('cookie', `zimu=${host.token}`);
      });
      // The proxy would leave the page waiting for the events of a host that is no more.
      proxy.on('proxyRes', (answer, _request, response) =>
        answer.on('close', () => {
          if (!answer.complete) response.destroy();
        }),
      );
    },
  };
  return Object.fromEntries(proxiedPaths.map((path) => [path, options]));
}

/** Gives a function that starts the host anew; several calls while one is at it are one. */
function keepHost(host) {
  let filesToOpen = files;
  let running = Promise.resolve();
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    running = running.then(async () => {
      isAsked = false;
      await host.stop?.();
      await startHost(host, filesToOpen);
      filesToOpen = [];
    });
  };
}

async function startHost(host, filesToOpen) {
  const program = pathToFileURL(join(servicesDirectory, 'cli.js')).href;
  const run =
    'const [program, ...words] = process.argv.slice(1);' +
    'const { main } = await import(program);' +
    'process.exit(await main(words));';
  const words = ['serve', '--json', '--port', String(host.port), ...filesToOpen];
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--input-type=module', '--eval', run, program, ...words],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((fulfil) => child.on('close', fulfil));
  host.stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const firstLine = await Promise.race([
    new Promise((fulfil) => createInterface({ input: child.stdout }).once('line', fulfil)),
    // It has said why; the next change of a source is the next try.
    ended.then(() => undefined),
  ]);
  if (typeof firstLine !== 'string') return;
  const url = new URL(JSON.parse(firstLine).url);
  host.authority = url.host;
  host.token = url.searchParams.get('token');
  console.error('zimu: services started');
}

function findFreePort() {
  return new Promise((fulfil, reject) => {
    const probe = createNetServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => fulfil(port));
    });
  });
}
