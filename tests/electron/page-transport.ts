import type { Reply, Transport } from '@contract/api';
import type { Page } from 'playwright-core';
import { launchDouble } from '../electron-double/launch-double';

/** What the page has of the preload, as this file's functions see it when they run there. */
interface PageGlobals {
  readonly studio: Transport;
  readonly stops: Map<number, () => void>;
  readonly tellTest: (id: number, payload: unknown) => void;
}

/** The transport that the preload gives the page, as a transport of this process. */
export async function openPageTransport(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly transport: Transport; readonly close: () => Promise<void> }> {
  const double = await launchDouble({ env });
  return {
    transport: await carryTransport(double.page),
    close: async () => {
      await double.close();
    },
  };
}

async function carryTransport(page: Page): Promise<Transport> {
  const listeners = new Map<number, (payload: unknown) => void>();
  let count = 0;
  await page.exposeFunction('tellTest', (id: number, payload: unknown) =>
    listeners.get(id)?.(payload),
  );
  await page.evaluate(() => Object.assign(globalThis, { stops: new Map() }));
  // Work is done in the page in the order in which it is sent there, so nobody need wait for it.
  const send = (work: Promise<unknown>): void => {
    work.catch(() => undefined);
  };
  return {
    invoke: (name, input) =>
      page.evaluate<Reply, readonly [string, unknown]>(
        ([method, given]) => (globalThis as unknown as PageGlobals).studio.invoke(method, given),
        [name, input],
      ),
    subscribe: (event, listener) => {
      const id = count++;
      listeners.set(id, listener);
      send(
        page.evaluate(
          ([key, name]) => {
            const { studio, stops, tellTest } = globalThis as unknown as PageGlobals;
            const forward = (payload: unknown): void => tellTest(key, payload);
            stops.set(key, studio.subscribe(name, forward));
          },
          [id, event] as const,
        ),
      );
      return () =>
        send(page.evaluate((key) => (globalThis as unknown as PageGlobals).stops.get(key)?.(), id));
    },
  };
}
