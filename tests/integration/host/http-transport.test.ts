import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventHub } from '@contract/event-hub';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../../electron/host/start-browser-host';
import {
  createHttpTransport,
  type HttpTransport,
} from '../../../renderer/src/client/http-transport';
import { makeHostFetch } from '../../helpers/host-fetch';
import { makeHandlers } from '../../helpers/make-handlers';

const events = createEventHub();
let folder = '';
let host: BrowserHost;
let transport: HttpTransport;

function startHost(port = 0): Promise<BrowserHost> {
  return startBrowserHost({
    handlers: makeHandlers({ 'settings.read': () => Promise.resolve({ volume: 0.5 }) }),
    events,
    answerBytes: () => Promise.resolve(new Response(null, { status: 404 })),
    rendererDirectory: folder,
    uploads: join(folder, 'uploads'),
    grant: () => Promise.reject(new Error('not asked for')),
    open: () => Promise.resolve(),
    port,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-client-'));
  host = await startHost();
  transport = createHttpTransport({ fetch: makeHostFetch(() => host.url), retryMs: 20 });
});
afterEach(async () => {
  transport.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page of the browser host', () => {
  it('hears what happens right after its first call', async () => {
    const heard = vi.fn();
    transport.subscribe('job.removed', heard);
    await transport.invoke('settings.read', {});
    events.publish('job.removed', { jobId: 'a' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ jobId: 'a' }));
  });

  it('hears events that come in many pieces and beyond ASCII', async () => {
    const heard = vi.fn();
    transport.subscribe('job.removed', heard);
    await transport.invoke('settings.read', {});
    const jobId = '字幕🎬'.repeat(200_000);
    events.publish('job.removed', { jobId });
    events.publish('job.removed', { jobId: 'b' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), { timeout: 5_000 });
    expect(heard.mock.calls).toEqual([[{ jobId }], [{ jobId: 'b' }]]);
  });

  it('is told that the studio does not answer, and never by a rejection', async () => {
    await host.close();
    expect(await transport.invoke('settings.read', {})).toMatchObject({
      ok: false,
      error: { code: 'host/unreachable' },
    });
  });

  it('is told so where another program answers', async () => {
    const other = createServer((_request, response) => response.writeHead(502).end('<html>'));
    await new Promise<void>((fulfil) => other.listen(0, '127.0.0.1', fulfil));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const stranger = createHttpTransport({ fetch: makeHostFetch(() => url), retryMs: 20 });
    expect(await stranger.invoke('settings.read', {})).toMatchObject({
      ok: false,
      error: { code: 'host/unreachable' },
    });
    stranger.close();
    other.closeAllConnections();
    other.close();
  });

  it('goes on when the studio is back, and knows that it missed something', async () => {
    const heard = vi.fn();
    const reconnected = vi.fn();
    const lost = vi.fn();
    transport.subscribe('job.removed', heard);
    transport.onReconnected(reconnected);
    transport.onLost(lost);
    await transport.invoke('settings.read', {});
    expect(lost).not.toHaveBeenCalled();
    await host.close();
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
    expect(await transport.invoke('settings.read', {})).toMatchObject({ ok: false });
    expect(reconnected).not.toHaveBeenCalled();
    expect(lost).toHaveBeenCalledOnce();
    host = await startHost();
    await vi.waitFor(() => expect(reconnected).toHaveBeenCalledOnce(), { timeout: 5_000 });
    events.publish('job.removed', { jobId: 'b' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ jobId: 'b' }));
    expect(await transport.invoke('settings.read', {})).toEqual({
      ok: true,
      value: { volume: 0.5 },
    });
  });

  it('counts as a page until it leaves', async () => {
    const emptied = vi.fn();
    host.pages.onEmpty(emptied);
    expect(host.pages.hadAny()).toBe(false);
    await transport.invoke('settings.read', {});
    expect(host.pages.count()).toBe(1);
    transport.close();
    await vi.waitFor(() => expect(emptied).toHaveBeenCalledOnce());
    expect(host.pages.count()).toBe(0);
    expect(host.pages.hadAny()).toBe(true);
  });
});
