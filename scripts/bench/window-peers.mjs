// The peers of the window's benchmark, each in a page of its own.
import { launchChromium, percentile, readRendererMb } from './chromium.mjs';
import { servePeers } from './serve-peers.mjs';
import { watchMost } from './watch-most.mjs';

/** @param report takes a title, the wall time in ms or undefined, a figure and the memory in MB */
export async function measurePeers(scratch, hour, report) {
  const server = await servePeers(scratch, { 'hour.mp3': hour });
  const inPage = async (work, argument) => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(server.url);
      await page.waitForFunction(() => globalThis.peers !== undefined);
      const outcome = page.evaluate(work, argument);
      const watch = watchMost(() => readRendererMb(browser), 250);
      const result = await outcome.finally(() => watch.stop());
      return { ...result, mostMb: watch.most() };
    } finally {
      await browser.close();
    }
  };

  const decoded = await inPage(() => globalThis.peers.decodeByItself('/hour.mp3'));
  report(
    'wavesurfer decoding 1 h by itself',
    decoded.readyMs,
    decoded.problem ?? 'until it is drawn',
    decoded.mostMb,
  );
  for (const count of [2_000, 20_000]) {
    const { addMs, frames, mostMb } = await inPage((n) => globalThis.peers.showRegions(n), count);
    report(
      `wavesurfer Regions, ${count.toLocaleString('en')}`,
      addMs,
      describeFrames('scroll', frames),
      mostMb,
    );
  }
  const table = await inPage((n) => globalThis.peers.showPlainTable(n), 10_000);
  report(
    'unvirtualised table, 10,000 rows',
    table.mountMs,
    describeFrames('scroll', table.frames),
    table.mostMb,
  );
  report(
    '  key press to paint in it',
    undefined,
    `p95 ${percentile(table.keysMs, 95).toFixed(0)} ms`,
    undefined,
  );
  await server.close();
}

export function describeFrames(what, frames) {
  return `${what} p50 ${percentile(frames, 50).toFixed(1)} / p95 ${percentile(frames, 95).toFixed(1)} ms`;
}
