import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createEventHub, type EventHub } from '@contract/event-hub';
import {
  type BrowserHost,
  type BrowserHostOptions,
  startBrowserHost,
} from '../../electron/host/start-browser-host';
import { formatHostCookie } from './host-fetch';
import { makeHandlers } from './make-handlers';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string | Buffer;
}

/** A browser host on a folder of its own, over services that only describe themselves. */
export interface HostFixture {
  readonly host: () => BrowserHost;
  readonly events: () => EventHub;
  readonly port: () => number;
  /** What a browser says in the header Host. */
  readonly authority: () => string;
  readonly token: () => string;
  /** Files that were handed over. */
  readonly opened: string[];
  readonly inFolder: (...names: string[]) => string;
  /** Asks with the cookie that opens the host. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Answer>;
  /** Asks under the name of the host, with nothing but what is given besides. */
  readonly askBare: (path: string, options?: AskOptions) => Promise<Answer>;
}

export const pageText = '<!doctype html><title>Zimu</title>';

/** Starts a host before the tests of a file and ends it after them. */
export function useBrowserHost(
  given: Partial<
    Pick<BrowserHostOptions, 'answerBytes' | 'bodyLimitMs' | 'handlers' | 'startTimer'>
  > = {},
): HostFixture {
  let host: BrowserHost;
  let folder = '';
  const events = createEventHub();
  const opened: string[] = [];
  const inFolder = (...names: string[]): string => join(folder, ...names);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zimu-host-'));
    mkdirSync(inFolder('renderer', 'assets'), { recursive: true });
    writeFileSync(inFolder('renderer', 'index.html'), pageText);
    writeFileSync(inFolder('renderer', 'assets', 'index-1.js'), 'export {};');
    writeFileSync(inFolder('renderer', 'assets', 'font.woff2'), 'font');
    writeFileSync(inFolder('secret.txt'), 'secret');
    const description = {
      version: '1.2.3',
      kind: 'browser',
      systemLanguage: 'en',
      platform: 'linux',
      hasNativeDialogs: false,
      engines: [],
    } as const;
    host = await startBrowserHost({
      handlers: makeHandlers({ 'host.describe': () => Promise.resolve(description) }),
      events,
      answerBytes: () => Promise.resolve(new Response(null, { status: 404 })),
      rendererDirectory: inFolder('renderer'),
      uploads: inFolder('uploads'),
      grant: (path) =>
        Promise.resolve({
          id: basename(path),
          name: basename(path),
          sizeBytes: statSync(path).size,
          kind: 'media',
        }),
      open: (paths) => {
        opened.push(...paths);
        return Promise.resolve();
      },
      ...given,
    });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const port = (): number => Number(new URL(host.url).port);
  const token = (): string => new URL(host.url).searchParams.get('token') ?? '';
  const authority = (): string => new URL(host.url).host;
  const askBare = (path: string, options: AskOptions = {}): Promise<Answer> =>
    askHost(port(), path, { ...options, headers: { host: authority(), ...options.headers } });
  return {
    host: () => host,
    events: () => events,
    port,
    authority,
    token,
    opened,
    inFolder,
    askBare,
    ask: (path, options = {}) => {
      const headers = { cookie: formatHostCookie(host.url), ...options.headers };
      return askBare(path, { ...options, headers });
    },
  };
}

/** Sends one request as it stands: no path is normalised, no header added. */
export function askHost(port: number, path: string, options: AskOptions = {}): Promise<Answer> {
  const { headers, method = 'GET', body } = options;
  return new Promise((fulfil, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, ...(headers === undefined ? {} : { headers }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          fulfil({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
