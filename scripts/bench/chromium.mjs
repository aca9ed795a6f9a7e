// The browser of the benchmark, and what its processes take.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A fresh browser; ZIMU_CHROMIUM names another than the system's. */
export function launchChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      // Frames are timed, so a page must not be taken for hidden.
      '--disable-renderer-backgrounding',
    ],
  });
}

export function findChromium() {
  if (process.env.ZIMU_CHROMIUM) return process.env.ZIMU_CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'google-chrome', 'chromium-browser']) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** Resident memory of the largest page process, in MB. */
export async function readRendererMb(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readResidentKb(id) / 1024);
    return Math.max(0, ...sizes);
  } finally {
    await session.detach();
  }
}

/**
 * Makes a page give back what it holds no more. When Chromium does so by itself is chance: the same
 * work leaves a third more or less behind, so only what is kept can be compared between two runs.
 */
export async function collectGarbage(page) {
  const session = await page.context().newCDPSession(page);
  try {
    // What the first round lets go of in the page's objects, the second one frees in the script's.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
  } finally {
    await session.detach();
  }
}

function readResidentKb(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The value below which so many per cent lie. */
export function percentile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? NaN;
}
